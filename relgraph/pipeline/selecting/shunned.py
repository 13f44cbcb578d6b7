"""What somebody takes care not to do: "anxious not to *irritate* Chad", "for fear of *antagonizing* Mali"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.words import Words

_LINKS = frozenset({"of", "about", "to", "for", "at"})


def is_shunned(verb: Token, words: Words) -> bool:
    """Tell whether an infinitive or gerund is what somebody minds not to do, or is afraid or loath to do."""
    if verb.tag_ not in ("VB", "VBG") or any(child.tag_ == "MD" for child in verb.lefts):
        return False
    link = verb.head
    above = link.head if link.pos_ == "ADP" and link.lower_ in _LINKS else link
    if above.i > verb.i or above.i == verb.i:
        return False
    if above.lower_ in words["adjectives.shunning"] or above.base in words["nouns.shunning"]:
        return True
    denied = any(child.dep_ == "neg" for child in verb.lefts)
    return denied and above.lower_ in words["adjectives.minding"]
