"""Bodies of one country that deal with each other: "Peru's opposition accused *the army*", no state its own acts."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denotation import Denoter
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.parse import Token

_LETTING = "cooperates.concedes/allow"
_OPEN = frozenset({"disputes", "cooperates"})
_GOING = frozenset({"to", "into", "from"})
_HELD = ("nouns.vessel", "nouns.moved", "nouns.forces", "nouns.country_word", "nouns.body_word")
"""Classes of nouns for what acts for a state, whatever follows them."""


def of_its_own(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country whose own court, opposition or government has to do with a bare "the army" in its clause.

    The courts and the opposition of a country are concerned with its own government, army and police; so are its
    government and parliament with the army and the police, but they may deal with the government of another country.
    """
    lemma = noun.base
    words = denoter.words
    if lemma not in words["nouns.home_bodies"] or not _is_bare(noun, denoter.mention_at):
        return []
    for clause in noun.ancestors:
        if clause.pos_ not in VERBAL:
            continue
        for argument in denoter.syntax.subjects(clause):
            actor = argument.token
            if actor.i >= noun.i or noun.is_ancestor(actor):
                continue
            ruling = actor.base in words["nouns.home_rulers"] and lemma in words["nouns.home_forces"]
            if not ruling and actor.base not in words.either("nouns.home_judges", "nouns.own_citizens"):
                return []
            return _country(denoter, actor, noun)
    return []


def _country(denoter: Denoter, actor: Token, noun: Token) -> list[Party]:
    """Return the one country whose body acts, as the words of a noun mean it."""
    if actor.i in denoter.references:
        return []
    cast = denoter.cast
    roots = {cast.root(party.actor) for party in denoter.parties(Argument(actor))}
    if len(roots) != 1 or cast[root := roots.pop()].kind not in STATES:
        return []
    return [Party(root, noun.left_edge.i, noun.i + 1, "description", how="of the country spoken of")]


def _is_bare(noun: Token, named: Container[int]) -> bool:
    """Tell whether "the" is all that a noun has with it, but for what says nothing of whose it is."""
    children = list(noun.children)
    return any(child.lower_ == "the" for child in children) and all(
        child.lower_ == "the"
        or child.dep_ in ("cc", "conj", "punct")
        # "accused the government *of corruption*", as the parser hangs it
        or (child.lower_ == "of" and not any(token.i in named for token in child.subtree))
        for child in children
    )


def is_of_own_things(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether what a state does or has only touches other things of its own: "Peru's policy hurt its aims".

    Where bodies or people of one country deal with each other, both are named.
    """
    root = denoter.cast.root
    if candidate.type.startswith("restrains.") and _is_destination(denoter, candidate.target):
        return root(candidate.source.actor) == candidate.target.actor
    if candidate.type.partition(".")[0] not in _OPEN or root(candidate.source.actor) != root(candidate.target.actor):
        return False
    if candidate.frame.name == _LETTING:
        body = denoter.doc[candidate.target.start : candidate.target.end].root.base
        return body in denoter.words.either("nouns.home_rulers", "nouns.home_forces")  # "allowed the police to search"
    return _is_thing(denoter, candidate.target) and candidate.source.how == "owner"


def _is_destination(denoter: Denoter, party: Party) -> bool:
    """Tell whether a state is only where something goes: "limits on immigration *to the United States*"."""
    word = denoter.doc[party.start : party.end].root
    return party.actor == denoter.cast.root(party.actor) and word.dep_ == "pobj" and word.head.lower_ in _GOING


def _is_thing(denoter: Denoter, party: Party) -> bool:
    """Tell whether words name only what a state has or does: "American actions", not "American troops"."""
    if party.how != "owner":
        return False
    words = denoter.doc[party.start : party.end]
    named = [denoter.mention_at[word.i] for word in words if word.i in denoter.mention_at]
    if any(one.how == "named entity (government)" for one in named):
        return False  # "a *Supreme Court* order" is the court's
    nouns = [word for word in words if word.pos_ == "NOUN" and word.i not in denoter.mention_at]
    acting = any(denoter.is_whole(noun) or noun.base in denoter.words.either(*_HELD) for noun in nouns)
    return bool(nouns) and not acting
