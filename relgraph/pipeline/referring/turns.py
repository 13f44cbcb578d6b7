"""The turns of a transcript ("QUESTION: …", "Mr. Brown: …") and the speeches that a press notice hangs on "said:"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.denoting.denotation import Denoter

_LABEL = re.compile(
    r"^[ \t*]*((?!(?:On|In|To|As|For|About|Regarding) )"  # "On Venezuela: we" says about whom, not who speaks
    r"(?:Q|A|[A-Z][\w.’'-]*(?: [A-Za-z(][\w.,’')-]*){0,5}?) ?(?:\([^)\n]{1,60}\))?)\*{0,2}:[ \t\n]",
    re.MULTILINE,
)
_ASKING = re.compile(
    r"^(?:Q|QUESTION|Question|JOURNALIST|Journalist|REPORTER|Reporter|INTERVIEWER|Interviewer|MODERATOR|Moderator|PRESS|Press)\b"
)


@dataclass(frozen=True, slots=True)
class Turn:
    """The tokens ``start:end`` that one person speaks.

    `speaker` is the id of the actor, None for whoever speaks for the issuer; `asks` marks those who only ask.
    """

    start: int
    end: int
    speaker: str | None = None
    asks: bool = False


def find_turns(denoter: Denoter) -> tuple[Turn, ...]:
    """Return the turns of a text in their order: those of a transcript, or the speeches after "the minister said:"."""
    return _of_transcript(denoter) or _announced(denoter)


def _of_transcript(denoter: Denoter) -> tuple[Turn, ...]:
    """Return the turns of a transcript: lines that begin with who speaks, among them somebody who only asks."""
    text = denoter.doc.text
    if text.count(":") < 2:
        return ()
    labels = list(_LABEL.finditer(text))
    if len(labels) < 2:
        return ()
    asking = {found[1] for found in labels if _ASKING.match(found[1])} or _asking_one(denoter, labels)
    if not asking:
        return ()
    starts = [_token_at(denoter, found.end()) for found in labels]
    ends = [_token_at(denoter, found.start()) for found in labels[1:]] + [len(denoter.doc)]
    people = _people(denoter)
    return tuple(
        Turn(start, end, people.get(found[1].split()[-1].casefold()), asks=found[1] in asking)
        for found, start, end in zip(labels, starts, ends, strict=True)
    )


def _asking_one(denoter: Denoter, labels: list[re.Match[str]]) -> set[str]:
    """Return the labels of those who ask whom a title names: "Spokesperson Ana Ruiz's Press Conference"."""
    title = denoter.doc.text[: labels[0].start()].lower()
    if not any(word in title for word in denoter.words["documents.answered"]):
        return set()
    said = {found[1] for found in labels}
    answering = {label for label in said if label.lower() in title}
    return said - answering if len(answering) == 1 else set()


def _people(denoter: Denoter) -> dict[str, str]:
    """Return by surname the persons of the text whose side is known."""
    cast = denoter.cast
    named = {party.actor for party in denoter.mention_at.values() if cast[party.actor].kind == "person"}
    return {cast[actor].name.split()[-1].casefold(): actor for actor in sorted(named) if cast.root(actor) != actor}


def _token_at(denoter: Denoter, offset: int) -> int:
    """Return the index of the first token that begins at a character or after it."""
    span = denoter.doc.touched(offset, offset + 1)
    return span.start if span is not None else len(denoter.doc)


def _announced(denoter: Denoter) -> tuple[Turn, ...]:
    """Return the speeches without quotation marks that follow a paragraph ending in "Minister Brown said:"."""
    doc = denoter.doc
    turns: list[Turn] = []
    for i, text in enumerate(denoter.texts[:-2]):
        if text != ":" or i == 0:
            continue
        token, following = doc[i], doc[i + 1]
        if not (following.is_space and "\n" in following.text):
            continue
        verb = doc[token.i - 1]
        if verb.pos_ not in VERBAL or verb.lemma_ not in denoter.words["verbs.quoting"]:
            continue
        if doc[token.i + 2].text in ("“", '"', "``", "‘", "'"):
            continue
        speaking = [party for argument in denoter.syntax.subjects(verb) for party in denoter.parties(argument)]
        if speaking:
            if turns:
                turns[-1] = Turn(turns[-1].start, token.sent.start, turns[-1].speaker)
            turns.append(Turn(token.i + 2, len(doc), speaking[0].actor))
    return tuple(turns)
