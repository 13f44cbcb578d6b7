"""Sport, business and art, which speak of nations that meet, clash and win markets: no politics."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from relgraph.ontology import Ontology
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_LEAST = 2
_SHARE = 0.006
_MANY = 10

_FORCE = frozenset({"fights.attacks", "fights.mobilizes", "restrains.coerces"})
_OPINIONS = frozenset({"disputes.accuses", "cooperates.supports"})

_POLITICAL = frozenset(
    {
        "restrains.sanctions",
        "disputes.accuses",
        "disputes.demands",
        "disputes.protests",
        "disputes.rejects",
        "disputes.threatens",
    }
)
"""Types that are meant as said in sport, too: boycotts, bans, protests."""


def is_about_sport(doc: Doc, lowers: Sequence[str], words: Words) -> bool:
    """Tell whether a text (with its words in lower case) is about sport: several words of it that mean nothing else.

    One sentence of many is not what a text is about: a digest of the day's news may have a match in it.
    """
    found = [lower for lower in lowers if lower in words["sport.words"]]
    found.extend("a score" for _ in range(_scores(lowers)))
    if len(set(found)) < _LEAST or len(found) < _SHARE * len(lowers):
        return False
    return len(doc.sents) <= _MANY or sum(not sent.lowers.isdisjoint(words["sport.words"]) for sent in doc.sents) > 1


def _scores(lowers: Sequence[str]) -> int:
    """Return how many scores of matches there are, which count as words of sport: "7-6"."""
    return sum(
        1
        for i, lower in enumerate(lowers)
        if lower in ("-", "–")
        and 0 < i < len(lowers) - 1
        and all(lowers[at].isdigit() and len(lowers[at]) < 3 for at in (i - 1, i + 1))
    )


def is_meant_in_sport(candidate: Candidate, words: Words) -> bool:
    """Tell whether what a text about sport states is meant so, not played; what users define is up to them."""
    if candidate.type not in Ontology.default():
        return True
    return candidate.type in _POLITICAL and candidate.trigger.base not in words["sport.play"]


def is_contest(candidate: Candidate, words: Words) -> bool:
    """Tell whether a blow or a meeting is a game, by its word and those of its sentence: "the World Cup *clash*"."""
    if candidate.type not in ("fights.attacks", "cooperates.consults", "disputes.rivals"):
        return False
    if candidate.trigger.base not in words["sport.contests"]:
        return False
    sentence = [token.lower_ for token in candidate.trigger.sent]
    pairs = {f"{first} {second}" for first, second in pairwise(sentence)}
    played = words["sport.words"].intersection(sentence) - words["sport.ambiguous"]
    scored = _scores(sentence) > 0
    return bool(played) or scored or not words["sport.events"].isdisjoint(pairs)


def is_vote(candidate: Candidate, cast: Cast, words: Words) -> bool:
    """Tell whether politicians or parties beat each other at the polls: "Lula's *victory* over Bolsonaro"."""
    return (
        candidate.type == "fights.attacks"
        and candidate.trigger.base in words["sport.ballots"]
        and all(cast[party.actor].kind in ("person", "organization") for party in (candidate.source, candidate.target))
    )


def is_business(candidate: Candidate, words: Words) -> bool:
    """Tell whether what is taken or hit is a market or the like: "inroads into the *market*", "a fight for *sales*"."""
    if candidate.type not in _FORCE:
        return False
    hit = [_target(candidate), *(child for child in candidate.trigger.children if child.dep_ == "dobj")]
    hit.extend(
        share
        for child in candidate.trigger.children
        if child.dep_ == "prep" and child.lower_ == "for"
        for share in child.children
    )
    return any(token.base in words["nouns.market"] and not _is_bazaar(token, words) for token in hit)


def _is_bazaar(market: Token, words: Words) -> bool:
    """Tell whether a market is a place where one can be killed: "attacked *a market* in Quetta"."""
    if market.base != "market":
        return False
    plain = not any(child.dep_ in ("amod", "compound") and child.text[0].isupper() for child in market.children)
    single = any(child.lower_ in ("a", "an") for child in market.children)
    return plain and single and market.head.lemma_ in words["verbs.striking"]


def is_merger(candidate: Candidate, cast: Cast, words: Words) -> bool:
    """Tell whether one firm buys another: "its *takeover* of the bank" occupies nothing."""
    return (
        candidate.type in _FORCE
        and candidate.trigger.base in words["nouns.merging"]
        and all(cast[party.actor].kind == "organization" for party in (candidate.source, candidate.target))
    )


def is_review(candidate: Candidate, words: Words) -> bool:
    """Tell whether an opinion is of a work of art, not of the country whence it is: "praised the Iranian *film*"."""
    return candidate.type in _OPINIONS and _target(candidate).base in words["nouns.works"]


def _target(candidate: Candidate) -> Token:
    return candidate.target_word
