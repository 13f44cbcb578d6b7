"""Infinitives that say what somebody only aims at, and those that say what he does: "marched to *protest*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.syntax.negation import amount_done
from relgraph.pipeline.words import SOMEBODY

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_DONE_BY_ANOTHER = frozenset({"xcomp", "ccomp", "prep"})
_FINITE = frozenset({"VBD", "VBN", "VBZ", "VBP"})


def is_purpose(verb: Token, words: Words) -> bool:
    """Tell whether an infinitive says what something is done or is there for, so that it is not done as yet."""
    head = verb.head
    if head.lemma_ == "go" and any(child.lower_ == "on" for child in head.children):
        return False  # "went on to bomb it"
    if head.lemma_ == "come" and verb.lemma_ in words["verbs.come_to"] and verb.i - head.i == 2:
        return False  # "came to resent it"
    if _is_done_there(verb, words) or _is_told_at_once(verb, words):
        return False
    if verb.dep_ == "advcl":
        # "was the first country *to*", as the parser hangs it
        called = [child for child in head.children if child.dep_ == "attr" and child.i < verb.i]
        return amount_done(verb) is None and not any(_is_set_apart(noun, words) for noun in called)
    if verb.dep_ in ("relcl", "acl"):
        if is_chance_taken(head, words):
            return False
        if head.base in words.either("nouns.ongoing", "nouns.negated") or _is_set_apart(head, words):
            return False  # "its *failure* to stop them": it did not
        return amount_done(verb) is None
    return verb.dep_ == "xcomp" and head.lemma_ in words["verbs.motion"]


def _is_told_at_once(verb: Token, words: Words) -> bool:
    """Tell whether something is said by being in touch with somebody for it: "called to *thank* him"."""
    if verb.lemma_ not in words.either("verbs.conveying", "verbs.greeting") or verb.dep_ not in ("advcl", "xcomp"):
        return False
    calling = verb.head
    return calling.tag_ in _FINITE and calling.lemma_ in words["verbs.contacting"] and not _is_planned(calling)


def _is_planned(verb: Token) -> bool:
    """Tell whether an auxiliary says that something is still to come: "*will* call", "*is* to call"."""
    return any(child.tag_ in ("MD", "TO") for child in verb.lefts)


def _is_set_apart(noun: Token, words: Words) -> bool:
    """Tell whether somebody is told by what he did from those who did it later or not: "the *first* state to"."""
    ranked = words["adjectives.ranked"]
    if noun.lemma_ in ranked:
        return True
    if noun.dep_ == "dobj":
        return False  # "set up the first court to try them"
    somebody = noun.pos_ == "PROPN" or noun.base in words.either(*SOMEBODY)
    return somebody and any(child.lower_ in ranked and child.dep_ in ("amod", "nummod") for child in noun.lefts)


def is_tried_for(deed: Token, cause: Token, words: Words) -> bool:
    """Tell whether somebody only tries to make another one do something: "*tried to* force Chad to *leave*"."""
    if deed.dep_ not in _DONE_BY_ANOTHER or cause.lemma_ not in words["verbs.object_control"]:
        return False
    return _is_attempt(cause, words) or (cause.tag_ == "VB" and is_purpose(cause, words))


def _is_attempt(verb: Token, words: Words) -> bool:
    """Tell whether what a verb says is only tried: "*tried* to make", "the hard *work* of making"."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in ("of", "at"):
        return verb.head.head.base in words.either("nouns.toils", "nouns.ongoing")
    if verb.dep_ not in ("xcomp", "acl", "relcl") or not any(child.tag_ == "TO" for child in verb.children):
        return False
    head = verb.head
    return head.lemma_ in words["verbs.trying"] or (head.pos_ == "NOUN" and head.base in words["nouns.ongoing"])


def is_chance_taken(chance: Token, words: Words) -> bool:
    """Tell whether somebody did what he had a chance to do: "took the *opportunity* to bomb Hamas"."""
    taken = chance.dep_ == "dobj" and chance.head.lemma_ in words["verbs.seizing_chances"]
    return taken and chance.base in words["nouns.possible"]


def _is_done_there(verb: Token, words: Words) -> bool:
    """Tell whether one does something by going somewhere for it: "marched through Lima to *protest*"."""
    if verb.lemma_ not in words["verbs.doing_there"] or verb.dep_ not in ("advcl", "xcomp", "relcl", "acl"):
        return False
    above = verb.head
    held = [child for child in above.children if child.dep_ == "dobj"] if above.pos_ in VERBAL else [above]
    going = above.head if above.dep_ == "dobj" else above
    if going.tag_ not in _FINITE:
        return False
    planned = words.either("verbs.desire", "verbs.threatening", "verbs.promising", "verbs.resolving")
    if verb.lemma_ in words["verbs.protesting"] and verb.dep_ == "advcl" and going.lemma_ not in planned:
        return True  # "dumped manure to protest": whatever is done so is a protest
    # "started a *hunger strike* to protest"
    return going.lemma_ in words["verbs.assembling"] or any(noun.base in words["nouns.protest"] for noun in held)
