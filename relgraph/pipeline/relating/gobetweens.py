"""Who only brings about what others share: "France and Qatar *arranged* a truce", "*hosts* of the talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.relating.material import Material
    from relgraph.pipeline.words import Words

_WISHED = frozenset({"for", "on"})


def is_of_others(noun: Token, words: Words) -> bool:
    """Tell whether those whose act a mutual noun seems to be only further, host or wish for it."""
    governor = noun.head
    if noun.dep_ == "pobj":
        above = governor.head
        if governor.lower_ == "of" and above.pos_ == "NOUN" and above.base in words["nouns.go_between"]:
            return True
        if governor.lower_ in _WISHED and above.pos_ in VERBAL and above.lemma_ in words["verbs.wishing_for"]:
            return True
    if noun.dep_ in ("dobj", "nsubjpass") and governor.lemma_ in words["verbs.arranging"]:
        return True
    if noun.dep_ == "dobj" and noun.base in words["nouns.general_good"] and _goes_somewhere(noun):
        return True  # "Chad and Mali brought peace *to Togo*": there, and not between them
    return any(
        clause.dep_ == "relcl"
        and clause.lemma_ in words["verbs.arranging"]
        and any(child.dep_ == "dobj" and child.tag_ in ("WDT", "WP") for child in clause.children)
        for clause in noun.children
    )


def _goes_somewhere(thing: Token) -> bool:
    """Tell whether it is said to whom or where something is brought or kept: "brought peace *to Togo*"."""
    behind = (*thing.rights, *(child for child in thing.head.rights if child.i > thing.i))
    return any(
        child.dep_ in ("prep", "dative") and child.lower_ in ("to", "in", "across", "throughout") for child in behind
    )


def sharing_parties(material: Material, noun: Token) -> list[Party]:
    """Return those who make what another one brings about: "*Chad* and *Sudan* signed a truce brokered by Libya"."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.pos_ not in VERBAL or noun.dep_ not in ("dobj", "pobj"):
        return []
    makers = material.doers(verb)
    others = material.targets(material.syntax.prepositional(verb, "with"), "with")
    others = others or material.targets(material.syntax.prepositional(noun, "with"), "with")
    found = [*makers, *others]
    return found if len({party.actor for party in found}) > 1 else []
