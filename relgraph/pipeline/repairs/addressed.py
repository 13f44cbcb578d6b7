"""Those who are spoken to do nothing: "*Mr. Speaker*, New Zealand condemns the tests", "*Excellencies*, we meet"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang, take_place

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_FORMS = frozenset({"mr", "mr.", "madam", "madame", "mrs.", "your"})
_LONGEST = 3
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_JOINED = frozenset({"conj", "appos"})


def set_addressed_apart(doc: Doc, words: Words) -> None:
    """Give a sentence the subject behind those who are spoken to, and take the part of a subject from them."""
    for title in doc.occurrences({word.title() for word in words.either("address.titles", "address.plural")}):
        verb = title.head
        if not is_addressed(title, words) or title.i + 2 >= title.sent.end:
            continue
        if title.dep_ in _SUBJECTS:
            _hand_over(title, verb)
        elif title.dep_ == "ROOT" and (taken := _clause_of(title)) is not None:
            take_place(taken, title)
            hang(title, taken, "npadvmod")


def is_addressed(title: Token, words: Words) -> bool:
    """Tell whether a title at the head of a sentence is that of somebody spoken to; a comma follows it there."""
    doc, first = title.doc, title.sent.start
    while first < title.i and not doc[first].text[0].isalnum():
        first += 1  # a quotation mark
    if title.i + 1 >= len(doc) or title.nbor(1).text != "," or title.i - first > _LONGEST:
        return False
    if title.i == first:
        return title.lower_ in words["address.plural"]
    return doc[first].lower_ in _FORMS and title.lower_ in words["address.titles"]


def _hand_over(title: Token, verb: Token) -> None:
    """Make the noun behind the comma the subject: "Mr. Speaker, *a Liberal*, left" has none there."""
    role = title.dep_
    new = next((child for child in title.rights if child.dep_ in _JOINED and child.left_edge.i == title.i + 2), None)
    other = next((child for child in verb.children if child.dep_ in _SUBJECTS and child.i > title.i), None)
    if new is None and other is None:
        return
    if new is not None and new.right_edge.nbor(1).text == ",":
        return
    hang(title, verb, "npadvmod")
    if new is not None:
        hang(new, verb, role)


def _clause_of(title: Token) -> Token | None:
    """Return the verb of the clause that the parser hung on who is spoken to."""
    verbs = (child for child in title.rights if child.pos_ in ("VERB", "AUX"))
    return next((verb for verb in verbs if any(child.dep_ in _SUBJECTS for child in verb.lefts)), None)
