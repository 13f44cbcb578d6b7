"""Phrases that stand between a noun and what belongs to it, so that the parser hangs that on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_DOING = frozenset({"by", "from"})
_LYING = frozenset({"in", "on", "at", "during", "since"})
_AGAINST = frozenset({"on", "against"})
_PAST_PLACES = frozenset({"of", "by", "against"})
_TIMES = frozenset({"DATE", "TIME"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def is_interposed(denoter: Denoter, phrase: Token, inner: Token, preposition: str) -> bool:
    """Tell whether a phrase only says by whom, when or where, so that the `preposition` under it is the noun's own.

    Examples: "the condemnation by the Union *of* Mali's generals", "a crackdown by police *on* students", "the
    expulsion in March *of* aid workers".
    """
    if phrase.lower_ in _DOING:
        people = phrase.lower_ == "by" and preposition in _AGAINST and inner.base in denoter.words["nouns.group"]
        national = (
            phrase.lower_ == "by"
            and preposition != "in"
            and any(child.i in denoter.mention_at for child in inner.lefts)
        )
        return inner.i in denoter.mention_at or people or national
    if phrase.lower_ in _LYING:
        return inner.ent_type_ in _TIMES or (inner.ent_type_ in _PLACES and preposition in _PAST_PLACES)
    return phrase.lower_ == "of" and preposition == "from"  # "the withdrawal of the Chadian army *from Mali*"
