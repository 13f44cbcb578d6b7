"""Words of speech in the midst of a sentence: what goes on behind them goes on with what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.repairs.saidby import name_sayer
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_SAID = ("said", "says", "reported", "reports", "announced", "confirmed", "claimed", "told")
_SPEECH = (
    "verbs.speaking",
    "verbs.declaring",
    "verbs.promising",
    "verbs.desire",
    "verbs.mandative",
    "verbs.opining",
    "verbs.regarding",
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def go_on(doc: Doc, words: Words) -> None:
    """Hang a deed on the deed before the words of speech: "Rebels shelled a town, officials said, *killing* five"."""
    name_sayer(doc)
    for said in doc.occurrences(_SAID):
        above = said.head if said.dep_ == "parataxis" and said.head.i < said.i else None
        told = above or next((child for child in said.lefts if child.dep_ == "ccomp"), None)
        if told is None or not any(child.dep_ in _SUBJECTS for child in told.children):
            continue
        for deed in said.rights:
            after_comma = deed.dep_ == "advcl" and deed.tag_ == "VBG" and doc[deed.left_edge.i - 1].text == ","
            whole = any(child.dep_ in (*_SUBJECTS, "mark") for child in deed.children)
            if after_comma and not whole and _is_deed(deed, words):
                hang(deed, told, "advcl")


def _is_deed(verb: Token, words: Words) -> bool:
    """Tell whether a participle says no speech and no judgement, which would be the speaker's: "adding that"."""
    lemma = verb.lemma_
    if lemma in words.either("foes.jailing", "foes.fighting", "events.force"):
        return True
    return lemma not in words.either(*_SPEECH, "verbs.judging")
