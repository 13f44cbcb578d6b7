"""Whom an object pronoun means in a clause before its main clause: "After Chile had attacked *it*, Bolivia turned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import PASSIVE_SUBJECTS, SUBJECTS, VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_DONE_TO_ACTORS = (
    *("verbs.judging", "verbs.accusing", "verbs.telling", "verbs.against_others", "verbs.helping"),
    *("verbs.expelling", "verbs.helping_forces", "verbs.menacing", "verbs.hitting", "verbs.casualties"),
)
"""Classes of verbs the object of which may be an actor, where it is a pronoun."""


def foretold(denoter: Denoter, pronoun: Token) -> Token | None:
    """Return the subject of the main clause behind a pronoun's own, if that does to it what one does to actors.

    Nobody else whom it may mean is named before it: the clause opens the sentence with its own subject.
    """
    verb = pronoun.head
    if pronoun.dep_ != "dobj" or verb.dep_ != "advcl" or not pronoun.sent.start <= verb.i < verb.head.i:
        return None
    main = verb.head
    mark = next((child for child in verb.lefts if child.dep_ in ("mark", "advmod")), None)
    if mark is None or main.pos_ not in VERBAL or verb.left_edge.i != pronoun.sent.start:
        return None
    if verb.lemma_ not in denoter.words.either(*_DONE_TO_ACTORS):
        return None
    subject = next((child for child in main.lefts if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
    if subject is None or subject.i < verb.i or subject.tag_ == "PRP":
        return None
    own = next((child for child in verb.lefts if child.dep_ in SUBJECTS | PASSIVE_SUBJECTS), None)
    named = (i for i in range(pronoun.sent.start, pronoun.i) if i in denoter.mention_at)
    if any(own is None or not own.left_edge.i <= i <= own.right_edge.i for i in named):
        return None
    return subject
