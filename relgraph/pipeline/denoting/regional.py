"""States without a name, by where they are or whose they are or were: "countries *in Africa*", "its *Arab* allies"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.denoting.described import is_without
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_OPENING = frozenset({"-", "–", "—", ":", "("})
_PLURALS = frozenset({"NNS", "NNPS"})
_CLASSES = frozenset({"region", "bloc"})
_WHERE = frozenset({"in", "of", "across", "from", "throughout"})
_NAMING = frozenset({"appos", "relcl", "acl"})
_LISTING = frozenset({"including", "such", "like"})
_QUALIFYING = frozenset({"amod", "compound", "nmod"})
# fmt: off
_DULL = frozenset({
    "other", "own", "many", "several", "some", "few", "new", "old", "former", "close", "closest", "key", "major",
    "immediate", "nearest", "traditional", "longtime", "long-time", "important", "strong", "staunch", "smaller",
    "larger", "weaker", "bigger", "poorer", "richer", "potential", "main", "chief", "top", "would-be", "biggest",
    "largest",
})
# fmt: on


def regional(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return the states that a plural means by their part of the world, or by whose allies and neighbours they are."""
    if once := _once_part(denoter, noun, lemma):
        return once
    if noun.tag_ not in _PLURALS or any(child.dep_ == "appos" or child.lower_ in _LISTING for child in noun.rights):
        return []
    if own := _called_after(denoter, noun, lemma):
        return own
    if any(child.dep_ in _NAMING for child in noun.rights):
        return []
    if lemma in denoter.words["nouns.told_apart"]:
        return _of_region(denoter, noun)
    return _of_somebody(denoter, noun) if lemma in denoter.words["nouns.of_states"] else []


def _once_part(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return lands that are no longer what they are called after: "*former Soviet* republics"."""
    if lemma not in denoter.words["nouns.once_part"] or any(child.dep_ == "appos" for child in noun.rights):
        return []
    if noun.tag_ not in _PLURALS and any(child.lower_ == "of" for child in noun.rights):
        return []  # "the former Yugoslav republic *of Serbia*"
    for nation in noun.lefts:
        party = denoter.mention_at.get(nation.i)
        if party is None or party.via != "demonym" or denoter.lowers[party.start - 1 : party.start] != ["former"]:
            continue
        name = f"former {denoter.doc[party.start : noun.i + 1].text}"
        actor = denoter.cast.called(name) or denoter.cast.introduce(name, "group")
        return [Party(actor, party.start - 1, noun.i + 1, "description", how="lands once part of it")]
    return []


def _called_after(denoter: Denoter, noun: Token, lemma: str) -> list[Party]:
    """Return people or bodies whom their part of the world only tells from others: "*Asian* banks".

    Those who speak or fight for it are it: "African leaders".
    """
    words = denoter.words
    if lemma not in words["nouns.group"] or (lemma in words["nouns.for_region"] and noun.lower_ != "peoples"):
        return []
    before = [child for child in noun.lefts if child.dep_ in _QUALIFYING or child.dep_ == "poss"]
    named = [child for child in before if child.i in denoter.mention_at]
    if len(named) != 1 or named[0].dep_ == "poss" or any(child.tag_ == "PRP$" for child in before):
        return []  # "its Asian allies"
    region = denoter.mention_at[named[0].i]
    actor = denoter.cast[region.actor]
    other = (
        actor.kind not in _CLASSES or actor.parent or actor.id in words.either("historic.alliances", "historic.lands")
    )
    if region.via != "demonym" or other:
        return []
    name = denoter.doc[region.start : noun.i + 1].text
    if not name.replace(" ", "").isalpha() or " and " in name or is_without(denoter, region):
        return []  # "European-backed companies", "non-Western banks"
    group = denoter.cast.called(name) or denoter.cast.introduce(name, "group")
    return [Party(group, region.start, noun.i + 1, "description", how="generic group")]


def _of_region(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the states in "21 countries in Europe", by the name that their adjective gives them."""
    if any(child.dep_ in _QUALIFYING and child.i in denoter.mention_at for child in noun.lefts):
        return []
    known = any(child.lower_ == "the" for child in noun.lefts)
    for link in noun.rights:
        if link.dep_ != "prep" or link.lower_ not in _WHERE or (known and link.lower_ == "of"):
            continue  # "the nations of South America" are all of it
        for place in link.children:
            region = denoter.mention_at.get(place.i)
            if region is None or denoter.cast[region.actor].kind != "region" or place.dep_ != "pobj":
                continue
            behind = place.right_edge.i + 1
            if link.i != noun.i + 1 or (behind < len(denoter.texts) and denoter.texts[behind] in _OPENING):
                continue  # "two nations in Asia – Japan and Korea"
            adjectives = denoter.cast[region.actor].demonyms
            if not adjectives:
                continue
            name = f"{adjectives[0]} {noun.lower_}"
            actor = denoter.cast.called(name) or denoter.cast.introduce(name, "group")
            return [Party(actor, noun.i, noun.i + 1, "description", how="states of a region")]
    return []


def _of_somebody(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the group in "its Gulf War allies", which keeps what says of what kind they are."""
    owner = next((child for child in noun.lefts if child.dep_ == "poss"), None)
    if owner is None or noun.i + 1 in denoter.mention_at:
        return []  # "its regional foes *Chad* and Mali"
    kinds = [child for child in noun.lefts if child.dep_ in _QUALIFYING and child.i > owner.i]
    kinds = [child for child in kinds if child.lower_ not in _DULL and child.tag_ not in ("JJR", "JJS", "CD")]
    states = [denoter.mention_at.get(token.i) for kind in kinds for token in kind.subtree]
    if not kinds or any(party is not None and denoter.cast[party.actor].kind not in _CLASSES for party in states):
        return []  # "its Chilean rivals" are Chile's
    start = min(kind.left_edge.i for kind in kinds)
    name = denoter.doc[start : noun.i + 1].text
    actor = denoter.cast.called(name) or denoter.cast.introduce(name, "group")
    return [Party(actor, start, noun.i + 1, "description", how="states of a kind")]
