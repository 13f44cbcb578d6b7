"""What fills a slot of a word: an `Argument`, and the names of the grammatical roles in which it may stand.

Labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
OBJECTS = frozenset({"dobj"})
VERBAL = frozenset({"VERB", "AUX"})


class Argument(NamedTuple):
    """A token that fills a slot.

    `owner` says that not the token itself is meant but whoever owns or does it ("Israel" in "Israel's decision to
    strike"). `lends` says that, if the token is no actor, whoever owns or does it is meant ("filed a *lawsuit* accusing
    Iran"). `inherited` counts the steps over which it was found: 0 where it stands in the verb's own clause.
    """

    token: Token
    owner: bool = False
    inherited: int = 0
    lends: bool = False
