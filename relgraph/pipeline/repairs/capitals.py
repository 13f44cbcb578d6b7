"""Plain nouns that the tagger takes for names because they begin a sentence: "*Fighters* of the front attacked"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc
    from relgraph.pipeline.words import Words

_PEOPLE = ("nouns.group", "nouns.domestic", "nouns.people", "nouns.crowds", "nouns.shared_dealings")
_SHARED = frozenset({"between", "among", "amongst"})


def settle_capitals(doc: Doc, words: Words) -> None:
    """Make plain nouns of the first words of sentences that are tagged as names in the plural and are none.

    They are words for people and for what people share: "*Relations* between Chad and Mali", "*Tensions* rose".
    """
    for sentence in doc.sents:
        first = next((token for token in sentence if token.is_alpha), None)
        if first is None or first.tag_ != "NNPS" or first.ent_type_:
            continue
        plural = first.lower_
        singular = plural[:-2] + "an" if plural.endswith("men") else plural.removesuffix("s")
        shared = first.i + 1 < len(doc) and first.nbor(1).lower_ in _SHARED
        if shared or any(singular in words[name] for name in _PEOPLE):
            first.tag_, first.pos_, first.lemma_, first.base = "NNS", "NOUN", singular, singular.lower()
