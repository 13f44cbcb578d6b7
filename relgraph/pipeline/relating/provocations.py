"""Acts that answer acts: "in retaliation for Chilean shelling, Peru fired", "recalled its envoy over Chile's claim"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.frames import Frame
from relgraph.pipeline.arguments import VERBAL
from relgraph.pipeline.candidates import Doubt
from relgraph.pipeline.parties import Party, unique
from relgraph.pipeline.relating.material import Material
from relgraph.pipeline.relating.surroundings import Surroundings
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

ANSWERING = frozenset(
    {"fights.attacks", "fights.mobilizes", "restrains.sanctions", "restrains.limits", "restrains.coerces"}
)
"""Types of what one does to somebody because of what he did."""
PROVOKED: Doubt = ("the target is whose act is answered", 0.75)
_INTRODUCING = frozenset({"in", "as"})
_LINKING = frozenset({"for", "to", "at", "against", "over"})
_NAMING = ("to", "on", "against", "from", "with")
_ANSWERED = frozenset({"for", "to"})
_ALARMED = frozenset({"fights.mobilizes", "restrains.sanctions"})
"""Types of what one does at once when another has done something hostile."""
_MEANS = frozenset({("pcomp", "by"), ("pobj", "with")})
_RETURNED = ("against", "at", "on", "to")
_GROUNDS = frozenset({"over", "because"})
_OF_NATIONS = frozenset({"invasion", "annexation", "occupation", "aggression", "coup", "war", "intervention"})
"""Deeds to which all the world responds, not only who suffers them."""


def is_answered(material: Material, noun: Token) -> Token | None:
    """Return the verb of the clause that answers an act: "in retaliation for a *raid*, Peru *fired* rockets"."""
    preposition = noun.head
    if noun.dep_ != "pobj" or preposition.lower_ not in _LINKING or preposition.dep_ != "prep":
        return None
    if any(child.lower_ in ("any", "every") for child in noun.children):
        return None  # "will retaliate against any attack"
    answer = preposition.head
    if answer.pos_ in VERBAL:
        if answer.lemma_ in material.words["verbs.responding"] and (_is_asked(answer) or noun.base in _OF_NATIONS):
            return None
        return answer if answer.lemma_ in material.words["verbs.retaliating"] else None
    if answer.base not in material.words["nouns.retaliation"] or answer.dep_ != "pobj":
        return None
    verb = answer.head.head
    return verb if answer.head.lower_ in _INTRODUCING and verb.pos_ in VERBAL else None


def _is_asked(verb: Token) -> bool:
    """Tell whether it is still open what one does: "how to *respond* to a raid", which others may have suffered."""
    return any(child.tag_ == "WRB" and child.i < verb.i for child in verb.children)


def punished(material: Material, word: Token) -> list[Party]:
    """Return on whom one hits back by what a word says: "retaliated against *Peru* by closing the port", "with a ban".

    None if the word itself is not the means.
    """
    while word.dep_ == "conj" and word.head.pos_ == word.pos_:
        word = word.head
    link = word.head
    verb = link.head
    if (word.dep_, link.lower_) not in _MEANS or verb.pos_ not in VERBAL:
        return []
    if verb.lemma_ not in material.words["verbs.retaliating"] and verb.lemma_ not in material.words["verbs.punishing"]:
        return []
    syntax = material.syntax
    tokens = [token for slot in _RETURNED for token in syntax.prepositional(verb, slot)] or syntax.objects(verb)
    return [party for party in material.targets(tokens) if material.denoter.is_power(party)]


def provokers(material: Material, verb: Token, frame: Frame) -> list[Party]:
    """Return whose hostile act a clause answers, for a deed that names nobody to whom it is done."""
    if any(material.targets(material.syntax.prepositional(verb, slot)) for slot in _NAMING):
        return []  # "suspended aid to Mali in protest at the raids by Chad": it is said to whom it is done
    found = [
        party
        for noun in _grounds(verb, material.words, over=frame.type == "restrains.sanctions")
        if _is_hostile(material, noun)
        for party in material.denoter.owners(noun)
        or material.targets(material.syntax.prepositional(noun.head.head, "by"))
        if material.denoter.is_power(party)
    ]
    if not found and frame.type in _ALARMED:
        found = _before(material, verb)
    return unique(found)


def _before(material: Material, verb: Token) -> list[Party]:
    """Return who did something hostile after which a clause comes: "recalled its envoy after *Peru* shelled it"."""
    for clause in verb.children:
        if clause.dep_ != "advcl" or not any(
            child.dep_ == "mark" and child.lower_ == "after" for child in clause.children
        ):
            continue
        around = Surroundings(clause, material.denoter, clause.lemma_)
        for frame, parts in material.frames.lookup("verb", clause.lemma_):
            if len(parts) == 1 and material.sign(frame) < 0 and not frame.things:
                companions = material.lexicon.companions.get(frame.name)
                if companions is None or around.companion(companions) is not None:
                    return [party for party in material.doers(clause) if material.denoter.is_power(party)]
    return []


def _grounds(verb: Token, words: Words, *, over: bool) -> Iterator[Token]:
    """Yield the nouns that say what a clause is an answer to; `over` admits mere reasons ("over his remarks")."""
    answers, retaliating = words["nouns.retaliation"], words["verbs.retaliating"]
    phrases = [
        *verb.children,
        *(phrase for child in verb.children if child.dep_ == "dobj" for phrase in child.children),
    ]
    for phrase in phrases:
        if phrase.dep_ != "prep":
            continue
        if phrase.lower_ in _ANSWERED and verb.lemma_ in retaliating:
            yield from (noun for noun in phrase.children if noun.dep_ == "pobj")
        if over and phrase.lower_ in _GROUNDS:
            yield from (noun for noun in phrase.children if noun.dep_ == "pobj")
        elif phrase.lower_ in _INTRODUCING:
            for answer in phrase.children:
                if answer.dep_ == "pobj" and answer.base in answers:
                    for link in answer.children:
                        if link.lower_ in _LINKING:
                            yield from (noun for noun in link.children if noun.dep_ == "pobj")


def _is_hostile(material: Material, noun: Token) -> bool:
    lemma = noun.base
    return any(
        material.sign(frame) < 0 and frame.type != "disputes.demands"
        for frame, parts in material.frames.lookup("noun", lemma)
        if len(parts) == 1
    )


def caused_by(material: Material, verb: Token, frame: Frame) -> list[Party]:
    """Return whose forces make or keep somebody: "the arrival of *Danish* troops forced Norway to leave"."""
    forced = frame.type == "restrains.coerces" and verb.lemma_ in material.words["verbs.forcing"]
    if not (forced or frame.type == "restrains.limits"):
        return []
    found: list[Party] = []
    for argument in material.syntax.subjects(verb):
        cause = argument.token
        if cause.pos_ == "NOUN" and cause.base in material.words["nouns.pressing"]:
            found += [
                p for token in material.syntax.prepositional(cause, "of") for p in material.targets([token], "of")
            ]
    return found
