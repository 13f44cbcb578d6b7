"""Who hands people over to whom by what a court or minister allows: "approved the *extradition* of Omar to Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

HANDED_OVER = Frame(
    id="let-extradite", type="cooperates.collaborates", verb=("extradite",), target=("to",), confidence=0.78
)
_EXTRADITION = "cooperates.collaborates/extradition"
_FORMS = frozenset({"extradition", "extradited", "Extradition"})
_STEPS = 5


def extraditions(denoter: Denoter) -> Iterator[Candidate]:
    """Yield whose court, judge or minister lets somebody be handed over, to the state that gets him."""
    for word in denoter.doc.occurrences(_FORMS):
        verb = _deciding(denoter, word)
        if verb is None or any(child.dep_ == "neg" for child in verb.children):
            continue
        sources = [party for argument in denoter.syntax.subjects(verb) for party in denoter.parties(argument)]
        target = [
            party
            for token in denoter.syntax.prepositional(word, "to")
            for party in denoter.parties(Argument(token), target=True)
            if denoter.cast[denoter.cast.root(party.actor)].kind in STATES
        ]
        for source in sources:
            for other in target:
                if denoter.cast.root(source.actor) != denoter.cast.root(other.actor):
                    yield Candidate(HANDED_OVER, source, other, word, word.i, word.i + 1, HANDED_OVER.type)


def is_handed_over(candidate: Candidate) -> bool:
    """Tell whether a candidate takes for the doer who is handed over: "the extradition *of the banker* to Peru"."""
    return candidate.frame.name == _EXTRADITION and candidate.source.start == candidate.trigger.i


def _deciding(denoter: Denoter, word: Token) -> Token | None:
    """Return the verb that lets it happen: "*approved* his extradition", "*gave* approval for him to be extradited"."""
    words = denoter.words
    if word.pos_ in VERBAL and not denoter.syntax.is_passive(word):
        return None
    above = word.head
    for _ in range(_STEPS):
        if above.pos_ in VERBAL and above.i < word.i:
            gives = any(c.dep_ == "dobj" and c.base in words["nouns.approval"] for c in above.children)
            return above if above.lemma_ in words["verbs.approving"] or gives else None
        if above.head.i == above.i:
            return None
        above = above.head
    return None
