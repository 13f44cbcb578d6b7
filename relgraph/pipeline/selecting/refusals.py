"""What not granting, permitting or doing something for another is: a refusal or a limit, and no denied deed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.candidates import Candidate
from relgraph.pipeline.qualifying.qualification import Context
from relgraph.pipeline.syntax.negation import has_not, is_refused, permits_only
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_PERMITTED = {
    "cooperates.concedes": "restrains.limits",
    "cooperates.supports": "disputes.rejects",
    "cooperates.agrees": "disputes.rejects",
}
"""What not permitting, not accepting and not agreeing are, by the type that permitting and accepting have."""
_REFUSED = frozenset({"cooperates.concedes", "cooperates.aids", "cooperates.agrees", "cooperates.supports"})
"""What somebody "will not" do for another is refused to him."""
_REFUSED_TALKS = frozenset({"cooperates.consults", "cooperates.collaborates", "cooperates.agrees"})
"""What one who "will not" do it with another refuses, though both would do it: "will not negotiate with Mali"."""


def denied_deeds(candidates: Iterable[Candidate], words: Words) -> Iterator[Candidate]:
    """Yield the deeds that are not done, beside their refusal: "*will not lift* the embargo", "cancelled a *visit*"."""
    for candidate in candidates:
        if _is_called_off(candidate, words):
            yield replace(candidate, type=candidate.frame.type, turned=not candidate.turned, denied=True)
        elif _will_not(candidate) and _withheld(candidate, words) is None:
            yield replace(candidate, denied=True)


def _is_called_off(candidate: Candidate, words: Words) -> bool:
    """Tell whether a meeting is called off by one side."""
    verb = candidate.trigger.doc[candidate.start]
    return (
        candidate.type == "disputes.rejects"
        and candidate.frame.type == "cooperates.consults"
        and candidate.composed
        and verb.lemma_ in words["verbs.cancelling"]
    )


def _will_not(candidate: Candidate) -> bool:
    """Tell whether somebody says that he will not do something for or with another."""
    if candidate.type in _REFUSED_TALKS and _refuses(candidate):
        return True
    return candidate.type in _REFUSED and not candidate.symmetric and is_refused(candidate.trigger)


def settle_refusal(candidate: Candidate, context: Context, denoter: Denoter) -> None:
    """Give a candidate the type that it has as it is said; a "not" that the type says leaves its context."""
    words = denoter.words
    if candidate.denied:
        return
    if not context.negated:
        if candidate.type == "cooperates.concedes" and _is_for_few(candidate.trigger, words):
            candidate.type = "restrains.limits"
        return
    kind: str | None
    if candidate.type in _REFUSED_TALKS and _refuses(candidate):
        candidate.symmetric = False
        kind, willed = "disputes.rejects", True
    elif candidate.type in _REFUSED and not candidate.symmetric and is_refused(candidate.trigger):
        kind, willed = _withheld(candidate, words) or "disputes.rejects", True
    else:
        kind, willed = _withheld(candidate, words), False
    told = candidate.trigger.tag_ in ("VBZ", "VBP", "VBD") and context.speaker is not None
    if kind == "restrains.limits" and told and not _says_not(candidate.trigger):
        return  # "denies that it lets rebels cross" is no refusal
    if kind is not None:
        if candidate.frame.target == ("subject",) and candidate.trigger.lemma_ == "accept":
            # "accepted no aid from Chad": who would receive it refuses it
            candidate.source, candidate.target = candidate.target, candidate.source
        candidate.type, context.negated = kind, False
        goes_on = willed and kind in ("disputes.rejects", "disputes.protests")
        context.modality = "actual" if goes_on else context.modality


def _says_not(verb: Token) -> bool:
    """Tell whether a verb itself is negated or refused: "does *not* allow", "*refuses* to allow"."""
    return is_refused(verb) or has_not(verb)


def _withheld(candidate: Candidate, words: Words) -> str | None:
    """Return the type of not granting what a candidate would grant; None if it would grant nothing."""
    kind, lemma = candidate.type, candidate.trigger.lemma_
    if kind == "cooperates.concedes" and candidate.composed and candidate.frame.type.startswith("fights."):
        return candidate.frame.type  # "will never stop its war on"
    if kind == "cooperates.concedes" and any(
        word.base in words["nouns.walkouts"] for word in candidate.trigger.doc.tokens[candidate.start : candidate.end]
    ):
        return "disputes.protests"  # "will not end their strike"
    if candidate.symmetric:
        return None
    if kind == "cooperates.concedes" and "request" in candidate.frame.companions:
        return "disputes.rejects"  # "would not meet the demands"
    if kind in _PERMITTED and lemma in words["verbs.permitting"]:
        # who does not accept a demand limits nobody
        return "disputes.rejects" if lemma in ("accept", "approve") else _PERMITTED[kind]
    admits = lemma in words["verbs.admitting"] and kind == "cooperates.aids"
    if admits and candidate.trigger.head.lemma_ != "deny":
        return "disputes.rejects"
    return "disputes.rejects" if kind in _PERMITTED and _withholds_consent(candidate, words) else None


def _refuses(candidate: Candidate) -> bool:
    """Tell whether one side says that it will not do something with the other, who stands behind the verb."""
    trigger = candidate.trigger
    if trigger.pos_ in ("NOUN", "PROPN") and trigger.dep_ in ("dobj", "pobj"):
        trigger = next((above for above in trigger.ancestors if above.pos_ == "VERB"), trigger)
    return is_refused(trigger) and candidate.source.start < trigger.i < candidate.target.start


def _withholds_consent(candidate: Candidate, words: Words) -> bool:
    """Tell whether what is not given is leave to do something: "did not give *permission*"."""
    said = candidate.trigger.doc.tokens[candidate.start : candidate.end]
    return any(word.base in words["nouns.consent"] for word in said)


def _is_for_few(trigger: Token, words: Words) -> bool:
    """Tell whether a permission is a limit: "let only women land"."""
    return trigger.lemma_ in words["verbs.letting"] and permits_only(trigger)
