"""The pair of which a text speaks, for what needs two parties and names none: "*Talks* broke down in May"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from relgraph.model import Kind
from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.cast import WARRING
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_SPEAKING_OF: frozenset[Kind] = WARRING | {"igo", "bloc", "region", "organization"}
_OPEN = frozenset({"a", "an", "the", "these", "those", "this", "that", "both", "no", "further", "new"})
_WITH = frozenset({"with", "between", "among", "amongst", "against", "of", "by", "for", "in", "to"})
_OF_TWO = frozenset({"between", "among", "amongst", "of"})
SPOKEN_OF = ("the parties are those of whom the text speaks", 0.8)
_NEAR = 2
"""So many sentences before a noun may name the two."""
_CLEARLY = 2
"""How many times as often as any other the two must have been named together that a text is about."""


def pair_before(denoter: Denoter, word: Token, besides: Sequence[Party] = ()) -> list[Party]:
    """Return the two of whom a text speaks, if the sentence of a word names nobody else than them and those `besides`.

    They are the only two powers that the sentences before it name, or those whom the text names together most, if one
    of them is named in its sentence.
    """
    root = denoter.cast.root
    others = {root(party.actor) for party in besides}
    here = spoken_of(denoter, word.sent.start, word.sent.end) - others
    pairs = [pair for pair in denoter.pairs if pair[0].start < word.sent.start and _are_powers(denoter, pair)]
    named: set[str] = set()
    start = word.sent.start
    for _ in range(_NEAR):
        if start == 0 or len(named) > 1:
            break
        end, start = start, denoter.doc[start - 1].sent.start
        named |= spoken_of(denoter, start, end) - others
    met = {frozenset(root(party.actor) for party in pair): pair for pair in pairs}
    near = met.get(frozenset(named))
    if near is not None and here <= named and len(named) == 2 and not _deals_with_third(denoter, near):
        return _standing(denoter, word, near)
    main = _main(denoter, pairs)
    if main and here and here <= {root(party.actor) for party in main}:
        return _standing(denoter, word, main)
    return []


def _deals_with_third(denoter: Denoter, pair: Sequence[Party]) -> bool:
    """Tell whether two are only named as those with whom a third one has to do: "trade with *Chad and Mali*"."""
    first = denoter.doc[pair[0].start : pair[0].end].root
    return first.dep_ == "pobj" and first.head.lower_ not in _OF_TWO and first.i < pair[1].start <= first.right_edge.i


def _standing(denoter: Denoter, word: Token, pair: Sequence[Party]) -> list[Party]:
    """Return two as they stand at a word that means both."""
    how = "description: the pair of which the text speaks"
    return [Party(denoter.cast.root(p.actor), word.i, word.i + 1, "description", how=how) for p in pair]


def is_bare(noun: Token) -> bool:
    """Tell whether a noun is what its clause is about and has nothing that says whose it is: "Talks broke down"."""
    if noun.dep_ not in SUBJECTS | PASSIVE_SUBJECTS or noun.head.dep_ not in ("ROOT", "conj", "advcl", "ccomp"):
        return False
    for child in noun.children:
        if child.dep_ in ("poss", "relcl", "conj") or child.pos_ == "PROPN":
            return False
        if child.dep_ == "det" and child.lower_ not in _OPEN:
            return False
        if child.dep_ == "prep" and child.lower_ in _WITH:
            return False
    return True


def _are_powers(denoter: Denoter, pair: Sequence[Party]) -> bool:
    roots = {denoter.cast.root(party.actor) for party in pair}
    return len(roots) == 2 and all(denoter.cast[root].kind in WARRING for root in roots)


def spoken_of(denoter: Denoter, start: int, end: int) -> set[str]:
    """Return the countries, groups and bodies that a stretch of text names or means."""
    found: set[str] = set()
    for i in range(start, end):
        for party in denoter.references.get(i) or ([denoter.mention_at[i]] if i in denoter.mention_at else []):
            root = denoter.cast.root(party.actor)
            if denoter.cast[root].kind in _SPEAKING_OF:
                found.add(root)
    return found


def _main(denoter: Denoter, pairs: Sequence[list[Party]]) -> list[Party]:
    """Return the two powers that a text has named together more often than any other two."""
    times = Counter(frozenset(denoter.cast.root(party.actor) for party in pair) for pair in pairs)
    ranked = times.most_common(2)
    if not ranked or ranked[0][1] < _CLEARLY or (len(ranked) > 1 and ranked[0][1] < _CLEARLY * ranked[1][1]):
        return []
    return next(p for p in reversed(pairs) if {denoter.cast.root(party.actor) for party in p} == ranked[0][0])
