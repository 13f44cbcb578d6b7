"""What comes of what somebody says or gives: who acts because or in spite of it, or is made or enabled to.

"In spite of French opposition, *Norway* signed", "French pressure led *Chad* to sign", "Danish grain saved *Finland*".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.syntax.deeds import measures

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_CIRCUMSTANCES = frozenset({"spite", "face", "light", "view", "teeth", "wake", "result", "account", "consequence"})
"""With "in", "as" or "on" before and "of" behind them, they say why, when or in spite of what something is done."""
_REGARDLESS = frozenset({"regardless", "irrespective", "because"})
_FLED = frozenset({"after", "following", "amid", "during", "from", "in"})
_FAILING = frozenset({"founder", "fail", "collapse", "stall", "stumble", "split", "break"})


def followed(material: Material, noun: Token) -> list[Party]:
    """Return who acts because or in spite of what a noun says, or whose plan fails by it."""
    if noun.dep_ != "pobj":
        return []
    link = noun.head
    if link.lower_ == "of":
        above = link.head
        if above.lemma_ in _CIRCUMSTANCES and above.dep_ == "pobj":
            link = above.head
        elif above.lower_ in _REGARDLESS:
            link = above
        else:
            return []
    elif link.lower_ in ("on", "over", "upon") and link.head.lemma_ in _FAILING:
        return material.targets(argument.token for argument in material.syntax.subjects(link.head))
    elif link.lower_ != "because":
        return []
    verb = link.head
    if verb.pos_ not in VERBAL:
        return []
    if material.syntax.is_passive(verb):
        return material.targets(material.syntax.passive_subjects(verb))
    return material.doers(verb) or material.targets(argument.token for argument in material.syntax.subjects(verb))


def driven_out(material: Material, noun: Token) -> list[Party]:
    """Return who leaves home by what a noun says: "*Kurds* fled after raids by", "were displaced in an attack by"."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ not in _FLED or verb.pos_ not in VERBAL:
        return []
    if material.syntax.is_passive(verb):
        displaced = verb.lemma_ in material.words["verbs.displacing"]
        return material.targets(material.syntax.passive_subjects(verb)) if displaced else []
    return material.doers(verb) if verb.lemma_ in material.words["verbs.fleeing"] else []


def made_to(material: Material, noun: Token, *, helped: bool) -> list[Party]:
    """Return who is made or enabled to do something by what a noun says, or saved or thwarted by it."""
    whole = [noun, *measures(noun, material.words)][-1]
    verb = whole.head
    if whole.dep_ != "nsubj" or verb.pos_ not in VERBAL:
        return []
    words = material.words
    others = ("verbs.sustaining",) if helped else ("verbs.forcing", "verbs.thwarting")
    if verb.lemma_ not in words.either("verbs.enabling", *others):
        return []
    doers = material.denoter.owners(noun) or material.targets(material.syntax.prepositional(noun, "from"))
    if not any(material.denoter.is_power(party) for party in doers):
        return []  # "opposition from the bank forced Chad to"
    tokens = material.syntax.objects(verb)
    if not tokens:
        clauses = [child for child in verb.children if child.dep_ in ("xcomp", "ccomp") and child.i > verb.i]
        tokens = [token for clause in clauses for token in material.syntax.objects(clause)]  # "helped prop up Chad"
    return [party for party in material.targets(tokens) if material.denoter.is_power(party)]
