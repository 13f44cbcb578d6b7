"""Words of wars that the parser hung on a verb: "helped nations *engaged* in the war", "the fall of Gao *to*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_ENGAGED = (
    "engaged",
    "involved",
    "locked",
    "embroiled",
    "caught",
    "trapped",
    "based",
    "loyal",
    "fighting",
    "struggling",
)
_PAST = frozenset({"VBD", "VBN", "VBZ", "VBP"})
_AMID = frozenset({"during", "in", "amid", "throughout", "before", "after", "since"})
_WARS = frozenset({"war", "battle", "fight", "struggle", "drive", "push"})
_LOST = frozenset({"fall", "loss", "surrender", "capitulation", "collapse", "defeat"})
_NO_HELP = frozenset(
    {"say", "see", "find", "have", "keep", "leave", "get", "hear", "watch", "want", "make", "let", "report"}
)
"""Verbs after which such a clause says in what state somebody is."""


def mend_engaged(doc: Doc, words: Words) -> None:
    """Make nouns of war what was taken for verbs, and hang on them what belongs to them."""
    _no_verbs(doc, words)
    _engaged(doc)
    _fallen(doc)
    _campaigns(doc, words)


def _no_verbs(doc: Doc, words: Words) -> None:
    """Make nouns of what is never a verb, and let it do what follows: "Chadian *airstrikes* on them *killed* ten"."""
    for noun in doc.occurrences(words["nouns.never_verbs"]):
        if noun.pos_ != "VERB":
            continue
        noun.pos_, noun.tag_ = "NOUN", "NNS"
        verb = next((child for child in noun.rights if child.tag_ in _PAST and child.pos_ == "VERB"), None)
        for child in [child for child in noun.children if child.dep_ == "nsubj" and child.i < noun.i]:
            hang(child, noun, "compound" if child.i == noun.i - 1 else "nmod")
        if verb is None or noun.dep_ not in ("ROOT", "ccomp") or _only_subject(verb) is not None:
            continue
        hang(verb, verb if noun.dep_ == "ROOT" else noun.head, noun.dep_)
        for child in [child for child in noun.children if child.i > verb.i]:
            hang(child, verb, child.dep_)
        hang(noun, verb, "nsubj")


def _engaged(doc: Doc) -> None:
    """Hang on a noun the participle after it that was taken for the verb of a clause: "helped nations *engaged* in"."""
    for engaged in doc.occurrences(_ENGAGED):
        verb = engaged.head
        if engaged.dep_ != "ccomp" or engaged.pos_ not in ("VERB", "ADJ") or verb.pos_ != "VERB" or verb.i > engaged.i:
            continue
        noun = _only_subject(engaged)
        if noun is None or noun.tag_ != "NNS" or noun.left_edge.i != verb.i + 1 or verb.lemma_ in _NO_HELP:
            continue
        hang(noun, verb, "dobj")
        hang(engaged, noun, "acl")
        if engaged.tag_ == "VBD":
            engaged.tag_ = "VBN"


def _campaigns(doc: Doc, words: Words) -> None:
    """Hang on a campaign against whom it goes, not on what happens in it: "abuses during the *war against Chad*"."""
    for against in doc.occurrences(("against",)):
        noun, near = against.head, doc[against.i - 1] if against.i else against
        during = near.head
        if (
            near.dep_ == "pobj"
            and during.lower_ in _AMID
            and during.head.i == noun.i < near.i
            and near.base in words["means.fights"] | _WARS
        ):
            hang(against, near)


def _fallen(doc: Doc) -> None:
    """Hang on a loss to whom it is one: "aid grew in response to the *fall* of Gao *to the rebels*"."""
    for to in doc.occurrences(("to",)):
        verb = to.head
        if to.dep_ not in ("prep", "dative") or verb.pos_ != "VERB" or verb.i > to.i:
            continue
        above = next((child for child in reversed(verb.rights) if child.i < to.i), None)
        if above is None or above.right_edge.i != to.i - 1:
            continue
        for lost in above.subtree:
            of = [child for child in lost.rights if child.lower_ == "of"] if lost.lower_ in _LOST else []
            if of and lost.right_edge.i == to.i - 1 and lost.pos_ == "NOUN" and lost.dep_ == "pobj":
                hang(to, lost)
                break


def _only_subject(clause: Token) -> Token | None:
    """Return the subject that is all that stands before the verb of a clause."""
    before = [child for child in clause.children if child.i < clause.i]
    alone = len(before) == 1 and before[0].dep_ in ("nsubj", "nsubjpass") and before[0].right_edge.i == clause.i - 1
    return before[0] if alone else None
