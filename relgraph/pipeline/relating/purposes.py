"""To whom something is done by what is meant or threatened: "gave a million *to rebuild* schools in Chad"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import Argument, argument_of

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.relating.material import Material

_DONE_FOR = ("for", "to", "in", "with")
_DONE_TO = ("against", "on", "to", "with", "from", "into", "over")
_AIMED = frozenset({"aimed", "designed", "intended", "meant"})
_SPENT = frozenset({"on", "for", "toward", "towards"})


def meant_for(material: Material, *holders: Token) -> list[Argument]:
    """Return to whom the purposes that hang on some words do good."""
    return [argument for clause in _purposes(material, holders) for argument in done_to(material, clause, _DONE_FOR)]


def done_to(material: Material, clause: Token, prepositions: tuple[str, ...] = _DONE_TO) -> list[Argument]:
    """Return to whom a clause says something is done: its object, or else what follows its prepositions."""
    syntax, denoter = material.syntax, material.denoter
    objects = [argument_of(clause, token) for token in syntax.objects(clause)]
    sent = clause.lemma_ in material.words["verbs.sending"] and syntax.prepositional(clause, "to")
    if not sent and any(denoter.parties(argument, target=True) for argument in objects):
        return objects
    # "agreed to share information on Chile", "to cooperate on Chile": a mutual act is not done to its topic
    mutual = any(frame.symmetric for frame, _ in material.frames.lookup("verb", clause.lemma_))
    return [
        Argument(token)
        for preposition in prepositions
        if not (mutual and preposition == "on")
        for token in syntax.prepositional(clause, preposition)
        if clause.i < token.i
    ] or objects


def _purposes(material: Material, holders: tuple[Token, ...]) -> Iterator[Token]:
    """Yield the verbs that say what good is done: "a million *to rebuild* schools", "*on helping* to house them"."""
    for holder in holders:
        for child in holder.children:
            clauses = [child] if child.dep_ in ("advcl", "acl", "relcl", "xcomp") else []
            if clauses and child.lower_ in _AIMED:
                clauses = _aims(child)
            if child.dep_ == "prep" and child.lower_ in _SPENT:
                clauses = [clause for clause in child.children if clause.dep_ == "pcomp" and clause.tag_ == "VBG"]
            elif clauses and clauses[0] is child and not material.syntax.is_infinitive(child):
                continue
            for clause in clauses:
                if not _is_good(material, clause):
                    continue
                helps = clause.lemma_ in material.words["verbs.helping"]
                if not (helps and holder.lemma_ in material.words["verbs.sending"]):
                    yield clause  # "sent guns to support Chad" says already that it supports Chad
                if helps:
                    yield from (deeper for deeper in clause.children if deeper.dep_ in ("xcomp", "ccomp"))


def _aims(meant: Token) -> list[Token]:
    """Return what something is meant for: "a package *aimed at easing* hunger", "supplies *intended to feed* them"."""
    aims = [child for child in meant.children if child.dep_ in ("xcomp", "advcl") and child.tag_ == "VB"]
    for at in meant.children:
        if at.dep_ == "prep" and at.lower_ in ("at", "for"):
            aims.extend(child for child in at.children if child.dep_ == "pcomp" and child.tag_ == "VBG")
    return aims


def _is_good(material: Material, clause: Token) -> bool:
    """Tell whether what is meant buys nothing and is no harm, or harm only to an evil: "to fight malaria"."""
    if clause.lemma_ in material.words["verbs.buying"]:
        return False
    frames = material.frames.lookup("verb", clause.lemma_)
    plain = (frame for frame, parts in frames if len(parts) == 1 and not frame.companions)
    fought = any(material.is_evil(thing) for thing in material.syntax.objects(clause))
    return fought or all(material.sign(frame) >= 0 for frame in plain)
