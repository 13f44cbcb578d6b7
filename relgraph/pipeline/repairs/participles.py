"""Participles that the parser took for adjectives or for verbs of their own: "accused Chad of *massing* troops"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS
from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_ING = "ing"
_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS
_WHEN = ("after", "before", "until", "since")
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


def mend_participles(doc: Doc, words: Words) -> None:
    """Hang the participles of a parsed text on the nouns of which they are said."""
    _free_gerunds(doc, words)
    _free_plans(doc, words)
    _linked(doc, words)
    _set_off(doc)
    _set_off_after(doc)
    _behind_comma(doc)
    _doing_meanwhile(doc)
    _suffered(doc, words)


def _free_gerunds(doc: Doc, words: Words) -> None:
    """Make verbs of what somebody is accused of doing, with the noun that they were hung on as their object."""
    accusing, doing = words["verbs.accusing"], words.either("verbs.moving", "verbs.against_others")
    for of in doc.occurrences(("of",)):
        if of.head.lemma_ not in accusing or of.i + 1 >= len(doc):
            continue
        gerund = doc[of.i + 1]
        thing = gerund.head
        if not gerund.lower_.endswith(_ING) or gerund.dep_ not in ("amod", "compound") or thing.head is not of:
            continue
        verb = _verb_of(gerund, doing)
        if verb is None:
            continue
        hang(gerund, of, "pcomp")
        hang(thing, gerund, "dobj")
        gerund.pos_, gerund.tag_, gerund.lemma_ = "VERB", "VBG", verb


def _free_plans(doc: Doc, words: Words) -> None:
    """Hang what somebody is accused of planning on the plan: "accused Chad of *planning* to arm Mali"."""
    for to in doc.occurrences(("to",)):
        deed, gerund = to.head, doc[max(to.i - 1, 0)]
        of = doc[max(to.i - 2, 0)]
        if to.tag_ != "TO" or deed.tag_ != "VB" or of.lower_ != "of" or not gerund.lower_.endswith(_ING):
            continue
        accusing = of.head if of.head.pos_ == "VERB" else of.head.head
        verb = _verb_of(gerund, words["verbs.intending"])
        if verb is None or accusing.lemma_ not in words["verbs.accusing"] or deed.head not in (accusing, gerund):
            continue
        hang(of, accusing, "prep")
        hang(gerund, of, "pcomp")
        hang(deed, gerund, "xcomp")
        gerund.pos_, gerund.tag_, gerund.lemma_ = "VERB", "VBG", verb


def _verb_of(gerund: Token, verbs: frozenset[str]) -> str | None:
    """Return the verb among some whose form in -ing a word is."""
    stem = gerund.lower_.removesuffix(_ING)
    return next((form for form in (gerund.lemma_, stem, f"{stem}e", stem[:-1]) if form in verbs), None)


def _linked(doc: Doc, words: Words) -> None:
    """Make a participle of the first of two verbs that nothing joins: "gunmen *allied* with Chad *attacked* a town"."""
    for linked in doc.occurrences(words["verbs.linked"]):
        if linked.dep_ not in ("ROOT", "ccomp") or any(
            child.dep_ in ("cc", "aux", "auxpass") for child in linked.children
        ):
            continue
        act = next((c for c in linked.children if c.dep_ == "conj" and c.tag_ in _FINITE), None)
        doer = next((child for child in linked.children if child.dep_ in _SUBJECTS), None)
        if act is None or doer is None or doer.pos_ not in ("NOUN", "PROPN"):
            continue
        if any(c.dep_ == "dobj" or (c.dep_ == "punct" and c.i < act.i) for c in linked.children):
            continue
        above = act if linked.head.i == linked.i else linked.head
        dep = linked.dep_
        rest = [child for child in linked.children if child.dep_ == "punct" and child.i > act.i]
        hang(doer, act, doer.dep_)
        for child in rest:
            hang(child, act, child.dep_)
        hang(act, above, dep)
        hang(linked, doer, "acl")
        linked.tag_ = "VBN"


def _set_off(doc: Doc) -> None:
    """Give the verb its subject back that a participle between commas took: "the Quad, *made* up of four, *met*"."""
    for comma in doc.occurrences((",",)):
        said = comma.nbor(1) if comma.i + 1 < len(doc) else comma
        act = said.head
        if said.tag_ not in ("VBN", "VBD") or said.dep_ != "advcl" or act.i < said.i or act.tag_ not in _FINITE:
            continue
        doer = next((child for child in said.children if child.dep_ in _SUBJECTS and child.i < comma.i), None)
        if doer is None or any(child.dep_ in _SUBJECTS for child in act.children):
            continue
        hang(doer, act, "nsubjpass" if any(c.dep_ == "auxpass" for c in act.children) else "nsubj")
        hang(said, doer, "acl")
        said.tag_ = "VBN"


def _set_off_after(doc: Doc) -> None:
    """Begin a clause of time whose subject and verb a participle parts: "left after *Chad*, led by Ruiz, *refused* it".

    The parser takes the subject for what "after" names, and hangs the verb on the one before without an "and".
    """
    for mark in doc.occurrences(_WHEN):
        above = mark.head
        doer = next((child for child in mark.children if child.dep_ == "pobj"), None)
        if mark.dep_ != "prep" or doer is None or above.i > mark.i or doer.ent_type_ in ("DATE", "TIME"):
            continue
        act = next((c for c in above.children if c.i > mark.i and c.dep_ in ("conj", "ccomp", "dep")), None)
        if act is None or act.tag_ not in _FINITE or doc[act.left_edge.i - 1].text != ",":
            continue
        if any(child.dep_ in _SUBJECTS for child in act.children):
            continue
        if any(child.dep_ == "cc" and mark.i < child.i < act.i for child in above.children):
            continue
        said = [word for word in doc[doer.i + 1 : act.i] if word.tag_ in ("VBN", "VBG") and word.nbor(-1).text == ","]
        if not said or said[0].head.i not in (above.i, doer.i):
            continue
        hang(said[0], doer, "acl")
        hang(act, above, "advcl")
        hang(mark, act, "mark")
        hang(doer, act, "nsubjpass" if any(c.dep_ == "auxpass" for c in act.children) else "nsubj")


def _behind_comma(doc: Doc) -> None:
    """Hang on what somebody does the participle that was hung on a comma: "Chad, *backing* Mali, sent troops"."""
    for comma in doc.occurrences((",",)):
        for done in [child for child in comma.children if child.tag_ in ("VBG", "VBN")]:
            act = comma.head.head if comma.head.dep_ in _SUBJECTS else comma.head
            if act.pos_ == "VERB" and act.i > done.i:
                hang(done, act, "advcl")


def _doing_meanwhile(doc: Doc) -> None:
    """Make a verb of what was taken to describe a name: "the premier, *visiting* Rabat, announced"."""
    for comma in doc.occurrences((",",)):
        doing = comma.nbor(1) if comma.i + 1 < len(doc) else comma
        name = doing.head
        if doing.tag_ != "VBG" or doing.dep_ != "amod" or name.dep_ != "appos" or name.pos_ != "PROPN":
            continue
        if name.i > doing.i and name.head.i < comma.i and name.left_edge.i == doing.i:
            hang(doing, name.head, "acl")
            hang(name, doing, "dobj")


def _suffered(doc: Doc, words: Words) -> None:
    """Give a verb the object back that a participle before it took: "doctors treated *wounded* Syrians"."""
    for said in doc.occurrences(words["verbs.suffered"]):
        verb = said.head
        thing = next((child for child in said.rights if child.dep_ == "dobj"), None)
        if thing is None or verb.i != said.i - 1 or verb.pos_ != "VERB" or any(c.dep_ == "dobj" for c in verb.children):
            continue
        for child in list(said.children):
            hang(child, verb, child.dep_)
        hang(said, thing, "amod")
