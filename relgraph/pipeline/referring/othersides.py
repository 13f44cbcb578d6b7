"""Whom an act concerns that names nobody: the other side of the dispute or the talks that the text has just told of.

"Turkey and Greece quarrelled over the islands. *The Turks threatened war*", "Egypt and Israel opened talks. *Egypt quit
them*". Only where these two are the only powers that the sentence and the one before it speak of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.candidates import Candidate, Trigger
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

OTHER_SIDE = ("the target is the other side of what was told before", 0.85)
HOW = "the other side of the dispute"
_LEAST = 0.5
"""Less sure relations make nobody a side."""
_AGAINST = frozenset({"disputes.threatens", "disputes.demands", "disputes.rejects"})
_WAGING = frozenset(
    {"fights.attacks/wage-war", "cooperates.agrees/make-peace", "cooperates.agrees/sue-for-peace"}
    | {"cooperates.concedes/declare-truce", "cooperates.concedes/withdraw-forces", "cooperates.concedes/back-down"}
    | {"cooperates.concedes/yield-to", "cooperates.concedes/surrender-bare"}
)
_AT_TALKS = "cooperates.consults/talks"
_TALKING = frozenset({"disputes.rejects/snub-meeting", _AT_TALKS})
_ENTERING = frozenset({"join", "enter"})
_HOSTILE = frozenset({"fights", "disputes", "restrains"})
_AT = frozenset({"in", "at", "during"})


def may_take_other_side(frame: Frame) -> bool:
    """Tell whether whom an act concerns may be left to the dispute or the talks told of before."""
    return frame.type in _AGAINST or frame.name in _WAGING or frame.name in _TALKING


def other_side(verb: Token, act: Trigger, doer: str, found: Iterable[Candidate], denoter: Denoter) -> Party | None:
    """Return against whom `found` tells that `doer` stands, or with whom he talks, if it can be nobody else.

    `act` are the words of the act and `verb` its verb, `doer` is the root of who does it.
    """
    frame, words = act.frame, act.words
    talking = frame.name in _TALKING or is_at_talks(verb, denoter)
    enough = _says_enough(words, frame, denoter) or (talking and frame.name != _AT_TALKS)
    if not may_take_other_side(frame) or not enough:
        return None
    start, end = _sentence_before(verb), verb.sent.end
    others: dict[str, Party] = {}
    for one in found:
        ends = {denoter.cast.root(party.actor): party for party in (one.source, one.target)}
        if not start <= one.trigger.i < words[0].i or one.confidence < _LEAST or doer not in ends or len(ends) < 2:
            continue
        if one.type.partition(".")[0] in _HOSTILE or (talking and one.type == "cooperates.consults"):
            others.update({root: party for root, party in ends.items() if root != doer})
    if len(others) != 1 or not all(denoter.is_power(party) for party in others.values()):
        return None
    if set(_powers(denoter, start, end)) - {doer, *others}:
        return None
    (target,) = others
    return Party(target, words[0].i, words[0].i + 1, "description", how=HOW)


def _says_enough(words: list[Token], frame: Frame, denoter: Denoter) -> bool:
    """Tell whether an act is one of a dispute by its words: "withdrew its *troops*", "refused to *compromise*"."""
    if frame.name == _AT_TALKS:
        return words[0].head.lemma_ in _ENTERING
    if frame.word_class == "noun" and words[0].head.lemma_ not in denoter.words["replies.making"]:
        return False  # "staved off the threat of duties"
    if frame.type == "disputes.rejects":
        return any(word.lemma_ in denoter.words["replies.bending"] for word in words)
    if frame.type == "disputes.demands":
        return any(word.lemma_ in denoter.words["nouns.satisfaction"] for word in words)
    return len(words) > 1 or frame.type == "disputes.threatens"


def is_at_talks(verb: Token, denoter: Denoter) -> bool:
    """Tell whether something is done in talks that are known already: "rejected both means *in the negotiations*"."""
    return any(
        thing.base in denoter.lexicon.meetings and any(child.lower_ in ("the", "these") for child in thing.children)
        for child in verb.subtree
        if child.dep_ == "prep" and child.lower_ in _AT and child.i > verb.i
        for thing in child.children
    )


def _sentence_before(verb: Token) -> int:
    """Return where the sentence before a verb's begins."""
    start = verb.sent.start
    return verb.doc[start - 1].sent.start if start > 0 else 0


def _powers(denoter: Denoter, start: int, end: int) -> Iterator[str]:
    """Yield the states and the like that some words name or mean."""
    for i in range(start, end):
        for party in denoter.references.get(i) or filter(None, [denoter.mention_at.get(i)]):
            seat = party.capital and denoter.doc[i].dep_ == "pobj" and denoter.doc[i].head.lower_ in _AT
            if denoter.is_power(party) and party.how != "place" and not seat:
                yield denoter.cast.root(party.actor)
