"""Whom a pronoun cannot mean: who else its own clause names, who only has a thing, one of several who act together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS
from relgraph.pipeline.referring.agreement import is_craft, owns
from relgraph.pipeline.referring.governors import above
from relgraph.pipeline.words import DONE_BY_ACTORS

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.referring.antecedents import History


def others_named(denoter: Denoter, pronoun: Token) -> set[str]:
    """Return whom the clause of a subject pronoun names: they are others: "*he* said Carter had lied".

    Of actors who are no people only those whom the verb itself is about: "*it* supports Chad's plan".
    """
    if pronoun.dep_ not in SUBJECTS:
        return set()
    verb, mentions = pronoun.head, denoter.mention_at
    named = [i for i in range(pronoun.i + 1, verb.right_edge.i + 1) if i in mentions]
    return {
        mentions[i].actor
        for i in named
        if (
            not _is_said_beside(denoter.doc[i], verb)
            if denoter.cast[mentions[i].actor].kind == "person"
            else _is_acted_on(denoter.doc[i], verb)
        )
    }


def _is_acted_on(name: Token, verb: Token) -> bool:
    """Tell whether a name is the object of a verb, or says whose its object is: "supports *Chad's* plan"."""
    thing = name.head if name.dep_ == "poss" else name
    return thing.dep_ == "dobj" and thing.head is verb


def _is_said_beside(name: Token, verb: Token) -> bool:
    """Tell whether a name is that of who says a clause, wherever that hangs: "He left, Carter said"."""
    for token in (name, *name.ancestors):
        if token.i == verb.i:
            return False
        if token.dep_ in ("parataxis", "appos"):
            return True
    return True


def is_owned_thing(denoter: Denoter, name: Token, top: Token, pronoun: Token) -> bool:
    """Tell whether a name only says whose a thing is, and "it" or "they" mean that: "French exports".

    `top` is the head of the phrase that it stands in. What a subject is said to have is that thing, too, unless the
    clause is within what is said of it: "Chad's *plan* was bold, but it", but "Chad's plan shows that it".
    """
    if top.pos_ != "NOUN" or denoter.is_whole(top) or is_craft(denoter, top):
        return False
    if top.i == name.i:
        return True
    if not owns(name):
        return pronoun.tag_ == "PRP"
    goes_on = pronoun.head.lemma_ in denoter.words.either(*DONE_BY_ACTORS)
    told_of = name.i < pronoun.sent.start or (top.dep_ in SUBJECTS and top.i not in above(denoter, pronoun))
    return pronoun.tag_ == "PRP" and told_of and not goes_on


def is_joined(denoter: Denoter, subject: Token) -> bool:
    """Tell whether others act beside a subject, so that "it" is none of them: "France and *its allies* left"."""
    joined = (child for child in subject.children if child.dep_ == "conj")
    return any(child.pos_ == "PROPN" or denoter.is_whole(child) for child in joined)


def one_of_several(history: History, pronoun: Token) -> set[int]:
    """Return where those are named who act together, none of whom "his" means: "*Ruiz and Kahn* condemned his order".

    Not so where one is called after another: "Ruiz and his wife Ana met his staff".
    """
    mentions = history.denoter.mention_at
    for subject in (child for verb in pronoun.ancestors for child in verb.children if child.dep_ in SUBJECTS):
        joined = [subject, *(token for token in subject.subtree if token.dep_ == "conj" and token.head.pos_ == "PROPN")]
        named = {token.i for token in joined if token.i in mentions and token.i < pronoun.i}
        if len(named) > 1 and not any(word.tag_ == "PRP$" for word in subject.subtree):
            return named
    return set()
