"""Who only brings about what others share: "France and Qatar *arranged* a truce", "*hosts* of the talks"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.arguments import VERBAL

if TYPE_CHECKING:
    from relgraph.pipeline.parse import Token
    from relgraph.pipeline.words import Words

_WISHED = frozenset({"for", "on"})


def is_of_others(noun: Token, words: Words) -> bool:
    """Tell whether those whose act a mutual noun seems to be only further, host or wish for it."""
    governor = noun.head
    if noun.dep_ == "pobj":
        above = governor.head
        if governor.lower_ == "of" and above.pos_ == "NOUN" and above.base in words["nouns.go_between"]:
            return True
        wishing = above.pos_ in VERBAL and (above.lemma_ in words["verbs.wishing_for"] or above.lower_ == "hoped")
        if governor.lower_ in _WISHED and wishing:  # the lemma of "hoped" is given as "hop"
            return True
    if noun.dep_ in ("dobj", "nsubjpass") and governor.lemma_ in words["verbs.arranging"]:
        return True
    return any(
        clause.dep_ == "relcl"
        and clause.lemma_ in words["verbs.arranging"]
        and any(child.dep_ == "dobj" and child.tag_ in ("WDT", "WP") for child in clause.children)
        for clause in noun.children
    )
