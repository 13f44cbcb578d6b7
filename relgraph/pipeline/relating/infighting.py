"""Who fights whom where a war does not say it: "fighting among *Libyan factions*", "a truce ended the *fighting*"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_BETWEEN = frozenset({"between", "among", "amongst"})
_LINKS = frozenset({"of", "in"})

_HELPING = frozenset({"help", "work", "try", "seek", "mediate", "urge", "call"})


def is_laid_down(noun: Token, words: Words) -> bool:
    """Tell whether a war is one that those who end it or make a truce have fought: "agreed to end the *hostilities*".

    None that they only help or try to end.
    """
    if noun.base not in words["nouns.warfare"] or any(
        token.base in words["verbs.between_others"] for token in noun.sent
    ):
        return False
    top = noun
    while top.dep_ in ("pobj", "prep") and top.head.i != top.i and top.head.pos_ not in VERBAL:
        top = top.head  # "end months of *fighting*"
    verb = top.head
    if top.dep_ == "dobj" and verb.lemma_ in words["verbs.ending"]:
        above = verb.head
        return not (above.pos_ in VERBAL and above.lemma_ in _HELPING) and above.base not in _HELPING
    return any(
        token.base in words["nouns.armistices"] or token.text == "cease" for token in noun.sent if token.i != noun.i
    )


def factions(denoter: Denoter, preposition: Token) -> list[Party]:
    """Return both ends of what several groups of one country share: its name and its groups, two places of one actor.

    One phrase in the plural names all of them; where two are joined, each is one end.
    """
    if preposition.lower_ not in _BETWEEN:
        return []
    group = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if group is None or group.tag_ != "NNS" or group.base not in denoter.words["nouns.faction"]:
        return []
    if any(child.dep_ in ("conj", "cc") for child in group.children):
        return []
    for word in group.lefts:
        nation = denoter.mention_at.get(word.i)
        if nation is not None and word.dep_ in ("amod", "compound", "nmod", "poss"):
            return _both(denoter, nation, group)
    for link in group.rights:
        if link.dep_ == "prep" and link.lower_ in _LINKS:
            for place in link.children:
                land = denoter.mention_at.get(place.i)
                if land is not None and not land.capital:
                    return _both(denoter, land, group)
    return []


def _both(denoter: Denoter, nation: Party, group: Token) -> list[Party]:
    if denoter.cast[nation.actor].kind not in STATES:
        return []
    how = "people of the place"
    return [replace(nation, how=how), replace(nation, start=group.i, end=group.i + 1, how=how)]
