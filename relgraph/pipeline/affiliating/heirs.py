"""For whom somebody stands who has another one's office after him: "Kanda's *successor*, Ito", "*replaced* him"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.cast import STATES

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_NAMING = frozenset({"appos", "compound", "nmod"})


def heirs(denoter: Denoter) -> Iterator[tuple[str, str]]:
    """Yield persons of whom nothing is known, with the state for which the one stood whose office they have."""
    words = denoter.words
    for noun in denoter.doc.occurrences(words["offices.next"]):
        names = [child for child in noun.children if child.dep_ in _NAMING]
        if noun.dep_ in _NAMING:
            names.append(noun.head)
        elif noun.dep_ == "attr":
            names += [argument.token for argument in denoter.syntax.subjects(noun.head)]
        owners = [child for child in noun.children if child.dep_ == "poss"]
        owners += [of for child in noun.children if child.lower_ == "of" for of in child.children]
        yield from _after(denoter, names, owners)
    for verb in denoter.doc:
        if verb.pos_ in VERBAL and verb.lemma_ in words["verbs.taking_over_from"]:
            doers = list(denoter.syntax.agents(verb)) or [argument.token for argument in denoter.syntax.subjects(verb)]
            yield from _after(denoter, doers, list(denoter.syntax.objects(verb)))


def _after(denoter: Denoter, names: list[Token], owners: list[Token]) -> Iterator[tuple[str, str]]:
    """Yield those of some names that are unknown persons', with the one state for which the owners stand."""
    cast = denoter.cast
    holders = [party for owner in owners for party in denoter.parties(Argument(owner))]
    states = {cast.root(party.actor) for party in holders if cast[party.actor].kind == "person"}
    if len(states) != 1 or cast[state := states.pop()].kind not in STATES:
        return
    for name in names:
        for party in denoter.parties(Argument(name)):
            if party.via != "pronoun" and cast[party.actor].kind == "person" and cast[party.actor].parent is None:
                yield party.actor, state
