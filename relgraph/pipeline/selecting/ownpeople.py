"""What a state does to its own people, and they to it: "Peruvian police shot at *students*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.candidates import Candidate, Doubt
from relgraph.pipeline.cast import STATES, Cast
from relgraph.pipeline.denoting.groups import ROLE
from relgraph.pipeline.denoting.scenes import happens_in
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.protests import PROTESTS
from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter

_HARMFUL = frozenset({"fights", "restrains"})
_AT_HOME = ("of the only country", "of the country")
_HOW = "of the country spoken of"
_OF_NATION = frozenset({"owner", "people of the place", "part of"})
_BARE = frozenset({"det", "nummod", "amod", "quantmod", "cc", "conj", "punct", "compound", "relcl", "acl", "prep"})
_TAKEN: Doubt = ("people are taken for those of whoever rules them", 0.95)


def among_themselves(candidates: Iterable[Candidate], denoter: Denoter) -> Iterator[Candidate]:
    """Yield the candidates, with people of no country named that its police, courts or rulers deal with as its own."""
    for candidate in candidates:
        if candidate.type.startswith("affiliated.") or candidate.type == PROTESTS:
            yield candidate
        elif (own := _own(candidate.source, candidate.target, denoter)) is not None:
            yield replace(candidate, target=own, doubts=_doubted(candidate))
        elif (own := _own(candidate.target, candidate.source, denoter)) is not None:
            yield replace(candidate, source=own, doubts=_doubted(candidate))
        else:
            yield candidate


def _doubted(candidate: Candidate) -> list[Doubt]:
    """Return the doubts of a candidate whose people are taken for those of its other end."""
    return candidate.doubts if candidate.symmetric else [*candidate.doubts, _TAKEN]


def _own(body: Party, people: Party, denoter: Denoter) -> Party | None:
    """Return people of whom nothing is said but that a body of a state deals with them, as those of that state."""
    cast, words = denoter.cast, denoter.words
    if people.how not in ("generic group", ROLE) or people.via != "description" or body.via == "pronoun":
        return None
    noun = denoter.doc[people.start : people.end].root
    if noun.base not in words["nouns.own_citizens"] or noun.tag_ != "NNS":
        return None
    root = cast.root(body.actor)
    bases = {token.base for token in denoter.doc[body.start : body.end]}  # "members of the *police*"
    at_home = not bases.isdisjoint(words["nouns.home_authorities"]) or body.how.startswith(_AT_HOME)
    if cast[root].kind not in STATES or not at_home:
        return None
    inside = (token for child in noun.children if child.dep_ in _BARE for token in child.subtree)
    for token in inside:
        named = denoter.mention_at.get(token.i)
        if token.lower_ in words["nouns.foreign"] or (named is not None and cast.root(named.actor) != root):
            return None  # "students from Chile", "foreign workers"
    elsewhere = happens_in(denoter, noun)
    if elsewhere and root not in elsewhere:
        return None
    return Party(root, people.start, people.end, "description", how=_HOW)


def name_own_people(candidate: Candidate, cast: Cast) -> None:
    """Take what a state does to people of its own for what it is: "barred *its opposition leader* from travelling".

    So also what people say of those who rule them: "Peruvians protested against *their government*".
    """
    target = candidate.target
    family = candidate.type.partition(".")[0]
    if target.via != "pronoun" or (family not in _HARMFUL and family != "disputes"):
        return
    root = cast.root(target.actor)
    if cast[root].kind not in STATES or root != cast.root(candidate.source.actor):
        return
    span = candidate.trigger.doc[target.start : target.end]
    pronoun = next((token for token in span if token.tag_ == "PRP$"), span[0])
    people = pronoun.head
    if pronoun.dep_ != "poss" or people.i < pronoun.i or people.pos_ != "NOUN":
        return
    words = grammar()
    if family == "disputes":
        plural = candidate.source.via == "demonym" or candidate.source.how in _OF_NATION
        own = plural and pronoun.lower_ == "their" and people.base in words["nouns.home_bodies"]
    else:
        before = {child.lower_ for child in people.children if child.i < people.i}
        emphatic = "own" in before and people.base in words.either("nouns.group", "nouns.people", "nouns.crowds")
        own = emphatic or "opposition" in before or people.base in words["nouns.own_people"]
    if own:
        candidate.target = Party(root, target.start, people.i + 1, "description", how=_HOW)
