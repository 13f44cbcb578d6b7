"""People by whose they are: who holds a place, strikes for somebody, or belongs to a group that the words name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.denoting.employers import local_country
from relgraph.pipeline.denoting.groups import GROUP
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_PLURALS = {"gunman": "gunmen"}


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
    return found if all(denoter.cast[party.actor].kind in STATES for party in found) else []


def _is_enclosed(names: Token) -> bool:
    """Tell whether names stand between two commas."""
    doc, after = names.doc, names.right_edge.i + 1
    return doc[names.left_edge.i - 1].text == "," and after < len(doc) and doc[after].text == ","


def partisans_of(denoter: Denoter, token: Token, lemma: str) -> list[Party] | None:
    """Return the country of "Communist leaders in Vietnam", whom their creed makes no party of their own."""
    if token.tag_ != "NNS" or lemma not in denoter.words["nouns.role_plural"] | denoter.words["nouns.vague"]:
        return None
    leanings = denoter.words["bodies.leanings"]
    if not any(child.lower_ in leanings and child.i in denoter.mention_at for child in token.lefts):
        return None
    return local_country(denoter, token, lemma) or None


def holders(denoter: Denoter, token: Token, lemma: str) -> list[Party]:
    """Return the group whose place or thing is acted on: "shelled a *rebel* camp", "*guerrilla*-held villages"."""
    words = denoter.words
    housed = lemma in words["nouns.hit_things"]
    if not housed and lemma not in words["nouns.held"] and lemma not in words["nouns.influx"]:
        return []
    for child in token.children:
        owner = child
        if child.lower_ in words["adjectives.holding"]:
            owner = next((part for part in child.children if part.dep_ == "npadvmod"), child)
        elif child.dep_ not in ("compound", "nmod") and child.lower_ not in words["nouns.armed_people"]:
            continue
        group = owner.base
        if owner.i >= token.i:
            continue
        guarding = group == "guard" and owner.nbor(-1).lower_ == "coast"
        if guarding or (housed and group in words["nouns.housed"]):
            name, start = ("coast guard", owner.i - 1) if guarding else (group, owner.i)
            return [Party(denoter.cast.introduce(name, "group"), start, token.i + 1, "description", how=GROUP)]
        if group not in words["nouns.group"] or group in words["nouns.vague"]:
            continue
        name = group if group in words["nouns.singular_group"] else f"{group}s"
        return [Party(denoter.cast.introduce(name, "group"), owner.i, token.i + 1, "description", how=GROUP)]
    return []


def strikers(denoter: Denoter, noun: Token) -> list[Party]:
    """Return the people whose blow or advance a noun is: "killed by *rebel* shelling", "*communist* expansion"."""
    words = denoter.words
    if not any(noun.base in words[name] for name in ("events.force", "means.fights", "nouns.creeping")):
        return []
    return fighters_before(denoter, noun, words.either("nouns.armed_people", "nouns.creeds_on_the_move"))


def fighters_before(denoter: Denoter, noun: Token, people: frozenset[str]) -> list[Party]:
    """Return those of some kinds of people that stand before a noun: "a *guerrilla* ambush", "*rebel* leader Omar"."""
    before = noun.nbor(-1) if noun.i > 0 else noun
    group = before.base
    if before.dep_ not in ("compound", "amod", "nmod") or group not in people:
        return []
    if before.head.i not in (noun.i, noun.head.i):
        return []
    name = denoter.cast.introduce(_PLURALS.get(group, f"{group}s"), "group")
    return [Party(name, before.i, noun.i + 1, "description", how=GROUP)]
