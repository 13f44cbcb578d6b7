"""Doers behind "by", hung on the deed and not on an active verb: "wrote of raids on Chad *by Mali*".

So are those on whose part something is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "QUANTITY", "ORDINAL"})
_POWERS = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_DONE_BY = frozenset({("on", "part"), ("at", "hands")})
_WHOLE = ("nouns.body_word", "nouns.person_word", "nouns.forces", "nouns.role", "nouns.group", "nouns.country_word")
"""Words for people and bodies, who can be doers."""


def name_doers(doc: Doc, words: Words) -> None:
    """Hang doers on the deed that is judged, told of or brought about; an active verb has no use for "by"."""
    _on_parts(doc)
    for by in doc.occurrences(("by",)):
        verb = by.head
        doer = next((child for child in by.children if child.dep_ == "pobj"), None)
        if verb.pos_ != "VERB" or by.dep_ not in ("prep", "agent") or doer is None or not _is_active(verb):
            continue
        if doer.ent_type_ in _TIMES or doer.pos_ not in ("NOUN", "PROPN"):
            continue
        judged = next((child for child in verb.children if child.dep_ == "dobj" and child.i < by.i), None)
        stance = verb.lemma_ in words["verbs.stance"]
        said = ("of",) if doer.base not in words.either(*_WHOLE) else None
        if stance and judged is not None and judged.pos_ == "NOUN" and _has_phrase(judged, by, said):
            hang(by, judged)  # "condemned the shelling of Aden *by the Houthis*"
        elif _can_do(doer, words) and (deed := _deed_before(verb, by)) is not None:
            hang(by, deed)


def _on_parts(doc: Doc) -> None:
    """Take "on Chad's part" and "at Chad's hands" for "by Chad"."""
    for part in doc.occurrences(("part", "hands")):
        link = part.head
        owner = next((child for child in part.children if child.dep_ == "poss"), None)
        if owner is not None and part.dep_ == "pobj" and (link.lower_, part.text) in _DONE_BY:
            hang(owner, link, "pobj")
            hang(part, owner, "appos")
            link.dep_ = "agent"


def _is_active(verb: Token) -> bool:
    kinds = {child.dep_ for child in verb.children}
    if "auxpass" in kinds or "nsubjpass" in kinds:
        return False
    return verb.tag_ != "VBN" or "aux" in kinds


def _can_do(doer: Token, words: Words) -> bool:
    """Tell whether somebody may have done it: a name, or people or a body said to be of a nation."""
    if doer.pos_ == "PROPN":
        return doer.ent_type_ in _POWERS
    named = any(child.ent_type_ in ("NORP", "GPE") for child in doer.lefts)
    return named and any(doer.base in words[name] for name in _WHOLE)


def _deed_before(verb: Token, by: Token) -> Token | None:
    """Return the noun right before "by", with a phrase of its own between them: "loans *to Chad* by"."""
    things = [child for child in verb.rights if child.dep_ == "dobj"]
    things += [thing for phrase in verb.rights if phrase.dep_ == "prep" for thing in phrase.children]
    for thing in things:
        if thing.pos_ == "NOUN" and thing.i < by.i and thing.right_edge.i == by.i - 1 and _has_phrase(thing, by, None):
            return thing
    return None


def _has_phrase(noun: Token, by: Token, prepositions: tuple[str, ...] | None) -> bool:
    return any(
        child.dep_ == "prep" and child.i < by.i and (prepositions is None or child.lower_ in prepositions)
        for child in noun.rights
    )
