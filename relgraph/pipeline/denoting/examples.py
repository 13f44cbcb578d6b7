"""Members of a class that are listed: "countries such as Chile", "Arab states, including Oman", "among them Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.kinds import two_kinds
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.words import grammar

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_CLASSES = frozenset({"bloc", "region"})
_PLURALS = frozenset({"NNS", "NNPS"})
_THEM = frozenset({"them", "these", "those"})
SOME = frozenset({"those", "many", "some", "others", "several"})
"""Words for people of whom a clause says what they are: "*those* who backed Chile, including Ana Ruiz"."""
_LISTING = frozenset({"including", "such", "among"})


def listed(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the states and bodies that are listed of a part of the world: "six *Arab* states, including Oman".

    What is said of the class is then known of these.
    """
    if noun.tag_ not in _PLURALS:
        return []
    mention = denoter.mention_at.get(noun.i)
    if mention is not None and (named := _after_of(denoter, noun)):
        return named
    if denoter.vocabulary.isdisjoint(_LISTING):
        return []
    if mention is not None and mention.via == "demonym" and (people := people_listed(denoter, noun)):
        return people
    before = [] if mention is not None else [denoter.mention_at.get(child.i) for child in noun.lefts]
    classes = [party for party in (mention, *before) if party is not None]
    if not classes or any(denoter.cast[party.actor].kind not in _CLASSES for party in classes):
        return []
    return unique([party for one in examples(denoter, noun) for party in denoter.parties(one, target=True)])


def people_listed(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the persons whom a text names of a people: "*Danes* such as Hans Voss and Ana Kahn"."""
    if noun.tag_ not in _PLURALS or denoter.vocabulary.isdisjoint(_LISTING):
        return []
    names = [
        denoter.mention_at.get(name.i)
        for example in examples(denoter, noun)
        for name in denoter.conjuncts(example.token)
    ]
    known = [party for party in names if party is not None]
    return known if len(known) == len(names) and all(denoter.cast[p.actor].kind == "person" for p in known) else []


def _after_of(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the states that a class is made up of here: "the Baltic *states* of Estonia and Latvia joined"."""
    if denoter.lowers[noun.i + 1 : noun.i + 2] != ["of"] or noun.base not in denoter.words["nouns.listed"]:
        return []
    names = [name for of in noun.children if of.i == noun.i + 1 for name in of.children if name.dep_ == "pobj"]
    if not names or names[0].i not in denoter.mention_at:
        return []
    found = denoter.parties(Argument(names[0]))
    return found if len(found) > 1 and all(denoter.cast[party.actor].kind in STATES for party in found) else []


def twins(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the two states that a plural name means, or two kinds of people: "talks between the two *Koreas*"."""
    named = _twins().get(noun.lower_, ())
    return [Party(actor, noun.i, noun.i + 1, "name", how="one of two") for actor in named] or two_kinds(denoter, noun)


@cache
def _twins() -> dict[str, tuple[str, ...]]:
    return {name: tuple(states) for name, *states in grammar().entries("twins.states")}


def of_land(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the country that is meant in "the Caribbean *island* of Grenada", "the British *colony* of Malta"."""
    if noun.tag_ != "NN" or denoter.lowers[noun.i + 1 : noun.i + 2] != ["of"] or noun.i + 2 >= len(denoter.doc):
        return []
    if noun.base not in denoter.words.either("nouns.ground", "nouns.country_word", "nouns.overseas"):
        return []
    named = denoter.mention_at.get(noun.i + 2) or denoter.mention_at.get(noun.i + 3)
    if named is None or named.via == "demonym" or denoter.cast[named.actor].kind not in STATES:
        return []
    return [named.widened(noun.i, named.end)]


def examples(denoter: Denoter, noun: Token) -> Iterator[Argument]:
    """Yield the members that are listed of a group: "countries such as Chile and Peru", "states including Chile".

    The parser may hang "including" on a name between the two: "countries that backed Israel, including Chile".
    """
    holders = [noun]
    if noun.tag_ == "NNS" or noun.lower_ in SOME:
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
                or (child.lower_ == "as" and child.i == holder.i + 1 and _is_such(holder))
            ):
                yield from (Argument(grandchild) for grandchild in child.children if grandchild.dep_ == "pobj")
    yield from _among(denoter, noun)


def _is_such(noun: Token) -> bool:
    """Tell whether a noun is one of a kind that is told next: "*such* targets as"."""
    return any(child.lower_ == "such" for child in noun.lefts)


def those_listed(denoter: Denoter, some: Token) -> list[Party]:
    """Return who are named of those of whom a clause tells: "*those* who backed Chile, including Ana Ruiz"."""
    if denoter.vocabulary.isdisjoint(_LISTING) or not any(child.dep_ == "relcl" for child in some.children):
        return []
    names = [
        name
        for example in examples(denoter, some)
        for name in denoter.conjuncts(example.token)
        if name.pos_ in ("NOUN", "PROPN")
    ]
    return unique([party for name in names for party in denoter.denote(name)])


def _among(denoter: Denoter, noun: Token) -> Iterator[Argument]:
    """Yield those named after "among them": "several countries, *among them Chile*", wherever the parser hung them."""
    lowers, at = denoter.lowers, noun.i + 1
    if lowers[at : at + 1] == [","]:
        at += 1
    if lowers[at : at + 1] != ["among"] or at + 2 >= len(lowers) or lowers[at + 1] not in _THEM:
        return
    doc, last = denoter.doc, noun.sent.end
    for i in range(at + 2, last):
        head = doc[i].head.i
        if doc[i].pos_ in ("NOUN", "PROPN") and (head in (at, noun.i) or not at + 1 < head < i + 8):
            yield Argument(doc[i])
            return
        if doc[i].text in (",", ";", "."):
            return
