"""Gerunds that the parser took for adjectives: "accused Chad of *massing* troops near the border"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Doc
    from relgraph.pipeline.words import Words

_ING = "ing"


def free_gerunds(doc: Doc, words: Words) -> None:
    """Make verbs of what somebody is accused of doing, with the noun that they were hung on as their object."""
    accusing, doing = words["verbs.accusing"], words.either("verbs.moving", "verbs.against_others")
    for of in doc.occurrences(("of",)):
        if of.head.lemma_ not in accusing or of.i + 1 >= len(doc):
            continue
        gerund = doc[of.i + 1]
        thing = gerund.head
        if not gerund.lower_.endswith(_ING) or gerund.dep_ not in ("amod", "compound") or thing.head is not of:
            continue
        stem = gerund.lower_.removesuffix(_ING)
        verb = next((form for form in (gerund.lemma_, stem, f"{stem}e") if form in doing), None)
        if verb is None:
            continue
        hang(gerund, of, "pcomp")
        hang(thing, gerund, "dobj")
        gerund.pos_, gerund.tag_, gerund.lemma_ = "VERB", "VBG", verb
