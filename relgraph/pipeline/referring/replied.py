"""Who was asked before, for a pronoun that only answers: "Italy told *Libya* to take them back, but *it* refused"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import SUBJECTS, VERBAL, Argument
from relgraph.pipeline.referring.antecedents import COLLECTIVES

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.parties import Party
    from relgraph.pipeline.referring.antecedents import History

_ANSWERING = ("replies.no", "replies.yes", "replies.evading", "replies.agreeing", "replies.yielding")
_ASKING = ("verbs.desire", "verbs.mandative", "verbs.telling", "replies.asking")
_TO_WHOM = ("on", "to", "from", "with")
_COMPLEMENTS = frozenset({"ccomp", "xcomp"})


def asked_before(history: History, pronoun: Token, *, plural: bool, persons: bool) -> list[Party]:
    """Return who was asked in the clause or sentence before, if the pronoun's clause says no or yes and nothing else.

    Who asks does not answer himself.
    """
    verb, words = pronoun.head, history.denoter.words
    if pronoun.dep_ not in SUBJECTS or pronoun.tag_ != "PRP" or not _only_answers(history, verb):
        return []
    asking = _clause_before(verb)
    if asking is None or asking.lemma_ not in words.either(*_ASKING):
        return []
    cast = history.denoter.cast
    for noun in _asked(history, asking):
        parties = history.denoter.parties(Argument(noun)) if plural else []
        together = len(parties) > 1 or (parties and cast[parties[0].actor].kind in COLLECTIVES)
        if found := parties if together else history.fitting(noun, plural=plural, persons=persons):
            return found
    return []


def _only_answers(history: History, verb: Token) -> bool:
    """Tell whether a clause says no or yes to what was asked: "refused", "did not comply", "rejected the demand"."""
    words = history.denoter.words
    if verb.pos_ not in VERBAL or verb.lemma_ not in words.either(*_ANSWERING):
        return False
    for child in verb.children:
        if child.dep_ == "dobj":
            owned = any(word.dep_ in ("poss", "prep", "compound") for word in child.children)
            if owned or not (child.tag_ == "PRP" or child.base in words["replies.things"]):
                return False
        elif child.dep_ in _COMPLEMENTS and child.i > verb.i:
            again = child.lemma_ == "do" and child.right_edge.lower_ == "so"
            if not again and child.lemma_ not in words.either("replies.agreeing", "replies.yielding"):
                return False
    return True


def _clause_before(verb: Token) -> Token | None:
    """Return the main verb before a clause: of its own sentence, or of the one before."""
    if verb.dep_ in ("conj", "ccomp") and verb.head.i != verb.i:
        return verb.head if verb.head.i < verb.i else None
    start = verb.sent.start
    return verb.doc[start - 1].sent.root if verb.dep_ == "ROOT" and start > 0 else None


def _asked(history: History, asking: Token) -> list[Token]:
    """Return those of whom somebody asks something: "asked *Chad*", "called on *Chad*", "demanded that *Chad*"."""
    syntax = history.denoter.syntax
    nouns = [*syntax.indirect(asking), *syntax.objects(asking)]
    nouns += [noun for word in _TO_WHOM for noun in syntax.prepositional(asking, word)]
    nouns += [
        subject
        for clause in asking.children
        if clause.dep_ in _COMPLEMENTS and clause.i > asking.i
        for subject in clause.children
        if subject.dep_ in SUBJECTS
    ]
    return [noun for noun in nouns if noun.i > asking.i]
