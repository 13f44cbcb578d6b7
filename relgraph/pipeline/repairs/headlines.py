"""Headlines that begin with two names and have a verb of two, or none: "Israel, Hezbollah *trade* blows"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span
    from relgraph.pipeline.words import Words

_STANDING = frozenset({"at", "in"})
_NAMES = frozenset({"GPE", "NORP", "PERSON", "ORG"})
_PHRASES = frozenset({"prep", "npadvmod", "advmod", "punct", "advcl"})
_LONGEST = 8


def read_headlines(doc: Doc, words: Words) -> None:
    """Give a headline its verb and both its subjects."""
    for comma in doc.occurrences((",",)):
        sentence = comma.sent
        if not 0 < comma.i - sentence.start <= _LONGEST // 2 or sentence.end - comma.i < 3:
            continue
        found = _two_names(sentence, comma)
        if found is None:
            continue
        first, second, behind = found
        if behind.lower_ in _STANDING and sentence.root is first:
            if second.head is first and second.dep_ == "appos" and second.ent_type_ == first.ent_type_ in _NAMES:
                hang(second, first, "conj")  # "*Bolivia*, *Chile* at odds over a river"
        elif behind.is_lower and behind.base in words["verbs.of_two"] and behind.tag_ in ("NN", "VB", "VBP"):
            _make_main(sentence, first, second, behind)


def _two_names(sentence: Span, comma: Token) -> tuple[Token, Token, Token] | None:
    """Return the last words of the two names with which a sentence begins, and the word behind them."""
    doc = sentence.doc
    end = comma.i + 1
    while end < sentence.end and doc[end].is_title and end - comma.i <= _LONGEST // 2:
        end += 1
    first, second = doc.tokens[sentence.start : comma.i], doc.tokens[comma.i + 1 : end]
    if not second or end == sentence.end or not all(token.text[0].isupper() for token in first):
        return None
    alike = (first[-1].ent_type_ == "PERSON") == (second[-1].ent_type_ == "PERSON")
    if not alike or any(token.text == "," for token in doc.tokens[end : sentence.end]):
        return None  # "Lavrov, Russia trade envoy, met"
    return first[-1], second[-1], doc[end]


def _make_main(sentence: Span, first: Token, second: Token, verb: Token) -> None:
    """Make a word the main verb of a sentence, said of two names, with the noun behind it as its object."""
    root, above = sentence.root, verb.head
    thing = above if verb.dep_ == "compound" and above.i > verb.i else None
    if root.i == verb.i + 1 and verb.dep_ == "nsubj" and root.tag_ == "VBZ":
        root.pos_, root.tag_ = "NOUN", "NNS"  # "trade *blows*"
        thing = root
    if root is not verb:
        if root.pos_ in VERBAL and thing is not root and root.i < verb.i:
            return
        hang(verb, verb, "ROOT")
    verb.pos_, verb.tag_, verb.lemma_ = "VERB", "VBP", verb.base
    if thing is not None:
        hang(thing, verb, "dobj")
        for phrase in [child for child in thing.rights if child.dep_ in _PHRASES]:
            hang(phrase, verb, phrase.dep_)
    hang(first, verb, "nsubj")
    hang(second, first, "conj")
    first.pos_ = second.pos_ = "PROPN"
    if root is not verb and root is not thing and root is not first and root is not second:
        hang(root, verb, "dep")
    for phrase in [child for child in first.rights if child.i > verb.i and child is not second]:
        hang(phrase, verb, phrase.dep_)
