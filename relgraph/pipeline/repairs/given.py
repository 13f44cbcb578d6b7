"""Names of those to whom something is given, taken into what is given by the parser: "gave *Chad* much support"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.words import Words

_PEOPLE = ("nouns.group", "nouns.role", "nouns.people")
_SEVERAL = frozenset({"staff", "personnel"})
_AS_ADJECTIVES = frozenset({"us", "u.s.", "uk", "u.k.", "eu", "un", "u.n.", "nato", "ussr", "uae"})
"""Names that stand for adjectives: "sent US troops"."""


def name_given(doc: Doc, words: Words) -> None:
    """Make recipients of the names of countries right behind a verb of giving that stand before what is given."""
    for name in (entity.root for entity in doc.ents if entity.label_ == "GPE"):
        thing = name.head
        verb = thing.head
        if (
            name.dep_ not in ("compound", "nmod")
            or thing.dep_ != "dobj"
            or verb.lemma_ not in words["verbs.proffering"]
        ):
            continue
        if name.tag_ != "NNP" or name.left_edge.i != verb.i + 1 or name.lower_ in _AS_ADJECTIVES:
            continue
        if thing.pos_ != "NOUN" or any(child.dep_ == "dative" for child in verb.children):
            continue
        hang(name, verb, "dative")
    _sums_in_aid(doc, words)
    for what in doc.occurrences(("that", "which")):
        verb = what.head
        if what.dep_ != "dative" or what.tag_ != "WDT" or verb.dep_ != "relcl":
            continue
        given = [child for child in verb.rights if child.dep_ == "dobj" and child.tag_ in ("NNP", "NNPS", "PRP")]
        if len(given) == 1:  # "the aid that Japan gave *Laos*"
            what.dep_, given[0].dep_ = "dobj", "dative"


def _given_behind(doc: Doc, words: Words) -> None:
    """Make recipients of names behind a verb in a clause about what is given: "the ship *that India gave Laos*"."""
    for verb in doc.occurrences(words["verbs.proffering_forms"]):
        thing = verb.head
        if verb.dep_ != "relcl" or thing.tag_ not in ("NN", "NNS") or not any(c.dep_ == "nsubj" for c in verb.lefts):
            continue
        given = [child for child in verb.rights if child.dep_ == "dobj"]
        what = next((child for child in verb.lefts if child.lower_ in ("that", "which")), None)
        if len(given) != 1 or given[0].pos_ != "PROPN" or given[0].left_edge.i != verb.i + 1:
            continue
        if what is None or what.dep_ in ("mark", "dobj"):
            given[0].dep_ = "dative"
            if what is not None:
                what.dep_ = "dobj"


def _sums_in_aid(doc: Doc, words: Words) -> None:
    """Hang for whom a sum is on who agrees to it: "agreed to $27 million in aid *for Peru*"."""
    for link in doc.occurrences(("for",)):
        aid = link.head
        within = aid.head
        amount = within.head
        if link.dep_ != "prep" or aid.base not in words["nouns.assistance"] or within.lower_ != "in":
            continue
        to = amount.head
        counted = amount.dep_ == "pobj" and (amount.pos_ == "NUM" or amount.base in words["nouns.money"])
        if counted and to.lower_ == "to" and to.head.lemma_ in ("agree", "consent"):
            hang(link, to.head, "prep")


def people_given(doc: Doc, words: Words) -> None:
    """Make recipients of people in the plural that stand before what is given: "promised the *refugees* shelter"."""
    people = words.either(*_PEOPLE) | _SEVERAL
    _given_behind(doc, words)
    _admitted(doc, words)
    for verb in doc.occurrences(words["verbs.proffering_forms"]):
        thing = next((child for child in verb.rights if child.dep_ == "dobj"), None)
        if verb.pos_ != "VERB" or thing is None or thing.pos_ != "NOUN" or thing.base in people:
            continue
        several = (child for child in thing.lefts if child.tag_ == "NNS" or child.base in _SEVERAL)
        folk = next((child for child in several if child.base in people), None)
        if folk is None or folk.dep_ not in ("compound", "nmod") or thing.left_edge.i != verb.i + 1:
            continue
        for child in [child for child in thing.lefts if child.i < folk.i]:
            hang(child, folk, child.dep_)
        hang(folk, verb, "dative")


def _admitted(doc: Doc, words: Words) -> None:
    """Make recipients of those who have access where a participle was taken for a verb: "*UN staff* limited access".

    "Chad let the staff limit access" is another thing: there the verb has no past.
    """
    for access in doc.occurrences(("access", "entry", "passage")):
        described = access.head
        verb = described.head
        who = next((child for child in described.lefts if child.dep_ == "nsubj"), None)
        taken = described.dep_ == "ccomp" and described.tag_ in ("VBD", "VBN") and described.i + 1 == access.i
        if not taken or who is None or verb.lemma_ not in words["verbs.permitting"] or access.dep_ != "dobj":
            continue
        hang(access, verb, "dobj")
        hang(described, access, "amod")
        described.pos_, described.tag_ = "ADJ", "VBN"
        hang(who, verb, "dative")
