"""What fills a slot of a word: an `Argument`, and the names of the grammatical roles in which it may stand.

Labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj"})
VERBAL = frozenset({"VERB", "AUX"})


class Argument(NamedTuple):
    """A token that fills a slot.

    `owner` says that not the token itself is meant but whoever owns or does it ("Israel" in "Israel's decision to
    strike"). `lends` says that, if the token is no actor, whoever owns or does it is meant ("filed a *lawsuit* accusing
    Iran"). `inherited` counts the steps over which it was found: 0 where it stands in the verb's own clause. Who is
    coordinated with the token is meant too, but only up to the place `ahead_of`, if there is one.
    """

    token: Token
    owner: bool = False
    inherited: int = 0
    lends: bool = False
    ahead_of: int | None = None


def argument_of(verb: Token, token: Token, *, lends: bool = False) -> Argument:
    """Return a token as the argument of a verb.

    Of what a clause says of the noun before it, nothing is said of those that are coordinated with the noun behind the
    clause: in "Kenya, which attacked Sudan, and Chad met" Chad attacked nobody.
    """
    if token.i < verb.i:
        for clause in chain((verb,), verb.ancestors):
            if clause.dep_ in ("relcl", "acl"):
                start = clause.left_edge.i
                return Argument(token, lends=lends, ahead_of=start if token.i < start else None)
    return Argument(token, lends=lends)
