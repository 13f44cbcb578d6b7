"""Words in a sense that says nothing about actors, by the words around them: "in the second *row*"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.cast import Cast
    from relgraph.pipeline.parse import Token
    from relgraph.pipeline.words import Words

_PLACES = frozenset({"front", "back", "top", "bottom", "middle", "rear", "outer", "inner", "single", "double", "long"})
_WITHIN = frozenset({"in", "across", "throughout", "over"})


def is_line(noun: Token) -> bool:
    """Tell whether a "row" is a line of things or times, no quarrel: "the *second* row", "four times in a row"."""
    if noun.lemma_.lower() != "row":
        return False
    if any(
        (child.dep_ == "amod" and (child.lower_ in _PLACES or child.ent_type_ == "ORDINAL"))
        or (child.dep_ == "prep" and child.lower_ == "of")
        for child in noun.children
    ):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ == "in" and [c.lower_ for c in noun.children] == ["a"]


def is_satisfied(verb: Token) -> bool:
    """Tell whether costs or needs are met, nobody: "the bill has been met through aid from Mali and Chad"."""
    return verb.lemma_ == "meet" and not any(child.dep_ == "agent" for child in verb.children) and _is_passive(verb)


def is_stationed(candidate: Candidate, cast: Cast) -> bool:
    """Tell whether a part of the world is only where forces are: "deployed missiles *in Eastern Europe*"."""
    if candidate.type != "fights.mobilizes" or cast[candidate.target.actor].kind != "region":
        return False
    doc = candidate.trigger.doc
    root = doc[candidate.target.start : candidate.target.end].root
    return root.dep_ == "pobj" and root.head.lower_ in _WITHIN


def advised(candidates: Iterable[Candidate], cast: Cast, words: Words) -> Iterator[Candidate]:
    """Yield the candidates; a warning to people who are no party is no threat, but at most asks something of them.

    "Warned tourists *to* leave" asks them to; "warned tourists of thieves" says nothing about them.
    """
    for candidate in candidates:
        verb = candidate.trigger
        if candidate.type != "disputes.threatens" or verb.lemma_ not in words["verbs.cautioning"]:
            yield candidate
            continue
        target = verb.doc[candidate.target.start : candidate.target.end].root
        if cast[candidate.target.actor].kind != "group" and target.lemma_.lower() not in words["nouns.public"]:
            yield candidate
        elif any(child.dep_ in ("xcomp", "ccomp") and child.tag_ == "VB" for child in verb.children):
            candidate.type, candidate.composed = "disputes.demands", True
            yield candidate


def is_of_content(candidate: Candidate) -> bool:
    """Tell whether a target is only what somebody calls for deals with: "their call for a quota *on* migrants"."""
    if candidate.type != "disputes.demands" or candidate.frame.word_class != "noun":
        return False
    noun = candidate.trigger
    between = noun.doc[noun.i + 1 : candidate.target.start]
    words = [token.lower_ for token in between]
    return "on" in words and "for" in words[: words.index("on")]


def is_perfect(verb: Token) -> bool:
    """Tell whether a participle is what its subject has done, not how it is: "that Russia had *deployed*"."""
    return any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.children) and not _is_passive(verb)


def _is_passive(verb: Token) -> bool:
    return verb.pos_ in VERBAL and any(child.dep_ == "auxpass" for child in verb.children)
