"""Who demands what another one yields or refuses: "Peru paid the indemnity that *Chile demanded*"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.candidates import Candidate

if TYPE_CHECKING:
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.relating.material import Material

EXACT = Frame(id="exact", type="disputes.demands", verb=("demand",), target=("subject",), confidence=0.8)
_YIELDING = ("verbs.giving", "verbs.granting", "verbs.approving", "verbs.refusing", "verbs.rejecting", "verbs.handing")
_TAKEN = frozenset({"dobj", "attr"})


def exacted(material: Material) -> Iterator[Candidate]:
    """Yield the demands of which only what is demanded says from whom: it is for its giver to yield or to refuse."""
    denoter, words = material.denoter, material.words
    for verb in denoter.doc.occurrences(words["verbs.exacted"]):
        thing = verb.head
        if verb.dep_ != "relcl" or thing.dep_ != "dobj" or thing.head.pos_ not in VERBAL:
            continue
        yielding = thing.head
        if yielding.lemma_ not in words.either(*_YIELDING, "verbs.yielding"):
            continue
        if any(child.dep_ in _TAKEN and child.tag_ != "WDT" for child in verb.children) or denoter.denote(thing):
            continue
        asking = _powers(material, material.doers(verb))
        asked = _powers(
            material, [p for a in material.syntax.subjects(yielding) for p in denoter.parties(Argument(a.token))]
        )
        for source in asking:
            for target in asked:
                if denoter.cast.root(source.actor) != denoter.cast.root(target.actor):
                    yield Candidate(EXACT, source, target, verb, verb.i, verb.i + 1, EXACT.type)


def _powers(material: Material, parties: list[Party]) -> list[Party]:
    return [party for party in parties if material.denoter.cast[party.actor].kind != "group"]
