"""Phrases that say where something goes or to whom it is what it is, hung where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.words import Words

_TIMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "CARDINAL", "QUANTITY", "ORDINAL"})
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC"})


def hang_goals(doc: Doc, words: Words) -> None:
    """Hang goals where they belong; what each step mends is said there."""
    _to_capitals(doc)
    _from_to(doc, words)
    _turned_to(doc, words)
    _kept_from(doc, words)
    _given_to(doc, words)
    _told_to(doc, words)
    _discussed_with(doc, words)
    _asked_for(doc, words)
    _dealt_in(doc, words)


def _discussed_with(doc: Doc, words: Words) -> None:
    """Hang on the verb to whom somebody talks: "discussed its war with Chad *with the envoy*"."""
    for second in doc.occurrences(("with",)):
        noun, verb = second.head, second.head.head
        if second.dep_ != "prep" or noun.base not in words["nouns.had_with"] or noun.dep_ not in ("dobj", "pobj"):
            continue
        again = any(child.lower_ == "with" and child.i < second.i for child in noun.rights)
        whom = next((child for child in second.rights if child.dep_ == "pobj"), second)
        held = verb.lemma_ == "discuss" and whom.base in words["nouns.person_word"]
        if (again or held) and verb.pos_ == "VERB":
            hang(second, verb)


def _asked_for(doc: Doc, words: Words) -> None:
    """Make a clause of what somebody is asked for to do: "despite Chad's demand *for Mali to release* them"."""
    for mark in doc.occurrences(("for",)):
        asked = mark.nbor(-1) if mark.i > 0 else mark
        who = next((child for child in mark.children if child.dep_ == "pobj"), None)
        if asked.base not in words["nouns.called_for_by"] or asked.pos_ != "NOUN" or who is None:
            continue
        if who.right_edge.i + 2 >= len(doc):
            continue
        to = doc[who.right_edge.i + 1]
        deed = to.head
        if to.tag_ == "TO" and deed.tag_ == "VB" and deed.dep_ in ("advcl", "acl", "relcl", "xcomp") and deed.i > to.i:
            hang(deed, asked, "relcl")
            hang(who, deed, "nsubj")
            hang(mark, deed, "mark")


def _dealt_in(doc: Doc, words: Words) -> None:
    """Hang on a deal right before it what it is for, not on the verb that closes it: "to sign *a deal to sell*"."""
    for deal in doc.occurrences(words["nouns.deals"]):
        to = doc[deal.i + 1] if deal.i + 1 < len(doc) else deal
        deed = to.head
        closing = deal.dep_ == "dobj" and deal.head.lemma_ in words["verbs.closing_deals"]
        if to.tag_ == "TO" and closing and deed.tag_ == "VB" and deed.dep_ == "advcl" and deed.head is deal.head:
            hang(deed, deal, "acl")


def _given_to(doc: Doc, words: Words) -> None:
    """Hang on the giving to whom something is given: "the donation of tents *to Chad*" is of no tents to Chad."""
    giving = words["nouns.handings_over"]
    for to in doc.occurrences(("to",)):
        thing, of = to.head, to.head.head
        if to.dep_ != "prep" or thing.dep_ != "pobj" or of.lower_ != "of" or of.head.base not in giving:
            continue
        if any(child.dep_ == "pobj" and child.ent_type_ in _NAMES for child in to.children):
            hang(to, of.head)


def _told_to(doc: Doc, words: Words) -> None:
    """Make what one is got to do of a clause behind a time or object: "was told on Sunday *to leave*"."""
    for to in doc.occurrences(("to",)):
        deed, verb = to.head, to.head.head
        if deed.dep_ != "advcl" or deed.tag_ != "VB" or deed.i < verb.i or to.tag_ != "TO":
            continue
        children = {child.dep_ for child in verb.children}
        told = verb.lemma_ in words["verbs.told"] and "auxpass" in children
        got = verb.lemma_ == "get" and any(child.dep_ == "dobj" and child.i == to.i - 1 for child in verb.children)
        if (told or got) and children.isdisjoint(("xcomp", "ccomp")):
            deed.dep_ = "xcomp"


def _to_capitals(doc: Doc) -> None:
    """Hang a clause on the message whose addressee the parser joined to it: "a note to *Paris warning* of a war"."""
    for warning in doc.occurrences(("warning",)):
        to = warning.head
        if warning.dep_ != "pobj" or to.lower_ != "to" or to.i != warning.i - 2 or to.head.pos_ != "NOUN":
            continue
        name = doc[to.i + 1]
        if name.ent_type_ == "GPE" and name.dep_ == "compound" and name.head.i == warning.i:
            hang(name, to, "pobj")
            hang(warning, to.head, "acl")
            warning.tag_, warning.pos_, warning.lemma_ = "VBG", "VERB", "warn"


def _from_to(doc: Doc, words: Words) -> None:
    """Hang the goal where the start hangs: "shipments from Venezuela *to Cuba*".

    The parser may hang it on what is left: "shifted its backing from the opposition *to the army*".
    """
    for to in doc.occurrences(("to", "into")):
        start = to.head
        if start.dep_ == "pobj" and start.head.lower_ == "from" and start.i < to.i:
            left = start.head.head
            shifting = left.head if left.dep_ == "dobj" else left
            start = start.head if shifting.lemma_ in words["verbs.shifting"] else start
        if start.lower_ != "from" or to.dep_ != "prep" or start.dep_ != "prep":
            continue
        dated = any(child.ent_type_ in _TIMES for child in to.children)
        if start.head.pos_ in ("NOUN", "VERB") and not dated:
            hang(to, start.head)


def _turned_to(doc: Doc, words: Words) -> None:
    """Hang on what a deed is the one to whom it is that: "skipped the summit, in a *snub to Moscow*"."""
    for to in doc.occurrences(("to",)):
        act = to.nbor(-1) if to.i > 0 else to
        if (
            to.dep_ == "prep"
            and act.dep_ == "pobj"
            and act.base in words["nouns.turned_to"]
            and act.head.lower_ == "in"
        ):
            hang(to, act)


def _kept_from(doc: Doc, words: Words) -> None:
    """Hang what somebody is kept from on the verb that keeps: "passed a law barring firms *from trading*"."""
    for from_ in doc.occurrences(("from",)):
        above = from_.head
        if above.dep_ == "appos" and doc[from_.i - 1].text == "," and above.head.dep_ == "dobj":
            if above.head.head.lemma_ in words["verbs.having_ground"]:
                hang(from_, above.head.head)  # "seized the capital, Sanaa, *from* the army"
            continue
        if above.pos_ != "VERB" or not any(child.dep_ == "pcomp" for child in from_.children):
            continue
        keeping = [
            child
            for child in (*above.rights, *(grandchild for child in above.rights for grandchild in child.rights))
            if child.i < from_.i and child.pos_ == "VERB" and child.lemma_ in words["verbs.preventing"]
        ]
        if keeping and any(child.dep_ == "dobj" for child in keeping[-1].rights):
            hang(from_, keeping[-1])
