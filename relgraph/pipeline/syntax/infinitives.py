"""Who is to do what an infinitive behind a noun says: "the first *state* to leave", "gave *Mali* permission to"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument
from relgraph.pipeline.syntax.errands import sent_to_do
from relgraph.pipeline.syntax.identified import identified, is_ordinal

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.syntax.syntax import Syntax

_FINDING = frozenset({"see", "find", "consider", "feel", "perceive"})
_GROUNDS = frozenset(
    {"reason", "need", "cause", "point", "advantage", "benefit", "chance", "opportunity", "harm", "merit"}
)


def of_infinitive(syntax: Syntax, verb: Token, noun: Token) -> list[Argument]:
    """Return who is to do what an infinitive behind a noun says: "gave *Mali* permission to leave"."""
    if noun.dep_ == "ROOT" and noun.pos_ == "PROPN":
        return [Argument(noun)]  # a headline: "Iran to free sailors"
    if noun.pos_ == "PROPN" and noun.dep_ == "pobj" and noun.head.lower_ in ("on", "upon"):
        return [Argument(noun)]  # "called on Chad to leave and on *Mali* to pay"
    one = identified(noun) if is_ordinal(noun) else noun
    if one.i != noun.i:
        return [Argument(one)]
    # "gave Mali permission to leave"
    given = given_leave(syntax, noun.head, verb) if noun.dep_ == "dobj" and noun.head.pos_ in VERBAL else []
    if given:
        return [Argument(token) for token in given]
    if noun.dep_ == "dobj" and noun.head.lemma_ in syntax.words["verbs.told"] and noun.i < verb.i:
        return [Argument(noun)]  # "coerced a ruler to sell", as the parser hangs it
    if noun.dep_ == "dobj" and noun.head.lemma_ in _FINDING and noun.base in _GROUNDS:
        return list(syntax.subjects(noun.head))  # "saw no reason to leave"
    return (
        sent_to_do(syntax, noun)
        or _named_before(syntax, noun, verb)
        or _told(syntax, noun)
        or _voting(syntax, noun)
        or holder_of(noun)
    )


def given_leave(syntax: Syntax, head: Token, verb: Token) -> list[Token]:
    """Return who is to do it in "gave Iran a month to reply", "gave permission to Iran to reply"."""
    giving = head.lemma_ in syntax.words["verbs.giving"]
    return (
        [token for token in syntax.indirect(head) if token.i < verb.i] if giving and syntax.is_infinitive(verb) else []
    )


def _named_before(syntax: Syntax, noun: Token, infinitive: Token) -> list[Argument]:
    """Return who is to do it in "a demand for *Peru* to leave", "the right of *Peruvians* to leave"."""
    slots = ("for", "of") if noun.base in syntax.words["nouns.powers"] else ("for",)
    return [
        Argument(token)
        for phrase in noun.children
        if phrase.dep_ == "prep" and phrase.lower_ in slots
        for token in phrase.children
        if token.dep_ == "pobj" and token.right_edge.i + 2 >= infinitive.i > token.i
    ]


def told_to(syntax: Syntax, verb: Token, head: Token) -> list[Argument]:
    """Return who is told to do what an infinitive says that stands beside a request: "sent a request to *Chad* to"."""
    if verb.dep_ not in ("advcl", "xcomp") or not syntax.is_infinitive(verb):
        return []
    for noun in head.children:
        if noun.dep_ == "dobj" and noun.i < verb.i and noun.base in syntax.words["nouns.directive"]:
            return _told(syntax, noun)
    return []


def _told(syntax: Syntax, noun: Token) -> list[Argument]:
    """Return who is told to do it: "pressure on *Peru* to leave", "*Peru* was under pressure to leave"."""
    if noun.base not in syntax.words["nouns.directive"]:
        return []
    found = syntax.prepositional(noun, "on") or syntax.prepositional(noun, "to")
    if not found and noun.dep_ == "dobj":  # "sent a request to *Peru* to leave", hung on the verb
        found = [token for token in syntax.indirect(noun.head) if token.i > noun.i]
    if found:
        return [Argument(token) for token in found]
    verb = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "under" else noun.head
    under = verb.i != noun.head.i and verb.pos_ in VERBAL
    heard = noun.dep_ == "dobj" and (
        verb.lemma_ in syntax.words["verbs.receiving"] or verb.lemma_ in syntax.words["verbs.answering"]
    )
    return list(syntax.subjects(verb)) if under or heard else []


def _voting(syntax: Syntax, bill: Token) -> list[Argument]:
    """Return who does by a vote what a bill says: "*Congress* voted in support of a measure to declare war"."""
    if bill.base not in syntax.words["nouns.voted_on"] or bill.dep_ != "pobj":
        return []
    verb = bill.head.head
    if verb.dep_ == "pobj" and verb.base in ("support", "favor", "favour"):
        verb = verb.head.head
    return list(syntax.subjects(verb)) if verb.lemma_ == "vote" else []


def holder_of(noun: Token) -> list[Argument]:
    """Return who does what the infinitive or gerund after a noun says: the noun's owner, or who holds the noun."""
    return [Argument(noun, owner=True)]
