"""Made-up news: one event as two papers tell it, and what becomes of a wire story on its way into print."""

from __future__ import annotations

import random
import re

HARBOUR = """\
Peru and Bolivia signed a treaty on the use of the harbour of Ilo on Tuesday, ending eleven \
years of talks. Under the treaty, Bolivian ships may load and unload there without paying \
duties, and a railway that is to be built until 2031 will join the harbour with La Paz. The \
foreign minister of Peru, Carla Quispe, called it a bridge between two peoples. Her Bolivian \
colleague, Jorge Mamani, said that his country had waited for this day since it lost its coast \
to Chile in 1884.

Chile criticised the treaty within hours. Its government said that it had not been consulted, \
although the railway would cross a strip of land on which both Chile and Peru have claims. A \
spokesman in Santiago said that Chile would bring the matter before the court in The Hague if \
the works began. Peru rejected this. Ms Quispe said that the strip had never been in dispute and \
that Chile was welcome to use the line.

Economists doubt that the railway will be finished in time. The two governments have set aside \
900 million dollars, about half of what engineers say it costs. Brazil has offered a loan but \
wants its own companies to build the tunnels, which the unions in both countries oppose. Talks \
with Brazil will go on next month in Cusco."""

HARBOUR_ELSEWHERE = """\
After eleven years at the table, Bolivia has got its harbour. On Tuesday its foreign minister, \
Jorge Mamani, put his name under a treaty with Peru that opens the docks of Ilo to Bolivian \
ships, free of any duty. "My country had waited for this day since it lost its coast to Chile in \
1884," he said in a hall full of flags.

What the treaty costs is less clear. A railway to La Paz is part of it, and 900 million dollars \
have been set aside, about half of what engineers say it costs. Brazil would lend the rest. The \
government of Chile, which was not asked, is angry: a spokesman in Santiago spoke of the court \
in The Hague. Carla Quispe, who signed for Peru, smiled at the question. The strip of land that \
the line would cross had never been in dispute, she said, and Chilean trains might use it.

In the streets of La Paz people danced until the morning. Shops had closed early, and schools \
will stay shut on Wednesday."""

UPDATE = HARBOUR.replace(
    "Peru rejected this.",
    "Peru rejected this. Argentina, which guards the truce of 1998 with Brazil, urged both to wait for its envoy. ",
)
"""The same story an hour later: it states something that the first one does not."""

CONDOLENCE = """\
The Ministry of Foreign Affairs expresses the deep condolences of the government and the people \
of Peru to the friendly government and people of {country} on the victims of the {event} that \
struck the province of {place} this week, wishes the injured a quick recovery, and reaffirms \
that Peru stands by {country} in these days and is ready to send help at once if it is asked \
for."""
"""A form that a ministry fills in."""

SYNONYMS = {
    "said": "stated",
    "called": "named",
    "about": "roughly",
    "although": "though",
    "within": "in",
    "next": "coming",
    "offered": "proposed",
    "doubt": "question",
    "until": "by",
    "ending": "concluding",
    "began": "started",
    "companies": "firms",
    "month": "weeks",
}


def reprinted(text: str, seed: int) -> str:
    """Return a text as another paper might print it: some words, the head, the end and the typography differ."""
    chance = random.Random(seed)
    words = text.split(" ")
    words = [SYNONYMS[word] if word in SYNONYMS and chance.random() < 0.6 else word for word in words]
    words = [word for word in words if not (word in {"that", "very", "also"} and chance.random() < 0.5)]
    text = " ".join(words)
    if chance.random() < 0.6:
        paragraphs = text.split("\n\n")
        sentences = re.split(r"(?<=\.) ", paragraphs[-1])
        kept = sentences[: max(1, len(sentences) - chance.randint(1, 2))]
        text = "\n\n".join([*paragraphs[:-1], " ".join(kept)])
    if chance.random() < 0.5:
        text = text.replace("\n\n", "\n" if chance.random() < 0.5 else " ").replace("'", "’")
    head = chance.choice(
        ["", "LIMA (Andes Press) — ", "By Our Correspondent\n\nLIMA, June 3 (AP) - ", "A Harbour For Bolivia\n\n"]
    )
    foot = chance.choice(["", "\n\nReporting by R. Flores; editing by T. Soto", " (Andes Press)"])
    return head + text + foot
