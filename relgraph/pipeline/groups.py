"""Groups and people that act without a name: "rebels", "20 mine workers", "a female rebel commander"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from spacy.tokens import Token

    from relgraph.pipeline.denotation import Denoter

_NOUNS = frozenset({"NOUN", "PROPN"})
_NATIONS = frozenset({"country", "historic_state"})
_ONE = frozenset({"a", "an", "another", "one"})
_ROLES = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent"})
# fmt: off
_DULL = frozenset({
    "many", "several", "some", "few", "more", "most", "other", "such", "own", "new", "old", "former", "same", "first",
    "last", "senior", "top", "high", "leading", "key", "major", "various", "certain", "different", "numerous",
    "foreign-born", "unidentified", "unnamed", "suspected", "alleged", "innocent",
})
"""Adjectives that are no part of a group's name."""
# fmt: on


def generic(denoter: Denoter, token: Token, lemma: str, *, target: bool) -> list[Party]:
    """Return a group or one of its members that acts without a name; people of a place are its country's.

    One person is an actor only with "a" or "one" and where an actor can stand.
    """
    words = denoter.words
    if token.pos_ not in _NOUNS or lemma in words["nouns.source"]:
        return []
    if any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in token.children):
        return []  # "his government": somebody's, but it is not known whose
    plural = token.tag_ in ("NNS", "NNPS") and lemma in words["nouns.group"]
    if not plural and lemma not in words["nouns.singular_group"] and not _is_one(denoter, token, lemma):
        return []
    listed = [party for example in _examples(denoter, token) for party in denoter.parties(example, target=target)]
    if listed:
        return listed
    local = _local_country(denoter, token, lemma) if lemma not in words["nouns.relational"] else []
    if local:
        return local
    adjectives = [
        child
        for child in token.children
        if child.dep_ in ("amod", "compound", "npadvmod")
        and child.i < token.i
        and child.is_alpha
        and (child.pos_ in ("ADJ", "NOUN") or _is_hyphened(child) or (child.is_sent_start and not child.ent_type_))
        and child.i not in denoter.mention_at
        and child.tag_ not in ("JJR", "JJS")
        and child.lower_ not in _DULL
    ]
    hyphened = any(_is_hyphened(child) for child in token.children if child.i < token.i)
    certain = adjectives or hyphened or (target and _is_counted(denoter, token, lemma))
    if lemma in words["nouns.vague"] and not certain:
        return []
    start = min((child.left_edge.i if hyphened else child.i for child in adjectives), default=token.i)
    whole = hyphened or start == token.i - len(adjectives)
    name = denoter.doc[start : token.i + 1].text.lower() if whole else token.text.lower()
    actor = denoter.cast.introduce(name, "group")
    return [Party(actor, start, token.i + 1, "description", how="generic group")]


def members(denoter: Denoter, token: Token) -> list[Party]:
    """Return who a class of states is by the names after it: "the European powers, *Britain and France*, left"."""
    if token.tag_ != "NNS":
        return []
    names = [
        child
        for child in token.children
        if child.i in denoter.mention_at and (child.dep_ == "appos" or (child.dep_ == "conj" and _is_enclosed(child)))
    ]
    found = [party for name in names for part in denoter.conjuncts(name) for party in denoter.denote(part)]
    return found if all(denoter.cast[party.actor].kind in _NATIONS for party in found) else []


def _is_enclosed(names: Token) -> bool:
    """Tell whether names stand between two commas."""
    doc, after = names.doc, names.right_edge.i + 1
    return doc[names.left_edge.i - 1].text == "," and after < len(doc) and doc[after].text == ","


def _is_counted(denoter: Denoter, token: Token, lemma: str) -> bool:
    """Tell whether people are counted, so that it is certain ones: "killed 11 people"."""
    return lemma in denoter.words["nouns.counted"] and any(child.dep_ == "nummod" for child in token.children)


def holders(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the group whose place or thing is acted on: "shelled a *rebel* camp", "*guerrilla*-held villages"."""
    words = denoter.words
    if lemma not in words["nouns.held"]:
        return []
    for child in token.children:
        owner = child
        if child.lower_ in words["adjectives.holding"]:
            owner = next((part for part in child.children if part.dep_ == "npadvmod"), child)
        elif child.dep_ not in ("compound", "nmod"):
            continue
        group = owner.lemma_.lower()
        if owner.i >= token.i or group not in words["nouns.group"] or group in words["nouns.vague"]:
            continue
        name = group if group in words["nouns.singular_group"] else f"{group}s"
        return [Party(denoter.cast.introduce(name, "group"), owner.i, token.i + 1, "description", how="generic group")]
    return []


def _is_one(denoter: Denoter, token: Token, lemma: str) -> bool:
    """Tell whether a noun is one person of a group, brought in where an actor can stand: "a militant attacked"."""
    words = denoter.words
    return (
        token.tag_ == "NN"
        and token.dep_ in _ROLES
        and lemma in words["nouns.group"]
        and lemma not in words["nouns.vague"]
        and any(child.lower_ in _ONE and child.dep_ in ("det", "nummod") for child in token.children)
    )


def _examples(denoter: Denoter, noun: Token) -> Iterator[Argument]:
    """Yield the members that are listed of a group: "countries such as Chile and Peru", "states including Chile".

    The parser may hang "including" on a name between the two: "countries that backed Israel, including Chile".
    """
    holders = [noun]
    if noun.tag_ == "NNS":
        holders.extend(
            token
            for clause in noun.children
            if clause.dep_ == "relcl"
            for token in clause.children
            if token.dep_ == "dobj" and token.i in denoter.mention_at
        )
    for holder in holders:
        for child in holder.children:
            if child.dep_ == "prep" and (
                child.lower_ == "including"
                or (child.lower_ == "as" and child.i > 0 and denoter.lowers[child.i - 1] == "such")
            ):
                yield from (Argument(grandchild) for grandchild in child.children if grandchild.dep_ == "pobj")


def _local_country(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the country in "protesters in southern Nepal", "students in Santiago", "people of Kashmir".

    Rebels, refugees and reporters in a country are not that country.
    """
    allowed = ("from", "of") if lemma in denoter.words["nouns.transient"] else ("in", "from", "of", "across")
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in allowed:
            for place in child.children:
                if place.dep_ == "pobj":
                    countries = [
                        mention.widened(token.i, token.i + 1, how="people of the place")
                        for part in denoter.conjuncts(place)
                        for mention in _country_at(denoter, part, inside=child.lower_ == "in")
                    ]
                    if countries:
                        return countries
    return []


def _country_at(denoter: Denoter, place: Token, *, inside: bool) -> list[Party]:
    """Return the country of a place: by its own name, its capital or town, or the nation before "town"."""
    mention = denoter.mention_at.get(place.i)
    if mention is not None:
        if mention.capital and not inside:
            return []
        return [mention] if denoter.cast[denoter.cast.root(mention.actor)].kind in _NATIONS else []
    if not inside or place.lemma_.lower() not in denoter.words["nouns.spatial"]:
        return []
    mentions = [
        denoter.mention_at[child.i]
        for child in place.children
        if child.dep_ in ("amod", "compound", "poss") and child.i in denoter.mention_at
    ]
    return [party for party in mentions if denoter.cast[party.actor].kind in _NATIONS and not party.capital]


def _is_hyphened(word: Token) -> bool:
    """Tell whether a modifier is a word with a hyphen: "oil-producing", which the tokeniser cuts in three."""
    return "-" in word.text or any(child.text == "-" for child in word.children)
