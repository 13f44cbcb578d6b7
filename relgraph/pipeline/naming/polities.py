"""States of the past that no list knows: "the *Oyo Empire*", "the *Sultanate of Aceh*", and "Oyo" alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.naming.bodies import again
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token

_HOW = "a state by its form"
_NO_STATE = frozenset({"PERSON", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT"})
_NAMELIKE = frozenset({"PROPN", "ADJ", "NOUN", "X"})


def polities(doc: Doc, taken: set[int], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield the states that are named with what they are, and where their name stands alone.

    What is known already is left to the lists: "the Kingdom of Norway", "the British Empire".
    """
    forms = words["bodies.polities"]
    shorter: dict[str, str] = {}
    held = set(taken)
    for form in doc.occurrences([*forms, *(word.title() for word in forms)]):
        span = _with_name_before(form, held, words) or _with_name_behind(form, held, words)
        if span is None:
            continue
        start, end, name = span
        actor = cast.introduce(_title(doc[start:end].text), "historic_state")
        shorter[name] = actor
        held.update(range(start, end))
        yield Party(actor, start, end, "name", how=_HOW)
    yield from again(doc, held, shorter, {}, how=_HOW)


def _with_name_before(form: Token, taken: set[int], words: Words) -> tuple[int, int, str] | None:
    """Return where a name and its form stand, and the name alone: "the *Asante* empire"."""
    doc, start = form.doc, form.i
    while start > 0 and _may_name(doc[start - 1], taken, words) and not doc[start - 1].is_sent_start:
        start -= 1
    named = start < form.i and start > 0 and doc[start - 1].lower_ in ("the", "a", "an")
    following = doc[form.i + 1] if form.i + 1 < len(doc) else None
    goes_on = following is not None and following.pos_ == "PROPN" and following.text[0].isupper()
    return (start, form.i + 1, doc[start : form.i].text) if named and not goes_on else None


def _with_name_behind(form: Token, taken: set[int], words: Words) -> tuple[int, int, str] | None:
    """Return where a form and its name stand, and the name alone: "the Kingdom of *Kongo*"."""
    doc, end = form.doc, form.i + 2
    if not form.text[0].isupper() or end >= len(doc) or doc[form.i + 1].lower_ != "of" or form.i in taken:
        return None
    while end < len(doc) and _may_name(doc[end], taken, words):
        end += 1
    return (form.i, end, doc[form.i + 2 : end].text) if end > form.i + 2 else None


def _may_name(word: Token, taken: set[int], words: Words) -> bool:
    """Tell whether a word can be the name of a state that no list knows."""
    return (
        word.i not in taken
        and word.text[0].isupper()
        and word.is_alpha
        and word.pos_ in _NAMELIKE
        and word.ent_type_ not in _NO_STATE
        and word.lower_ not in words["bodies.no_polities"]
        and word.lower_ not in words.either("bodies.heads", "offices.heads", "nouns.person_word", "bodies.polities")
    )


def _title(name: str) -> str:
    """Return a name with its form as names are written: "Oyo empire" is the Oyo Empire."""
    *words, last = name.split()
    return " ".join([*words, last[0].upper() + last[1:]])
