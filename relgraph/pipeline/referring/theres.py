"""Which land "there" means: "Haiti has not voted since 2016. Kenya sent policemen *there*".

The only land that the sentence so far, or else the one before, says that something is in or goes to; if there is none,
the only one that it names. Never the land of whoever acts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.referring.antecedents import History

HOW = "the place named last"
_AT = frozenset({"in", "at", "near", "to", "into", "from", "across", "throughout", "around", "inside", "over"})
_LANDS = STATES | {"place"}


def is_there(token: Token) -> bool:
    """Tell whether a word is "there" that says where or whither: not "there is"."""
    return token.lower_ == "there" and token.tag_ == "RB" and token.dep_ == "advmod" and token.i > token.head.i


def land_meant(history: History, token: Token) -> list[Party]:
    """Return the land that "there" means, nobody if unsure."""
    denoter, start = history.denoter, token.sent.start
    subject = history.clause_subject(token)
    own = {denoter.cast.root(party.actor) for party in denoter.denote(subject)} if subject is not None else set()
    spans = [(start, token.head.left_edge.i)] if token.head.left_edge.i > start else []
    if start > 0:
        spans.append((token.doc[start - 1].sent.start, start))
    for first, end in spans:
        named = [place for place in _lands(denoter, token, first, end) if place[0] not in own]
        told = {root for root, is_where in named if is_where} or {root for root, _ in named}
        if len(told) > 1 or _speaks_of_ground(denoter, first, end):
            return []
        if told:
            return [Party(next(iter(told)), token.i, token.i + 1, "description", how=HOW)]
    return []


def _speaks_of_ground(denoter: Denoter, first: int, end: int) -> bool:
    """Tell whether some words speak of a place that is not named, which may be meant: "occupied *the island*"."""
    for i in range(first, end):
        place = denoter.doc[i]
        if place.pos_ != "NOUN" or place.base not in denoter.words["nouns.places_apart"] or i in denoter.mention_at:
            continue
        named = any(word.i in denoter.mention_at for word in place.subtree)
        if not named and i not in denoter.references and place.dep_ in ("dobj", "pobj", "nsubj", "nsubjpass"):
            return True
    return False


def _lands(denoter: Denoter, there: Token, first: int, end: int) -> list[tuple[str, bool]]:
    """Return the countries that some words name or mean, each with whether they say that something is there.

    Not who says the clause of "there".
    """
    cast, found = denoter.cast, []
    above = {verb.i for verb in there.ancestors if verb.lemma_ in denoter.words["verbs.speaking"]}
    for i in range(first, end):
        mention = denoter.mention_at.get(i)
        parties = [mention] if mention is not None and mention.start == i else denoter.references.get(i, [])
        for party in parties:
            root = cast.root(party.actor)
            if cast[party.actor].kind not in _LANDS or cast[root].kind not in STATES:
                continue
            word = denoter.doc[party.start : party.end].root
            at = word.head if word.dep_ == "pobj" else None
            land = denoter.words["nouns.ground"]
            if word.dep_ in ("amod", "compound", "nmod") and word.head.base in land:
                at = word.head.head if word.head.dep_ == "pobj" else None
            elif party.via == "demonym":
                continue
            if word.dep_ in SUBJECTS and word.head.i in above:
                continue
            found.append((root, at is not None and at.lower_ in _AT))
    return found
