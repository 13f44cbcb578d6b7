"""Stopping to do something oneself: "stopped supplying Mali", "was asked to cease bombing Chad"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL
from relgraph.pipeline.syntax.negation import is_neither, is_none
from relgraph.pipeline.syntax.objects import is_infinitive

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_ENDS = frozenset({"cooperates.concedes/end-strike", "cooperates.concedes/lift-measure"})


def stopper(doing: Token, words: Words) -> Token | None:
    """Return the verb that says that its own subject stops doing something, not another: not "stopped it bombing"."""
    verb = doing.head
    if doing.tag_ != "VBG" or doing.dep_ not in ("xcomp", "ccomp", "dobj", "advcl") or verb.i >= doing.i:
        return None
    if verb.pos_ not in VERBAL or verb.lemma_ not in words["verbs.ceasing"]:
        return None
    return None if any(child.dep_ == "dobj" and child.i < doing.i for child in verb.children) else verb


def is_asked_to_stop(verb: Token, words: Words) -> bool:
    """Tell whether what is to stop goes on as yet: "urged it *to stop* bombing", "it must *stop* bombing"."""
    if is_infinitive(verb):
        told = any(child.dep_ == "nsubj" for child in verb.children)  # "wants *Peru* to stop"
        return told or verb.head.lemma_ not in words["verbs.resolving"]
    if (
        verb.tag_ in ("VB", "VBP")
        and verb.dep_ == "ccomp"
        and verb.head.lemma_ in words.either("verbs.mandative", "verbs.desire")
    ):
        return True  # "demanded that it *stop* bombing"
    return any(child.dep_ == "aux" and child.lower_ in ("must", "should", "ought") for child in verb.children)


def is_ongoing(doing: Token, words: Words) -> bool:
    """Tell whether a deed is done that somebody is asked to do no longer: "urged Niger to stop *bombing* Chad"."""
    verb = stopper(doing, words)
    return verb is not None and is_asked_to_stop(verb, words)


def is_only_demanded(verb: Token, words: Words) -> bool:
    """Tell whether somebody else asks for an end: "urged it *to end* the siege", not "refused *to lift* it"."""
    if is_infinitive(verb) and verb.head.lemma_ not in words.either(
        "verbs.mandative", "verbs.desire", "verbs.object_control"
    ):
        return False
    return is_asked_to_stop(verb, words)


def is_end_demanded(verb: Token, frame: str, words: Words) -> bool:
    """Tell whether others only ask for the end of a measure, which is what is told: "urged it *to lift* the siege".

    `frame` is the name of the frame that would make the end a concession.
    """
    return frame in _ENDS and verb.pos_ in VERBAL and is_only_demanded(verb, words)


def is_over(verb: Token, words: Words) -> bool:
    """Tell whether what a verb of stopping governs is no longer done, or will not be: not "did not stop bombing"."""
    return not any(child.dep_ == "neg" for child in verb.children) and not is_asked_to_stop(verb, words)


def lapsing(measure: Token, words: Words) -> Token | None:
    """Return the verb by which a measure is not kept up: "did not *renew* the ban", "*let* the ban expire".

    The verb denies that it goes on, so that what its end means is affirmed.
    """
    verb = measure.head
    if measure.dep_ in ("dobj", "nsubjpass") and verb.lemma_ in words["verbs.renewing"]:
        above = verb.head
        failing = verb.dep_ == "xcomp" and above.lemma_ in words["verbs.negating"]
        denied = [child for child in (above if failing else verb).children if child.dep_ == "neg"]
        return verb if failing != bool(denied) else None
    if measure.dep_ == "nsubj" and verb.lemma_ in words["verbs.lapsing"] and verb.dep_ in ("ccomp", "xcomp"):
        letting = verb.head.lemma_ in words["verbs.letting"]
        return verb.head if letting and not any(child.dep_ == "neg" for child in verb.head.children) else None
    return None


def is_prevented(trigger: Token, kind: str, words: Words) -> bool:
    """Tell whether something peaceful is said only of what is prevented: "barred them from *landing* or trading".

    `kind` is the type of what would be done. That it is not done is no news beside who prevents it.
    """
    gerund = trigger
    while gerund.dep_ == "conj" and gerund.tag_ == "VBG":
        gerund = gerund.head
    if gerund.dep_ != "pcomp" or gerund.head.lower_ != "from" or kind.startswith(("restrains.", "fights.attacks")):
        return False
    return gerund.head.head.lemma_ in words["verbs.preventing"]


def sparing(tie: Token, words: Words) -> Token | None:
    """Return the verb that leaves as it is what two share: "did not *derail* ties", "*prevent* a loss of trust"."""
    verb = tie.head
    if tie.dep_ == "dobj" and verb.pos_ in VERBAL:
        harms = verb.lemma_ in words.either("verbs.souring", "verbs.ending", "verbs.thwarting", "verbs.breaking")
        return verb if harms and _is_denied(verb) else None
    loss = verb.head
    if tie.dep_ != "pobj" or verb.lower_ != "of" or loss.base not in words["nouns.losing"] or loss.dep_ != "dobj":
        return None
    return loss.head if loss.head.lemma_ in words["verbs.missing"] and not _is_denied(loss.head) else None


def _is_denied(verb: Token) -> bool:
    return any(
        child.dep_ == "neg" or (child.dep_ in SUBJECTS and (is_none(child) or is_neither(child)))
        for child in verb.children
    )
