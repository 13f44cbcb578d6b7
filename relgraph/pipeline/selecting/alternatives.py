"""What a demand holds out if it is not met: "told Peru to withdraw *or face sanctions*" is a threat as well."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

OR_ELSE = Frame(
    id="or-else",
    type="disputes.threatens",
    verb=("face", "risk", "suffer"),
    source=("subject",),
    target=("object",),
    confidence=0.75,
)
_ORDERING = frozenset({"restrains.sanctions/send-packing"})
_ENDING = frozenset({";", ":", '"', "“", "”", "but", "whether", "either"})
_BETWEEN = frozenset({",", "else", "otherwise", "they", "it", "he", "she", "to", "will", "would", "must", "should"})
_STEPS = 4
_REACH = 40
"""How many words after a demand its alternative may stand."""
_OBJECT = 7


def held_out(candidates: Iterable[Candidate], words: Words) -> Iterator[Candidate]:
    """Yield the candidates, and beside a demand the threat that is made for the case that it is not met."""
    found = list(candidates)
    yield from found
    demands = [one for one in found if one.type == "disputes.demands" or one.frame.name in _ORDERING]
    for one in demands:
        either = _alternative(one, words)
        if either is None:
            continue
        between = range(one.trigger.i + 1, either[0])
        if not any(other.trigger.i in between for other in demands):
            yield Candidate(OR_ELSE, one.source, one.target, one.trigger, *either, OR_ELSE.type, doubts=one.doubts)


def _alternative(demand: Candidate, words: Words) -> tuple[int, int] | None:
    """Return the tokens of "or face sanctions" after a demand."""
    doc, last = demand.trigger.doc, demand.trigger.sent.end
    after = max(demand.trigger.i, demand.target.start) + 1
    for i in range(after, min(after + _REACH, last)):
        if doc[i].lower_ in _ENDING:
            return None
        if doc[i].lower_ == "or" and (end := _harm(doc[i], words)) is not None:
            return i, end
    return None


def _harm(either: Token, words: Words) -> int | None:
    """Return where the harm ends that follows an "or": "face *sanctions*", "be *arrested*"; None if none follows."""
    doc, last = either.doc, either.sent.end
    verb = next((doc[i] for i in range(either.i + 1, min(either.i + _STEPS, last)) if _opens(doc[i])), None)
    if verb is None:
        return None
    if verb.lemma_ in ("be", "get"):
        done = next((doc[i] for i in range(verb.i + 1, min(verb.i + _STEPS, last)) if doc[i].tag_ == "VBN"), None)
        hurting = words.either("verbs.against_others", "verbs.killing_people", "verbs.jailing", "verbs.removing")
        return done.i + 1 if done is not None and done.lemma_ in hurting else None
    if verb.lower_ not in words["verbs.incurring"]:  # a bare form, which is often taken for a noun: "risk fines"
        return None
    harms = words["nouns.penalties"]
    for i in range(verb.i + 1, min(verb.i + _OBJECT, last)):
        if doc[i].base in harms:
            return i + 1
        if doc[i].lower_ in (",", "."):
            break
    return None


def _opens(token: Token) -> bool:
    """Tell whether a token is no mere link between an "or" and its verb."""
    return token.lower_ not in _BETWEEN
