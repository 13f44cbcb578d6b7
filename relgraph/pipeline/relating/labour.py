"""Against whom those protest who work for somebody: "*Ryanair pilots* struck", "nurses *at Mulago hospital* struck"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.parties import Party
from relgraph.pipeline.relating.protests import PROTESTS

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate, Trigger
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.relating.material import Material

EMPLOYED = ("who strikes is against whoever employs him", 0.9)
_FIRMS = frozenset({"organization", "igo"})
_WHERE = frozenset({"at", "of", "from", "with", "for"})
_BEFORE = frozenset({"compound", "amod", "poss", "nmod"})


def strikes(denoter: Denoter, trigger: Trigger, named: Callable[[], Iterable[Party]]) -> list[Candidate]:
    """Return the protest of people against whom they work for, if a verb says one and nobody else is `named`."""
    hired = list(_workers_and_firms(denoter, trigger)) if trigger.frame.type == PROTESTS else []
    if not hired or not {party.actor for party in named()} <= {firm.actor for _, firm in hired}:
        return []
    return [trigger.links(people, firm, doubts=[EMPLOYED]) for people, firm in hired]


def _workers_and_firms(denoter: Denoter, trigger: Trigger) -> Iterator[tuple[Party, Party]]:
    """Yield who works where of those that a verb says protest: the people, by what they are, and their firm."""
    verb, said = trigger.head, {word.i for word in trigger.words}
    if any(child.dep_ == "dobj" and child.i not in said for child in verb.children):
        return  # "protested a rule from Iran"
    if any(
        child.lower_ == "for" and any(n.base in denoter.words["nouns.meetings"] for n in child.children)
        for child in verb.children
    ):
        return  # "its members gathered for a summit"
    for subject in verb.children:
        if subject.dep_ in SUBJECTS and subject.tag_ == "NNS" and subject.base in denoter.words["protests.workers"]:
            firm = _firm(denoter, subject, verb)
            if firm is not None:
                yield _people(denoter, subject), firm


def _firm(denoter: Denoter, people: Token, verb: Token) -> Party | None:
    """Return the one firm or named place of work that words beside people name, or that they are said to strike at."""
    phrases = [child for child in people.children if child.dep_ == "prep" and child.lower_ in _WHERE]
    phrases += [child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("at", "against")]
    words = [child for child in people.children if child.dep_ in _BEFORE and child.i < people.i]
    for word in (*words, *(thing for phrase in phrases for thing in phrase.children if thing.dep_ == "pobj")):
        mention = denoter.mention_at.get(word.i)
        if mention is not None and denoter.cast[mention.actor].kind in _FIRMS:
            return mention
        if word.base in denoter.words["protests.workplaces"] and (party := _named(denoter, word)) is not None:
            return party
    return None


def _named(denoter: Denoter, place: Token) -> Party | None:
    """Return a place of work that a proper name tells apart: "the *Marikana* mine"."""
    before = [child for child in place.children if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN"]
    if not before or any(child.i in denoter.mention_at and child.i + 1 != place.i for child in before):
        return None
    start = min(child.left_edge.i for child in before)
    name = denoter.doc[start : place.i + 1].text
    return Party(denoter.cast.introduce(name, "organization"), start, place.i + 1, "description", how="place of work")


def _people(denoter: Denoter, noun: Token) -> Party:
    """Return the people themselves, without the name of whom they work for."""
    start = noun.i
    while start > noun.left_edge.i and start - 1 not in denoter.mention_at:
        before = denoter.doc[start - 1]
        if before.dep_ not in ("compound", "amod") or before.pos_ not in ("NOUN", "ADJ") or not before.is_alpha:
            break
        start -= 1
    name = denoter.doc[start : noun.i + 1].text.lower()
    return Party(denoter.cast.introduce(name, "group"), start, noun.i + 1, "description", how="generic group")


def come_to_terms(material: Material, verb: Token) -> list[Party]:
    """Return with whom strikers agree, or who gives in: "ended it after a deal with *Chile*", "after *Chile* paid"."""
    for after in (token for token in verb.subtree if token.i > verb.i and token.lower_ == "after"):
        phrase = after.head if after.dep_ == "mark" else after
        partners = [token for token in phrase.subtree if token.dep_ == "pobj" and token.head.lower_ == "with"]
        if any(frame.type.startswith("cooperates.") for frame, _ in material.frames.lookup("verb", phrase.lemma_)):
            partners = material.syntax.own_subjects(phrase)
        if found := material.targets(partners):
            return found
    return []
