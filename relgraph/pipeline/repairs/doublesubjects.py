"""Names taken for a second subject, hung in the subject: "aid to Chad as well as *Mali* rose", "and to *Mali* rose"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

ADDRESSED = "npadvmod"
"""How who is spoken to hangs on the verb."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NAMES = frozenset({"PROPN", "NOUN"})


def keep_one_subject(doc: Doc, words: Words) -> None:
    """Hang a second subject on the preposition or conjunction right before it, if both stand inside the first.

    Who is addressed is no subject at all: "*Minister*, will Chad leave?"
    """
    for verb in _with_two(doc):
        first, second = [child for child in verb.lefts if child.dep_ in _SUBJECTS][:2]
        if doc[first.i + 1].text == "," and first.lower_ in words["offices.heads"] and _opens(first):
            hang(first, verb, ADDRESSED)
            continue
        joint = doc[second.left_edge.i - 1]
        negation = joint if joint.dep_ == "neg" else None
        if negation is not None:
            joint = doc[joint.i - 1]
        inside = first.is_ancestor(joint) or joint.head is verb  # a preposition alone may hang on the verb
        if joint.i <= first.i or not inside or second.right_edge.i > verb.i:
            continue
        if second.right_edge.nbor().text == ",":
            continue
        end = joint.i - 1 if doc[joint.i - 1].text != "," else joint.i - 2
        listed = doc[end] if doc[end].lower_ != "well" else doc[end - 2]
        if joint.dep_ == "cc" and listed.pos_ == second.pos_ == "PROPN" and listed.i > first.i:
            hang(joint, listed, "cc")
            hang(second, listed, "conj")  # "aid to Chad but not *Mali* rose"
            if negation is not None:
                hang(negation, second, "neg")
        elif joint.pos_ == "ADP" and not any(child.dep_ in ("pobj", "pcomp") for child in joint.children):
            hang(second, joint, "pobj")
    for well in doc.occurrences(("well",)):
        _as_well_as(doc, well)
    for sentence in doc.sents:
        if sentence.root.pos_ == "NOUN":
            _end_of_list(doc, sentence.root)


def _opens(word: Token) -> bool:
    """Tell whether a word begins its sentence, or what somebody says there."""
    return word.i == word.sent.start or word.nbor(-1).text in (":", "“", '"')


def _end_of_list(doc: Doc, noun: Token) -> None:
    """Join the last of a list to it where a clause began with it: "hatred of Chad, Mali, *and Togo grew*"."""
    verb = next((child for child in noun.rights if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX")), None)
    last = next((child for child in verb.lefts if child.dep_ in _SUBJECTS), None) if verb is not None else None
    if verb is None or last is None or last.pos_ != "PROPN":
        return
    joint, before = doc[last.left_edge.i - 1], doc[last.left_edge.i - 3]
    listed = joint.dep_ == "cc" and joint.head is noun and doc[joint.i - 1].text == ","
    if not listed or before.pos_ != "PROPN" or not noun.is_ancestor(before) or before.dep_ not in ("appos", "conj"):
        return
    role = last.dep_
    hang(joint, before, "cc")
    hang(last, before, "conj")
    take_place(verb, noun)
    hang(noun, verb, role)


def _as_well_as(doc: Doc, well: Token) -> None:
    """Join a name to the one before "as well as", not to the noun above it: "the war on Chad as well as *Mali*"."""
    if not 1 < well.i < len(doc) - 2 or doc[well.i + 1].dep_ != "cc":
        return
    listed, joint = doc[well.i - 2], doc[well.i + 1]
    for second in joint.head.rights:
        above = second.head.pos_ == "NOUN" and listed.dep_ == "pobj" and second.head.is_ancestor(listed)
        if (
            above
            and second.dep_ == "conj"
            and second.left_edge.i == joint.i + 1
            and listed.pos_ == second.pos_ == "PROPN"
        ):
            hang(joint, listed, "cc")
            hang(second, listed, "conj")
            break


def _with_two(doc: Doc) -> list[Token]:
    """Return the verbs that have two subjects before them, of which the second is a name or noun."""
    found = []
    for name in doc:
        verb = name.head
        if name.dep_ in _SUBJECTS and name.pos_ in _NAMES and name.i < verb.i and verb not in found:
            subjects = [child for child in verb.lefts if child.dep_ in _SUBJECTS]
            if len(subjects) > 1 and subjects[1].pos_ in _NAMES:
                found.append(verb)
    return found
