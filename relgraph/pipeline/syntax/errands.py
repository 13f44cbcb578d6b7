"""What is done by those who are sent to do it, or in order to do it: "committed troops *to train* the army"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL, Argument

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.syntax.syntax import Syntax

_PURPOSES = frozenset({"order", "bid", "effort", "attempt", "move", "try"})
_FORCE = frozenset({"fights.attacks", "fights.mobilizes"})
_SEEKING = frozenset({"pursuit", "support", "search", "aid"})
_INTO = frozenset({"into", "in", "to", "across"})
_OWNING = frozenset({"poss", "amod", "compound", "nmod"})


def sent_to_do(syntax: Syntax, noun: Token) -> list[Argument]:
    """Return who commits nameless forces or experts to a task: "*Peru* pledged 40 trainers to help the army"."""
    verb = noun.head
    if noun.dep_ not in ("dobj", "nsubjpass") or verb.pos_ not in VERBAL or noun.tag_ not in ("NNS", "NN"):
        return []
    if verb.lemma_ not in syntax.words["verbs.committing"] or noun.base not in syntax.words["nouns.sent_to_help"]:
        return []
    if any(child.dep_ in _OWNING and child.ent_type_ in ("NORP", "GPE", "ORG") for child in noun.children):
        return []  # "committed Gurkha troops"
    if syntax.is_passive(verb):
        return [Argument(token) for token in syntax.agents(verb)]
    return list(syntax.subjects(verb))


def bound_for(syntax: Syntax, verb: Token) -> list[Token]:
    """Return whither those are to go who are put on alert: "placed a brigade on standby to fly *into Liberia*"."""
    for clause in verb.subtree:
        if (
            clause.i <= verb.i
            or clause.lemma_ not in syntax.words["verbs.marching"]
            or not syntax.is_infinitive(clause)
        ):
            continue
        there = [
            token for word in ("into", "to", "in", "across", "against") for token in syntax.prepositional(clause, word)
        ]
        return syntax.objects(clause) or there
    return []


def is_purpose(noun: Token) -> bool:
    """Tell whether a noun only brings in a purpose: "in order to", "in a bid to", nobody's but the subject's."""
    preposition = noun.head
    return (
        noun.dep_ == "pobj"
        and noun.lower_ in _PURPOSES
        and preposition.lower_ == "in"
        and preposition.head.pos_ in VERBAL
        and all(child.dep_ in ("det", "acl", "amod") and not child.ent_type_ for child in noun.children)
    )


def is_passage(candidate: Candidate, denoter: Denoter) -> bool:
    """Tell whether forces only come through a land to deal with others there: "crossed into Chad *to fight* rebels".

    Not if they fight its own: "crossed into Chad to attack the Chadian army".
    """
    verb, land = candidate.trigger, candidate.target_word
    if candidate.type not in _FORCE or verb.pos_ not in VERBAL or land.dep_ != "pobj" or land.head.lower_ not in _INTO:
        return False
    if land.i not in denoter.mention_at or denoter.mention_at[land.i].via == "demonym":
        return False
    root = denoter.cast.root(candidate.target.actor)
    for others in _dealt_with(verb, denoter):
        parties = denoter.denote(others, target=True)
        if parties and all(denoter.cast.root(party.actor) != root for party in parties):
            return True
        if parties and others.base in denoter.words["nouns.moved"] and _is_helped(others, denoter):
            return True  # "crossed into Chad to help its army"
    return False


def _dealt_with(verb: Token, denoter: Denoter) -> list[Token]:
    """Return whom those who come somewhere fight or help there: "to fight *rebels*", "in pursuit of *rebels*"."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ in ("advcl", "xcomp") and denoter.syntax.is_infinitive(child):
            if child.lemma_ in denoter.words["verbs.dealing_with"]:
                found.extend(denoter.syntax.objects(child))
        elif child.dep_ == "prep" and child.lower_ == "in":
            phrases = (of for noun in child.children if noun.base in _SEEKING for of in noun.children)
            found.extend(thing for of in phrases if of.lower_ == "of" for thing in of.children if thing.dep_ == "pobj")
    return found


def _is_helped(noun: Token, denoter: Denoter) -> bool:
    return noun.head.lemma_ in denoter.words["verbs.helping_forces"]
