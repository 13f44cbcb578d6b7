"""Who says what in a letter, and to whom: "wrote to the court *accusing* Chad", "wrote to *Chad* asking for help"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_SAYING = frozenset(
    {"accuse", "urge", "demand", "ask", "complain", "warn", "threaten", "condemn", "call", "request", "criticise"}
    | {"criticize", "thank", "praise", "blame", "appeal", "protest", "invite", "offer", "promise", "claim", "allege"}
)
_WRITING = frozenset({"write", "speak", "talk", "complain", "appeal", "reply", "respond"})
_WRITTEN = frozenset(
    {"letter", "message", "note", "petition", "email", "e-mail", "complaint", "statement", "cable", "telegram"}
)


def writing(verb: Token, reader: Token) -> Token | None:
    """Return the verb of writing whose subject says something: "*wrote* to the court accusing Chad", no reader does."""
    if (
        verb.tag_ != "VBG"
        or verb.lemma_ not in _SAYING
        or reader.dep_ != "pobj"
        or reader.head.lower_ not in ("to", "with")
    ):
        return None
    above = reader.head.head
    if above.dep_ == "dobj" and above.lemma_ in _WRITTEN:
        return above.head if above.head.pos_ in VERBAL else None
    sent = any(child.dep_ == "dobj" and child.lemma_ in _WRITTEN for child in above.children)
    return above if sent or above.lemma_ in _WRITING else None


def reader_of(verb: Token) -> Token | None:
    """Return to whom something is written that a participle says: "wrote to *Chad* asking for help"."""
    if verb.tag_ != "VBG" or verb.lemma_ not in _SAYING:
        return None
    if verb.dep_ == "acl" and verb.head.lemma_ in _WRITTEN and verb.head.dep_ == "dobj":
        return _addressee(verb.head, verb) or _addressee(verb.head.head, verb)
    if verb.dep_ == "acl":
        return verb.head if writing(verb, verb.head) is not None else None
    above = verb.head
    sent = above.lemma_ in _WRITING or any(c.dep_ == "dobj" and c.lemma_ in _WRITTEN for c in above.children)
    if verb.dep_ != "advcl" or not sent:
        return None
    return _addressee(above, verb)


def _addressee(head: Token, verb: Token) -> Token | None:
    """Return to whom a letter goes that `head` names or sends, before the `verb` that it says."""
    phrases = [child for child in head.children if child.lower_ == "to" and child.i < verb.i]
    return next((token for phrase in phrases for token in phrase.children if token.dep_ == "pobj"), None)
