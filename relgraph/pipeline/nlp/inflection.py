"""Inflected forms of the frames' verbs, for those that the lemmatiser gets wrong ("fined" as a form of "fin")."""

from __future__ import annotations

import re
from collections.abc import Iterable

_VOWELS = "aeiou"
_SHORT_STEM = re.compile(r"[^aeiou]+[aeiou][^aeiouwxy]")
"""One syllable that doubles its consonant: "hop" has "hopped", so that "hoped" is of "hope"."""


def with_silent_e(lemma: str, form: str) -> str:
    """Return the lemma of a verb form with the e that the lemmatiser takes from it: "waged" is no form of "wag"."""
    cut = form in (f"{lemma}ed", f"{lemma}ing") or (form == f"{lemma}es" and lemma[-1] not in "sz")
    return f"{lemma}e" if cut and _SHORT_STEM.fullmatch(lemma) else lemma


def forms(verb: str) -> set[str]:
    """Return the regular inflected forms of a verb: third person, past, participle in -ing, and doubled consonants."""
    if verb.endswith("e"):
        stem = verb[:-1]
        ing = verb + "ing" if verb.endswith(("ee", "oe", "ye")) else stem + "ing"
        return {verb + "s", verb + "d", ing}
    if verb.endswith("y") and len(verb) > 2 and verb[-2] not in _VOWELS:
        return {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    plural = verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh")) else "s")
    found = {plural, verb + "ed", verb + "ing"}
    if len(verb) > 2 and verb[-1] not in _VOWELS + "wxy" and verb[-2] in _VOWELS and verb[-3] not in _VOWELS:
        if len(verb) == 3:
            found = {plural}  # "rapped", never "raped"
        found |= {verb + verb[-1] + "ed", verb + verb[-1] + "ing"}
    return found


def lemmas_of(verbs: Iterable[str]) -> dict[str, str]:
    """Map every regular form of the verbs to its verb; a form of two verbs is left out, since it would be a guess."""
    found: dict[str, str] = {}
    doubtful: set[str] = set()
    for verb in sorted(verbs):
        for form in forms(verb):
            if found.setdefault(form, verb) != verb:
                doubtful.add(form)
    return {form: verb for form, verb in found.items() if form not in doubtful}
