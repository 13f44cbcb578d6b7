"""What somebody says after what he has reported, hung on him: "said Chad must act, *accusing* it"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.words import Words

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_OWN = _SUBJECTS | {"mark", "aux", "auxpass"}
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SPEECH = ("verbs.speaking", "verbs.declaring", "verbs.mandative", "verbs.telling", "verbs.judging")


def return_speech(doc: Doc, words: Words) -> None:
    """Hang words of speech on the speaker, and not on what he said that somebody else must do, is or will do."""
    speech = frozenset().union(*(words[name] for name in _SPEECH))
    for verb in doc:
        if verb.pos_ != "VERB" or verb.dep_ not in ("advcl", "conj"):
            continue
        reported = _reported(verb.head)
        if reported is None or reported.i > verb.i or (reported.lemma_ in speech and not _has_modal(reported)):
            continue
        said = reported.head
        if said.lemma_ not in words["verbs.speaking"] or said.tag_ not in _FINITE or said.i > reported.i:
            continue
        if not any(child.dep_ in _SUBJECTS and child.i < said.i for child in said.children):
            continue
        further = _adds(doc, verb, reported, words) if verb.dep_ == "advcl" else _goes_on(verb, reported, said)
        if further and (verb.lemma_ in speech or (verb.dep_ == "conj" and not _is_state(reported))):
            hang(verb, said, verb.dep_)


def _reported(verb: Token) -> Token | None:
    """Return the verb of the reported clause that a verb is in."""
    while verb.dep_ in ("xcomp", "conj"):
        verb = verb.head
    return verb if verb.dep_ == "ccomp" and any(child.dep_ in _SUBJECTS for child in verb.children) else None


def _adds(doc: Doc, verb: Token, reported: Token, words: Words) -> bool:
    """Tell whether a participle behind a comma is no deed of those that are spoken of: ", *adding* that …"."""
    if verb.tag_ != "VBG" or any(child.dep_ in _OWN for child in verb.children):
        return False
    first = verb.left_edge.i
    if first == 0 or doc[first - 1].text != ",":
        return False
    return verb.lemma_ in words["verbs.quoting"] or _is_state(reported) or _has_modal(reported)


def _goes_on(verb: Token, reported: Token, said: Token) -> bool:
    """Tell whether a verb in the tense of the speech cannot go on with what is reported: "will go and *thanked* us"."""
    if verb.tag_ not in (said.tag_, "VBN") or any(child.dep_ in _OWN for child in verb.children):
        return False
    if verb.head is not reported or not any(child.dep_ in ("dobj", "ccomp") for child in verb.children):
        return False
    if verb.tag_ == "VBN":  # "said it was a farce and *condemned* Peru": the tagger made a passive of it
        if said.tag_ != "VBD" or any(child.dep_ == "nsubjpass" for child in reported.children):
            return False
        verb.tag_ = "VBD"
    return _is_state(reported) or (reported.tag_ == "VB" and _has_modal(reported))


def _is_state(verb: Token) -> bool:
    """Tell whether a clause says what somebody is, or what befalls him."""
    return verb.lemma_ == "be" or any(child.dep_ == "nsubjpass" for child in verb.children)


def _has_modal(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "MD" for child in verb.children)
