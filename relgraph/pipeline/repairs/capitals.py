"""Plain nouns that the tagger takes for names: at the head of a sentence ("*Fighters* attacked"), or in lower case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_PEOPLE = ("nouns.group", "nouns.domestic", "nouns.people", "nouns.crowds", "nouns.role", "nouns.shared_dealings")
_STANDING = SUBJECTS | {"nsubjpass"}
_NOUNS_STAND = _STANDING | {"dobj", "pobj", "conj", "attr", "appos"}
_SHARED = frozenset({"between", "among", "amongst"})


def settle_capitals(doc: Doc, words: Words) -> None:
    """Make plain nouns of the first words of sentences that are tagged as names and are plurals.

    They are words for people and for what people share: "*Relations* between Chad and Mali", "*Wardens* beat him".
    """
    people, fighters = words.either(*_PEOPLE), words.either("nouns.armed_people", "nouns.fighting")
    for sentence in doc.sents:
        first = next((token for token in sentence if token.is_alpha), None)
        if first is None or first.tag_ not in ("NNPS", "NNP"):
            continue
        plural = first.lower_
        if first.ent_type_ and (plural.removesuffix("s") not in fighters or _is_longer_name(first)):
            continue  # but "*Guerrillas* kidnapped two workers"
        if first.tag_ == "NNP" and (not plural.endswith(("s", "men")) or first.dep_ not in _STANDING):
            continue
        singular = plural[:-2] + "an" if plural.endswith("men") else plural.removesuffix("s")
        shared = first.i + 1 < len(doc) and first.nbor(1).lower_ in _SHARED
        if shared or singular in people:
            first.tag_, first.pos_, first.lemma_, first.base = "NNS", "NOUN", singular, singular.lower()


def _is_longer_name(first: Token) -> bool:
    """Tell whether a name goes on behind its first word: "*Rebels* United"."""
    behind = first.doc[first.i + 1 : first.i + 2]
    return any(token.pos_ in ("PROPN", "PART") or token.text[0].isupper() for token in behind)


def settle_lower_case(doc: Doc, words: Words) -> None:
    """Make plain nouns of known words in lower case that are tagged as names: "told the electoral *commission* to"."""
    for token in doc.tokens:
        if token.tag_ != "NNP" or token.dep_ not in _NOUNS_STAND or not token.text.islower():
            continue
        before = list(token.lefts)
        if token.base not in words.all or any(child.text[0].isupper() for child in before):
            continue
        token.tag_, token.pos_ = "NN", "NOUN"
        for child in before:
            if child.tag_ == "NNP":
                child.tag_, child.pos_ = ("JJ", "ADJ") if child.dep_ == "amod" else ("NN", "NOUN")
