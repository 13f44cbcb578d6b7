"""Phrases behind a noun, hung on the noun that they say something of: "the nations *at war with Peru*"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_STANCES = frozenset({"war", "odds", "peace", "loggerheads"})
_LEAVING = frozenset({"find", "leave", "put", "keep", "set", "place"})
"""These say that somebody is at war by their doing."""
_SINCE = frozenset({"already", "still", "then", "now", "long"})
_BACKED = ("backed", "supported", "funded", "financed", "armed", "sponsored", "trained", "supplied")
_MEANT = ("designed", "intended", "aimed", "meant", "calculated")


def stand(doc: Doc, words: Words) -> None:
    """Hang what says how states stand to others on the states, and the purpose of a measure on the measure."""
    _at_war(doc, words)
    _meant(doc, words)
    _resolved(doc, words)
    _named(doc, words)
    _of_several(doc, words)
    _alleged(doc, words)
    _who_they_are(doc, words)
    _second_named(doc)
    _both_approve(doc, words)


def _resolved(doc: Doc, words: Words) -> None:
    """Hang a deed on the decision that it is, behind whose it is: "met after the decision by Chad *to free* him"."""
    for by in doc.occurrences(("by",)):
        noun = by.head
        if by.dep_ not in ("prep", "agent") or noun.base not in words["nouns.resolves"] or noun.pos_ != "NOUN":
            continue
        to = doc[by.right_edge.i + 1] if by.right_edge.i + 1 < len(doc) else by
        deed = to.head
        if to.tag_ == "TO" and deed.tag_ == "VB" and deed.dep_ in ("advcl", "xcomp") and deed.head.is_ancestor(noun):
            hang(deed, noun, "acl")


def _second_named(doc: Doc) -> None:
    """Hang a name on the office right before it: "the Danish envoy and Greek Minister *Ana Ruiz*" are two persons."""
    for name in (entity.root for entity in doc.ents if entity.label_ == "PERSON"):
        first = name.head
        if name.dep_ != "appos" or first.pos_ != "NOUN":
            continue
        last = doc[name.left_edge.i - 1]
        second = next((child for child in first.children if child.dep_ == "conj" and child.i == last.i), None)
        if second is None:
            continue
        nations = [_nation(word) for word in (first, second)]
        if all(nations) and nations[0] != nations[1]:
            hang(name, second, "appos")


def _nation(office: Token) -> str:
    """Return the nation that is said before an office, "" for none."""
    before = (child for child in office.lefts if child.ent_type_ in ("GPE", "NORP", "ORG"))
    return next((child.lower_ for child in before), "")


def _head_of_body(name: Token, words: Words) -> None:
    """Hang a name on the office before it, not on its body: "the head of Oxfam, *Ana Ruiz*, and other people"."""
    body = name.head
    office = body.head.head
    if body.dep_ != "pobj" or body.head.lower_ != "of" or body.ent_type_ == "PERSON" or office.tag_ != "NN":
        return
    if body.i > name.i or any(child.dep_ in ("cc", "conj") and child.i < name.i for child in body.children):
        return
    if office.base in words.either("offices.of_bodies", "offices.of_states"):
        hang(name, office, "appos")


def _both_approve(doc: Doc, words: Words) -> None:
    """Hang the second who approves on the first: "with the approval of Chad and *the coalition*"."""
    for noun in doc.occurrences(words["nouns.approval"]):
        of = next((child for child in noun.children if child.lower_ == "of"), None)
        if of is None or noun.dep_ not in ("pobj", "dobj"):
            continue
        first = next((child for child in of.children if child.dep_ == "pobj"), None)
        for second in [child for child in noun.children if child.dep_ == "conj" and child.i > of.i]:
            if first is not None and first.pos_ == "PROPN" and not any(c.lower_ == "of" for c in second.children):
                hang(second, first, "conj")


def _who_they_are(doc: Doc, words: Words) -> None:
    """Hang names on what they are said to be: "a raid by its old foes *Chad and Mali* failed"; the raid failed."""
    for owner in doc.occurrences(("its", "their", "'s", "’s", "the", "two", "both")):
        noun = owner.head.head if owner.dep_ == "case" else owner.head
        if noun.base not in words["nouns.relational"] or noun.dep_ != "pobj" or noun.i + 1 >= len(doc):
            continue
        name = doc[noun.i + 1]
        while name.dep_ == "compound" and name.head.i > name.i:
            name = name.head
        if name.pos_ != "PROPN" or name.dep_ not in ("nsubj", "nsubjpass") or name.left_edge.i != noun.i + 1:
            continue
        others = [c for c in name.head.children if c.dep_ == name.dep_ and c.i < noun.i and c.right_edge.i >= noun.i]
        if others:
            hang(name, noun, "appos")


def _at_war(doc: Doc, words: Words) -> None:
    """Hang "at war" on the plural right before it: "sent money to the nations *at war with Peru*"."""
    for at in doc.occurrences(("at",)):
        verb = at.head
        if at.i == 0 or at.i + 1 >= len(doc) or verb.pos_ != "VERB" or doc[at.i + 1].lower_ not in _STANCES:
            continue
        noun = doc[at.i - 1] if doc[at.i - 1].lower_ not in _SINCE else doc[max(at.i - 2, 0)]
        taken = noun.dep_ in ("pobj", "dobj", "conj") and noun.tag_ == "NNS" and noun.base in words["nouns.told_apart"]
        if taken and verb.lemma_ not in _LEAVING:
            hang(at, noun)


def _meant(doc: Doc, words: Words) -> None:
    """Hang what a measure is for on it, not on what it hits: "a blockade of ports *designed* to starve them"."""
    for meant in doc.occurrences(_MEANT):
        noun = meant.head
        if meant.dep_ != "acl" or noun.dep_ != "pobj" or noun.head.lower_ not in ("of", "on", "against"):
            continue
        measure = noun.head.head
        if measure.i < noun.i and measure.base in words["nouns.designed"]:
            hang(meant, measure, "acl")


def _of_several(doc: Doc, words: Words) -> None:
    """Hang who backs the members of a league on the league: "was a coalition of groups *backed by Peru*"."""
    for backed in doc.occurrences(_BACKED):
        groups = backed.head
        if backed.dep_ != "acl" or groups.dep_ != "pobj" or groups.head.lower_ != "of" or groups.tag_ != "NNS":
            continue
        league = groups.head.head
        if league.dep_ == "attr" and league.base in words["nouns.umbrella"] and groups.pos_ == "NOUN":
            hang(backed, league, "acl")


def _alleged(doc: Doc, words: Words) -> None:
    """Hang what came of an alleged deed on it: "accused Chad of shelling a village, *killing* two"."""
    for comma in doc.occurrences((",",)):
        if comma.i + 1 >= len(doc):
            continue
        result = doc[comma.i + 1]
        verb = result.head
        if result.tag_ != "VBG" or result.dep_ != "advcl" or result.base not in words["verbs.casualties"]:
            continue
        if verb.i > comma.i or verb.lemma_ not in words["verbs.accusing"]:
            continue
        inside = (doc[i] for i in range(comma.i - 1, verb.i, -1))
        deed = next((t for t in inside if t.dep_ == "pcomp" and t.head.lower_ in ("of", "for")), None)
        if deed is not None:
            hang(result, deed, "advcl")


def _named(doc: Doc, words: Words) -> None:
    """Hang a name on the office before it, not on the verb: "met the Minister for Foreign Affairs, *Ana Ruiz*"."""
    for comma in doc.occurrences((",",)):
        if not 1 < comma.i < len(doc) - 1:
            continue
        name = doc[comma.i + 1]
        while name.dep_ == "compound" and name.head.i > name.i:
            name = name.head
        if name.ent_type_ == "PERSON" and name.dep_ in ("conj", "appos") and name.left_edge.i == comma.i + 1:
            _head_of_body(name, words)
        if name.dep_ != "npadvmod" or name.ent_type_ != "PERSON" or name.left_edge.i != comma.i + 1:
            continue
        for office in (doc[comma.i - 1], *doc[comma.i - 1].ancestors):
            if office.right_edge.i not in (comma.i - 1, comma.i) or office.pos_ in ("VERB", "AUX"):
                break
            if office.pos_ in ("NOUN", "PROPN") and office.base in words.either(
                "offices.sent", "offices.of_bodies", "offices.of_states"
            ):
                hang(name, office, "appos")
                break
