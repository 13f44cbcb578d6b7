"""Relatives who suffer or get something without a name: "killed *his brother*", "jailed *the son of* Ana Ruiz"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument
from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_SUFFERED = ("fights.", "restrains.")
_GIVEN = ("cooperates.concedes", "cooperates.aids")
_SPOKEN = ("disputes.demands", "disputes.accuses", "disputes.protests")
_ACTING = frozenset({"nsubj"})
_ROLES = frozenset({"dobj", "nsubjpass", "pobj", "conj", "dative"})
_FORMER = frozenset({"former", "ex", "late", "estranged"})


def relatives(denoter: Denoter, noun: Token, lemma: str, *, acting: bool = False) -> list[Party] | None:
    """Return the relatives that a noun means by whose they are, None if it means none or stands for a state's.

    "The son of Ana Ruiz" is called so, "Ruiz's son" and all others by what they are.
    """
    if lemma not in denoter.words["nouns.kin"] or noun.dep_ not in (_ACTING if acting else _ROLES):
        return None
    if noun.pos_ != "NOUN" or (acting and noun.tag_ != "NN"):
        return None
    if any(child.i in denoter.mention_at for child in noun.lefts if child.dep_ in ("amod", "compound")):
        return None  # "the Kenyan wife"
    of = next((child for child in noun.children if child.lower_ == "of" and child.dep_ == "prep"), None)
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if of is None and owner is None:
        shared = noun.head if noun.dep_ == "conj" else noun  # "freed his father and *mother*"
        owner = next((child for child in shared.children if child.dep_ == "poss"), None)
        if owner is None or shared.base not in denoter.words["nouns.kin"]:
            return None
    things = [owner] if owner is not None else [child for child in of.children if child.dep_ == "pobj"] if of else []
    persons = [party for thing in things for party in denoter.parties(Argument(thing), target=True)]
    cast = denoter.cast
    if owner is None and not persons:
        return None  # "a family of cards"
    if any(cast[cast.root(party.actor)].kind in STATES for party in persons):
        return None
    if lemma in denoter.words["nouns.kin_of_all"] and any(cast[party.actor].kind != "person" for party in persons):
        return None  # "the families of the miners": theirs
    named = [party for party in persons if cast[party.actor].kind == "person"]
    start = min([child.i for child in noun.lefts if child.lower_ in _FORMER], default=noun.i)
    end = noun.i + 3 if denoter.lowers[noun.i + 1 : noun.i + 3] == ["in", "law"] else noun.i + 1
    name = denoter.doc[start:end].text.lower()
    if named and owner is None:
        name = f"{name} of {cast[named[0].actor].name}"
    actor = cast.introduce(name, "group")
    denoter.kin.add(actor)
    return [Party(actor, start, end, "description", how="relative")]


def is_done_to_kin(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether relatives suffer or get from a state what anybody may; all else is their family's business."""
    if candidate.source.actor in denoter.kin:  # "his widow sued the army": no family affair
        spoken = candidate.type.startswith(_SPOKEN) and candidate.target.actor not in denoter.kin
        return spoken and denoter.cast[candidate.target.actor].kind != "person"
    given = candidate.type.startswith(_GIVEN) and denoter.is_power(candidate.source)
    return given or candidate.type.startswith(_SUFFERED)
