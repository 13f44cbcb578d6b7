"""Who is meant by a class of states that is named at the end of its phrase: "its rivals in the Gulf, *Iran and Iraq*".

The names stand behind what is said of the class, so that the parser hangs them on a word inside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party
from relgraph.pipeline.syntax.apposition import agree

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_NOUNS = frozenset({"NOUN", "PROPN"})
_EACH = frozenset({"one", "another", "each", "all", "both", "two", "three", "others"})
_TITLED = frozenset({"NOUN", "PROPN", "ADJ", "DET"})
_OPENING = frozenset({",", ":", "–", "—", "-", "("})
_LEADING = frozenset({"the", "both", "namely", "notably", "especially", "particularly"})
_LONGEST = 14
"""So many words may stand between a class and its names."""


def named_behind(denoter: Denoter, noun: Token, *, target: bool = False) -> list[Party]:
    """Return who a noun is by the names after it, in apposition or at the end of its phrase."""
    for child in noun.children:
        named = child.dep_ == "appos" and child.i in denoter.mention_at
        if named and (noun.pos_ in _NOUNS or noun.lower_ in _EACH) and agree(noun, child):
            # "its neighbour, Ethiopia"
            return [party for part in denoter.conjuncts(child) for party in denoter.denote(part, target=target)]
    if target and noun.base in denoter.words["nouns.overseas"]:
        # "its colonies in Angola": whatever is done to them is done there, but a part of the world is nobody
        there = [p for token in denoter.syntax.prepositional(noun, "in") for p in denoter.parties(Argument(token))]
        lands = [party for party in there if denoter.cast[party.actor].kind != "region"]
        if lands:
            return lands
    found = _listed(denoter, noun)
    if found or not target or noun.tag_ != "NNS":
        return found
    # "opposed many of the plans, including the *Italian* demands"
    last = noun.right_edge.i - (denoter.texts[noun.right_edge.i] == ",")
    some = [token for token in denoter.syntax.prepositional(noun, "including") if token.i > noun.i]
    if not some and denoter.lowers[last + 1 : last + 3] == [",", "including"]:
        some = [token for token in noun.doc[last + 2].children if token.dep_ == "pobj"]
    members = [party for token in some for party in denoter.parties(Argument(token), target=True)]
    members = [party for party in members if denoter.cast[party.actor].kind != "group"]  # a name, not "a hostage"
    return [*_nation_of(denoter, noun, members), *members]


def _nation_of(denoter: Denoter, noun: Token, named: list[Party]) -> list[Party]:
    """Return whose people they are of whom some are named that have no other country: "*Malian* judges, including"."""
    if not named or not all(denoter.cast[denoter.cast.root(party.actor)].kind == "person" for party in named):
        return []
    owners = denoter.owners(noun, allow_of=False)
    return [party for party in owners if denoter.cast[denoter.cast.root(party.actor)].kind in STATES]


def _listed(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the states that are listed at the end of the phrase of a noun for such, or nothing.

    A plural means two at least, unless only some are named ("including Chad"); a singular means one.
    """
    lemma = noun.base
    if noun.pos_ != "NOUN" or lemma not in denoter.words["nouns.listed"]:
        return []
    last = noun.right_edge.i
    for i in range(noun.i + 1, min(noun.sent.end, noun.i + _LONGEST)):
        token = noun.doc[i]
        if i > last and token.pos_ in VERBAL:
            return []
        if token.base in denoter.words["nouns.listed"] and token.tag_ == noun.tag_:
            return []  # the names are those of the nearer one
        some = token.lower_ == "including"
        if (some or denoter.texts[i - 1] in _OPENING) and (found := _list_from(denoter, noun, i + some)):
            enough = some or (len(found) > 1) == (noun.tag_ == "NNS")
            return found if enough else []
    return []


def _list_from(denoter: Denoter, noun: Token, start: int) -> list[Party]:
    """Return the states named one after another from a place inside the phrase of a noun, or its first names."""
    i, end = start, noun.sent.end
    found: list[Party] = []
    while i < end:
        if denoter.lowers[i] in _LEADING:
            i += 1
            continue
        party = denoter.mention_at.get(i)
        if party is None or not _is_nation(denoter, party):
            break
        if not found and (_is_elsewhere(denoter, noun, party) or _is_of_bloc(denoter, noun, start)):
            return []
        found.append(party)
        i = party.end
        i = _after_year(denoter, i, end)
        while i < end and denoter.lowers[i] in (",", "and", "or"):
            i += 1
    return found


def _after_year(denoter: Denoter, i: int, end: int) -> int:
    """Return where a list goes on after the year of one of it: "China, *in 1990*, and Japan"."""
    at = i + (denoter.lowers[i] == ",") if i < end else i
    dated = at + 1 < end and denoter.lowers[at] == "in" and denoter.texts[at + 1].isdigit()
    return at + 2 if dated else i


def _is_elsewhere(denoter: Denoter, noun: Token, party: Party) -> bool:
    """Tell whether a name goes on with a list of names or begins a clause: "allies in China, *Japan* and Korea"."""
    name = denoter.doc[party.start : party.end].root
    if name.dep_ in SUBJECTS | PASSIVE_SUBJECTS and name.head.i > name.i:
        return True  # "of its rivals in the Gulf, *Iran* was": it begins the next clause
    before = denoter.mention_at.get(name.head.i)
    return name.dep_ == "conj" and name.head.i > noun.i and before is not None and _is_nation(denoter, before)


def _is_of_bloc(denoter: Denoter, noun: Token, start: int) -> bool:
    """Tell whether names say who is in a bloc right before them: "nations at war with the Axis, *Italy and Japan*"."""
    bloc = denoter.mention_at.get(start - 2)
    return bloc is not None and bloc.start > noun.i and denoter.cast[bloc.actor].kind in ("bloc", "igo")


def _is_nation(denoter: Denoter, party: Party) -> bool:
    return party.via == "name" and denoter.cast[denoter.cast.root(party.actor)].kind in STATES


def second_of(denoter: Denoter, first: Party) -> list[Party]:
    """Return the other one of two between whom there is something, where the parser lost him behind his title.

    Example: "talks between the Israeli premier Menachem Begin *and Egyptian president Anwar Sadat*".
    """
    end = min(denoter.doc[first.start].sent.end, first.end + _LONGEST)
    if first.end >= end or denoter.lowers[first.end] != "and":
        return []
    found: Party | None = None
    for i in range(first.end + 1, end):
        party = denoter.mention_at.get(i)
        if party is None and denoter.doc[i].pos_ not in _TITLED:
            break
        found = party or found
    other = found is not None and denoter.cast.root(found.actor) != denoter.cast.root(first.actor)
    return [found] if found is not None and other else []
