"""Clauses that a semicolon or a colon parts, where the parser took one into the other.

"France recalled its envoy; *Britain*, fearing a war, armed Greece": no semicolon parts the members of a list of
names one of which goes on with a verb, so that the noun behind it is the subject of the verb that has none.
"The plan was clear: Chad would arm Mali": neither clause is what the other one says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_FINITE = frozenset({"VBP", "VBZ", "VBD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_JOINING = frozenset({"and", "but", "while", "whereas", "yet", "so", "however", "meanwhile", "then", ","})
_WITHIN = frozenset({"det", "compound", "amod", "poss", "nmod", "nummod", "case", "advmod", "punct"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_TOLD = frozenset({"ccomp", "parataxis", "dep", "advcl"})
_SAID_OF = frozenset({"advcl", "acl", "prep", "advmod", "cc", "npadvmod", "dep"})


def part_at_marks(doc: Doc, words: Words) -> None:
    """Set clauses beside each other that a semicolon or colon parts, each with its own subject."""
    _go_on_with_deeds(doc, words)
    for mark in doc.occurrences((";", ":")):
        if mark.sent.start < mark.i < mark.sent.end - 2:
            _stand_alone(mark, words)
    _begin_behind_semicolons(doc)


def _go_on_with_deeds(doc: Doc, words: Words) -> None:
    """Read as a verb what a resolution goes on with: "Pays tribute to Chad; and *appeals* to its partners to help"."""
    for mark in doc.occurrences((";",)):
        deed = next((token for token in doc[mark.i + 1 : mark.i + 4] if token.lower_ not in _JOINING), mark)
        root = mark.sent.root
        before = deed.head
        if deed.tag_ != "NNS" or deed.lemma_ not in words["verbs.declaring"] or before.tag_ != "VBZ":
            continue
        if before.i != root.i and not (before.dep_ == "conj" and before.head.i == root.i):
            continue
        if root.tag_ != "VBZ" or any(child.dep_ in _SUBJECTS and child.i < root.i for child in root.children):
            continue
        deed.pos_, deed.tag_ = "VERB", "VBZ"
        hang(deed, before, "conj")
        asked = [
            noun for phrase in deed.rights if phrase.dep_ == "prep" for noun in phrase.children if noun.dep_ == "pobj"
        ]
        for child in list(deed.rights):
            if child.dep_ == "appos" and asked:
                hang(child, asked[0], "appos")
            elif child.dep_ == "acl":
                hang(child, deed, "xcomp")


def _stand_alone(mark: Token, words: Words) -> None:
    """Make a clause before a mark the first of two, if the parser made it what the clause behind the mark says."""
    word = mark.nbor()
    for later in (word, *word.ancestors):
        if later.i < mark.i:
            return
        if later.pos_ not in VERBAL:
            continue
        before = [child for child in later.lefts if child.i < mark.i]
        first = next((c for c in before if c.dep_ in _TOLD and c.pos_ in VERBAL and c.right_edge.i < mark.i), None)
        if first is None:
            continue
        told = mark.text == ":" and first.lemma_ in words["verbs.speaking"]
        if told or any(child.dep_ == "mark" for child in first.children):
            return
        begins = later is word or any(child.left_edge.i == word.i for child in later.children)
        if begins and any(child.dep_ in _SUBJECTS for child in first.children):
            take_place(first, later)
            for child in before:
                if child is not first and child.dep_ not in _SUBJECTS:
                    hang(child, first, child.dep_)
            hang(later, first, "conj")
        return


def _begin_behind_semicolons(doc: Doc) -> None:
    """Give every verb behind a semicolon that has no subject the noun that begins its clause."""
    for mark in doc.occurrences((";",)):
        sentence = mark.sent
        end = next((token.i for token in doc[mark.i + 1 : sentence.end] if token.text == ";"), sentence.end)
        start = mark.i + 1
        while start < end and doc[start].lower_ in _JOINING:
            start += 1
        if start >= end - 1:
            continue
        subject = _noun_from(doc[start], end)
        if subject is None or subject.head.i > mark.i:
            continue
        verb = next((token for token in doc[subject.i + 1 : end] if _is_bare(token, mark)), None)
        if verb is not None:
            _give(subject, verb, mark)


def _noun_from(word: Token, end: int) -> Token | None:
    """Return the noun whose phrase a word begins."""
    while word.dep_ in _WITHIN and word.i < word.head.i < end:
        word = word.head
    return word if word.pos_ in _NOUNS and word.dep_ not in _SUBJECTS else None


def _is_bare(verb: Token, mark: Token) -> bool:
    """Tell whether a verb goes on from a clause before the semicolon and has no subject of its own."""
    if verb.tag_ not in _FINITE or verb.pos_ not in VERBAL or not verb.head.i < mark.i or verb.dep_ == "relcl":
        return False
    return not any(
        child.dep_ == "mark" or (child.dep_ in _SUBJECTS and child.tag_ != "VBN") or child.tag_ in ("WDT", "WP")
        for child in verb.children
        if child.i < verb.i
    )


def _give(subject: Token, verb: Token, mark: Token) -> None:
    """Make a noun the subject of a verb, with what stands between them."""
    before, first = subject.head, verb.head
    for word in [*before.children, *first.children]:
        if not mark.i < word.i < verb.i or word is subject:
            continue
        if word.dep_ == "conj" and word.pos_ in _NOUNS:
            hang(word, subject, "conj")
        elif word.dep_ in _SAID_OF:
            hang(word, subject if word.dep_ == "cc" and word.i > subject.i else verb, word.dep_)
    for child in verb.children:
        if child.dep_ in _SUBJECTS and child.tag_ == "VBN":
            child.dep_ = "advcl"  # "Chile, *alarmed*, urged"
    passive = any(child.dep_ == "auxpass" for child in verb.children)
    hang(subject, verb, "nsubjpass" if passive else "nsubj")
    hang(verb, first, "conj")
