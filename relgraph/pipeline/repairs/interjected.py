"""Words of speech in the midst of a sentence: what goes on behind them goes on with what was said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang
from relgraph.pipeline.repairs.saidby import name_sayer
from relgraph.pipeline.repairs.speakers import return_speech
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
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_LONGEST_HEARER = 4
_PARTING = frozenset({",", "-", "–", "—"})
_ADVERBIAL = frozenset({"prep", "advmod"})
_FIRST = _ADVERBIAL | _SUBJECTS | {"npadvmod"}


def go_on(doc: Doc, words: Words) -> None:
    """Hang a deed on the deed before the words of speech: "Rebels shelled a town, officials said, *killing* five"."""
    name_sayer(doc)
    return_speech(doc, words)
    for said in doc:
        if said.tag_ in _FINITE and said.lemma_ in words["verbs.speaking"]:
            _set_between(said)
        above = said.head if said.dep_ == "parataxis" and said.head.i < said.i else None
        told = above or next((child for child in said.lefts if child.dep_ == "ccomp"), None)
        if told is None or not any(child.dep_ in _SUBJECTS for child in told.children):
            continue
        for deed in said.rights:
            after_comma = deed.dep_ == "advcl" and deed.tag_ == "VBG" and doc[deed.left_edge.i - 1].text == ","
            whole = any(child.dep_ in (*_SUBJECTS, "mark") for child in deed.children)
            if after_comma and not whole and _is_deed(deed, words):
                hang(deed, told, "advcl")


def _set_between(said: Token) -> None:
    """Set words of speech beside the clause that they part: "At no time, *said the minister*, did Chad attack"."""
    parting = next((word.i for word in said.doc[said.sent.start + 1 : said.i] if word.text in _PARTING), None)
    if parting is None:
        return
    told = next((child for child in said.rights if child.dep_ == "ccomp"), None)
    if said.dep_ == "parataxis" and said.head.i > said.i:
        told = said.head
    elif said.dep_ != "ROOT" or told is None or not _take_sayer(said, told):
        return
    for phrase in [child for child in said.lefts if child.i < parting and child.dep_ in _FIRST]:
        subject = phrase.dep_ not in _ADVERBIAL
        if not (subject and any(child.dep_ in _SUBJECTS for child in told.children)):
            hang(phrase, told, _subject_of(told) if subject else phrase.dep_)


def _take_sayer(said: Token, told: Token) -> bool:
    """Give words of speech their subject, which the parser may have given to what is said, and raise that."""
    subjects = [child for child in told.children if child.dep_ in _SUBJECTS]
    before = [child for child in said.lefts if child.dep_ in _SUBJECTS]
    right_behind = bool(subjects) and subjects[0].left_edge.i == said.i + 1 and said.nbor(-1).text in _PARTING
    if right_behind and subjects[0].nbor(1).text in _PARTING and len(subjects) + len(before) > 1:
        hang(subjects[0], said, "nsubj")  # "Chad, *said the minister*, attacked Mali"
    elif subjects or len(before) < 2 or not _is_short_between(before[-1], said, told):
        return False
    hang(told, told, "ROOT")
    hang(said, told, "parataxis")
    return True


def _is_short_between(sayer: Token, said: Token, told: Token) -> bool:
    """Tell whether one who says something and to whom stand alone between two marks: ", *officials told them*,"."""
    doc, first, last = said.doc, sayer.left_edge.i - 1, told.left_edge.i - 1
    return doc[first].text in _PARTING and doc[last].text in _PARTING and said.i < last <= said.i + _LONGEST_HEARER


def _subject_of(verb: Token) -> str:
    return "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"


def _is_deed(verb: Token, words: Words) -> bool:
    """Tell whether a participle says no speech and no judgement, which would be the speaker's: "adding that"."""
    lemma = verb.lemma_
    if lemma in words.either("foes.jailing", "foes.fighting", "events.force"):
        return True
    return lemma not in words.either(*_SPEECH, "verbs.judging")
