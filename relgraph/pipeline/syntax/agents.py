"""Who does what a passive says: the nouns after "by", near or far, and at whose hands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL
from relgraph.pipeline.syntax.subjects import is_cleft

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.syntax.syntax import Syntax

_DECREEING = frozenset({"order", "direct", "decree", "rule", "command", "instruct", "mandate"})
"""Who does so to have something done does it."""
_HAVING = frozenset({"have", "get", "order", "want"})
_PARTS = {"on": "part", "at": "hands"}
"""The nouns by which it is said, after some prepositions, who does something."""
_WHEN = frozenset({"after", "before", "following", "since", "amid", "despite", "until"})


def agents(syntax: Syntax, verb: Token) -> list[Token]:
    """Return the nouns after "by" of a passive, also those of a coordinated verb ("bombed and shelled by")."""
    found = _own(syntax, verb)
    if found:
        return found
    family = [
        child
        for child in verb.children
        if child.dep_ == "conj"
        and (child.tag_ == "VBN" or has_agent(child))
        and _joined(child)
        and not _has_auxiliary(child)
    ]
    if verb.dep_ == "conj" and verb.head.pos_ in VERBAL and _joined(verb):
        family.append(verb.head)
    return next((shared for relative in family if (shared := _own(syntax, relative))), _stray(verb))


def has_agent(verb: Token) -> bool:
    """Tell whether a past form without an object is followed by the one who did it: "urged by Ghana to leave"."""
    if verb.tag_ not in ("VBN", "VBD"):
        return False
    by = [child for child in verb.children if child.dep_ == "agent" and child.i > verb.i]
    if not by or not (verb.tag_ == "VBN" or _is_headline(verb) or _shares_auxiliary(verb)):
        return False
    return any(
        token.dep_ == "pobj" and token.pos_ in ("NOUN", "PROPN") and token.ent_type_ not in ("PERCENT", "MONEY", "DATE")
        for child in by
        for token in child.children
    ) and not any(child.dep_ == "dobj" for child in verb.children)


def causer(verb: Token) -> Token | None:
    """Return the verb that says who had it done: "had three officers shot", "ordered the envoys expelled"."""
    if _is_mandated(verb):
        return verb.head
    if (thing := kept_so(verb)) is not None:
        return thing.head
    if verb.dep_ == "conj" and verb.head.dep_ == "ccomp" and verb.tag_ == "VBN":
        return _ordering_both(verb)
    had = verb.tag_ == "VBD" and verb.dep_ == "ccomp" and verb.head.lemma_ in _HAVING
    had = had and not any(child.dep_ == "dobj" for child in verb.children)  # "had two envoys expelled"
    if not (had or verb.tag_ == "VBN") or any(
        child.dep_ in ("aux", "auxpass", "mark", "agent") for child in verb.children
    ):
        return None
    if verb.dep_ == "acl" and verb.head.dep_ == "dobj" and verb.head.head.lemma_ == "have":
        known = verb.head.pos_ in ("PROPN", "PRON") or any(child.lower_ == "the" for child in verb.head.children)
        return verb.head.head if known else None
    if verb.dep_ == "acl":
        # the parser may take the order for a participle of the object
        bare = not any(child.i > verb.i and child.dep_ not in ("punct", "advcl") for child in verb.children)
        ordered = verb.head.dep_ == "dobj" and verb.head.head.lemma_ == "order" and verb.i > verb.head.i
        return verb.head.head if ordered and bare else None
    said_of = any(child.dep_ in SUBJECTS for child in verb.children)
    return verb.head if verb.dep_ == "ccomp" and verb.head.lemma_ in _HAVING and said_of else None


def kept_so(participle: Token) -> Token | None:
    """Return what somebody keeps in a state: "kept *two Americans* jailed", "keeps *the airports* closed"."""
    if participle.tag_ not in ("VBN", "VBD") or any(
        child.dep_ in ("aux", "auxpass", "mark", "agent", "nsubj", "nsubjpass") for child in participle.children
    ):
        return None
    holder = participle.head
    while holder.pos_ not in VERBAL and holder.dep_ in ("dobj", "pobj", "prep", "nsubj", "compound"):
        holder = holder.head  # the parser may hang it on a noun inside the thing
    if holder.lemma_ != "keep" or participle.i < holder.i:
        return None
    things = [child for child in holder.children if child.dep_ == "dobj" and holder.i < child.i < participle.i]
    joined = participle.doc[participle.i - 1].pos_ in ("NOUN", "PROPN", "PRON", "ADV")
    return things[0] if things and joined and participle.dep_ in ("acl", "advcl", "xcomp", "ccomp", "oprd") else None


def _is_mandated(verb: Token) -> bool:
    """Tell whether it is decreed that something be done: "ruled that he be deported", "ordered him to be shot"."""
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("ccomp", "xcomp")
        and verb.head.lemma_ in _DECREEING
        and any(child.dep_ == "auxpass" and child.lower_ == "be" for child in verb.children)
        and not any(
            child.dep_ == "agent" or (child.dep_ == "aux" and child.lower_ not in ("to", "should", "must"))
            for child in verb.children
        )
    )


def _ordering_both(verb: Token) -> Token | None:
    """Return who ordered two things done: "ordered the paper closed and its editors *arrested*"."""
    if not any(child.dep_ in SUBJECTS for child in verb.children):
        return None
    alone = not any(child.dep_ in ("aux", "auxpass", "dobj", "agent") for child in verb.children)
    return causer(verb.head) if alone else None


def visitor(verb: Token) -> Token | None:
    """Return who visits where the parser made "visiting" govern him: "met visiting *President Ross*"."""
    if verb.lower_ != "visiting" or verb.dep_ not in ("pcomp", "xcomp"):
        return None
    if verb.dep_ == "pcomp" and verb.head.lower_ not in ("with", "against", "between"):
        return None
    if verb.dep_ == "xcomp" and verb.head.lemma_ not in ("meet", "host", "greet", "receive", "welcome", "tell"):
        return None
    people = [child for child in verb.children if child.dep_ == "dobj" and child.ent_type_ == "PERSON"]
    return next((person for person in people if person.left_edge.i == verb.i + 1), None)


def _shares_auxiliary(verb: Token) -> bool:
    """Tell whether a verb is the second of "was occupied and held by"."""
    return verb.dep_ == "conj" and _joined(verb) and any(child.dep_ == "auxpass" for child in verb.head.children)


def _is_headline(verb: Token) -> bool:
    """Tell whether a verb stands in a line without a full stop, where "was" may be left out."""
    sentence = verb.sent
    return bool(sentence[-1].text not in (".", "?", "!", '"', "”"))


def is_short_passive(verb: Token) -> bool:
    """Tell whether a headline leaves out the "was" of a passive: "Officer killed in Chilean raid"."""
    if verb.dep_ != "ROOT" or not _is_headline(verb):
        return False
    kinds = {child.dep_ for child in verb.children}
    return not kinds & {"aux", "auxpass", "dobj", "ccomp", "xcomp"} and "nsubj" in kinds


def _own(syntax: Syntax, verb: Token) -> list[Token]:
    found: list[Token] = []
    if verb.dep_ == "ccomp" and is_cleft(verb.head):
        # "It was by Chile that Peru was invaded"
        found.extend(syntax.prepositional(verb.head, "by"))
    for child in verb.children:
        by = child.dep_ == "prep" and child.lower_ == "by"
        if child.dep_ == "agent" or (by and (child.i > verb.i or _is_relative(child))):
            found.extend(grandchild for grandchild in child.children if grandchild.dep_ in ("pobj", "nsubj"))
            found.extend(_joined_by(child))
        elif child.dep_ == "prep" and child.lower_ == "at":
            # "killed at the hands of"
            hands = [token for token in child.children if token.lemma_ == "hand"]
            found.extend(token for hand in hands for token in syntax.prepositional(hand, "of"))
        elif child.dep_ == "prep" and child.i > verb.i:
            # "armed by Chad and, to a lesser degree, by Libya"
            found.extend(_joined_by(child))
    return found


def names_doer(phrase: Token) -> Token | None:
    """Return the preposition before who does what a noun says: "a raid *by* Chad", "force on the part *of* Chad".

    So also "defeat at the hands *of* Chad".
    """
    if phrase.dep_ == "agent" or (phrase.dep_ == "prep" and phrase.lower_ == "by"):
        return phrase
    part = _PARTS.get(phrase.lower_) if phrase.dep_ == "prep" else None
    if part is None:
        return None
    return next(
        (of for noun in phrase.children if noun.lower_ == part for of in noun.children if of.lower_ == "of"), None
    )


def _joined_by(phrase: Token) -> Iterator[Token]:
    """Yield who is joined to a phrase with a "by" of his own: "by Chad in May and *by Libya* in June"."""
    for joined in phrase.children:
        if joined.dep_ == "conj" and _is_by(joined):
            yield from (token for token in joined.children if token.dep_ == "pobj")


def _is_relative(preposition: Token) -> bool:
    """Tell whether a preposition stands before a relative pronoun: "the state by which it was invaded"."""
    return any(child.tag_ in ("WDT", "WP") for child in preposition.children)


def _stray(verb: Token) -> list[Token]:
    """Return the agent that the parser hung deeper: "expelled from the pact by Iran", "barred from voting by X"."""
    if not any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return []
    for phrase in verb.children:
        if phrase.dep_ not in ("prep", "dobj", "oprd", "attr", "npadvmod", "advmod") or phrase.i < verb.i:
            continue
        if phrase.lower_ in _WHEN:
            continue  # "freed after mediation by Qatar": not by Qatar
        for token in _below(phrase):
            if _is_by(token):
                return [child for child in token.children if child.dep_ == "pobj"]
    return []


def _below(phrase: Token, depth: int = 4) -> Iterator[Token]:
    """Yield the words in a phrase under which the parser may have hung an agent, clauses left out."""
    for child in phrase.children:
        if child.dep_ in ("prep", "agent"):
            yield child
        if depth and child.dep_ in ("pobj", "pcomp", "conj", "dobj", "advmod", "prep") and child.i > phrase.i:
            yield from _below(child, depth - 1)


def _is_by(token: Token) -> bool:
    return token.lower_ == "by" and any(
        child.dep_ == "pobj" and child.pos_ in ("NOUN", "PROPN", "PRON") and child.ent_type_ not in ("DATE", "PERCENT")
        for child in token.children
    )


def _joined(conjunct: Token) -> bool:
    """Tell whether a conjoined verb has no subject of its own."""
    return not any(child.dep_ in SUBJECTS or child.dep_ in PASSIVE_SUBJECTS for child in conjunct.children)


def _has_auxiliary(verb: Token) -> bool:
    """Tell whether a passive has a "be" of its own: "was founded in 1990 and *is run* by the state"."""
    return any(child.dep_ == "auxpass" for child in verb.children)
