"""Units and ranks of armed services: "the 26th Marine Expeditionary Unit", and whose they are in their own news."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from itertools import takewhile
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Doc

AMERICA = "country/USA"
_ORDINAL = re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_WORDED = frozenset({"First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"})
_SERVICE = frozenset({"Soldiers", "Sailors", "Airmen", "Marines", "Servicemembers", "Guardsmen", "Coastguardsmen"})
"""With a capital inside a sentence: so the services of the United States write of their own people."""
_RANKS = re.compile(
    r"\b(?:Petty Officer|Staff Sgt\.|Master Sgt\.|Tech\. Sgt\.|Sgt\. 1st Class|Chief Master Sgt\.|Senior Airman|Spc\.|"
    r"Pfc\.|Lance Cpl\.|Gunnery Sgt\.|1st Lt\.|2nd Lt\.|Lt\. Cmdr\.|Lt\. j\.g\.|"
    r"(?:Navy|Army|Air Force|Marine|Marine Corps) (?:Capt|Col|Gen|Lt|Maj|Brig|Sgt|Cmdr|Rear|Vice)\b)"
)
_RANK = re.compile(r"\b(?:Capt|Col|Gen|Lt|Maj|Brig|Sgt|Cmdr|Cpl|Spc|Pfc|Adm|Officer|Airman)\b")
_FORCES = frozenset({"CTF", "TF", "JTF", "CJTF"})
_JOINT = frozenset({"Combined", "Joint", "Multinational"})
_LONGEST = 6
_REACH = 6
_NEAR = 4


def units(doc: Doc, taken: set[int], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield numbered units by name, which the model seldom sees: "the *51st Brigade*", "*16th Infantry Division*"."""
    for token in doc:
        if token.text.isdigit() and (force := _numbered_force(doc, token.i, taken)) is not None:
            yield Party(
                cast.introduce(doc[force : token.i + 1].text, "organization"), force, token.i + 1, "name", how="unit"
            )
            continue
        if not (token.text[0].isdigit() or token.text in _WORDED) or token.i in taken:
            continue
        if not (_ORDINAL.fullmatch(token.text) or token.text in _WORDED):
            continue
        end = last = token.i + 1
        while end < min(len(doc), token.i + _LONGEST) and doc[end].text[0].isupper() and end not in taken:
            end += 1
            if doc[end - 1].lower_ in words["bodies.units"]:
                last = end  # "2nd Cavalry *Regiment*"
            elif last > token.i + 1:
                break
        if last > token.i + 1:
            yield Party(cast.introduce(doc[token.i : last].text, "organization"), token.i, last, "name", how="unit")


def _numbered_force(doc: Doc, at: int, taken: set[int]) -> int | None:
    """Return where the name of a task force begins that a number ends: "*CTF* 50", "*Joint Task Force* 435"."""
    start = at - 1
    if start < 0 or at in taken or start in taken:
        return None
    if doc[start].text in _FORCES:
        return start
    if doc[at - 2 : at].text != "Task Force" or start - 1 in taken:
        return None
    start -= 1
    return start - 1 if start and doc[start - 1].text in _JOINT and start - 1 not in taken else start


def is_american(denoter: Denoter) -> bool:
    """Tell whether a text is news of the armed services of the United States, by how it writes of their people."""
    if not any(denoter.cast.root(party.actor) == AMERICA for party in denoter.named):
        return False
    doc = denoter.doc
    served = any(not token.is_sent_start for token in doc.occurrences(_SERVICE))
    return served or _RANKS.search(doc.text) is not None


def servicemen(denoter: Denoter) -> Iterator[Party]:
    """Yield "the Sailors" and the like, whom no nation is named for, as those of the United States."""
    for token in denoter.doc.occurrences(_SERVICE):
        before, own = denoter.mention_at.get(token.i - 1), denoter.mention_at.get(token.i)
        unknown = own is None or (own.end - own.start == 1 and not denoter.cast.is_known(own.actor))
        if unknown and before is None and not _is_of_others(denoter, token.i):
            yield Party(AMERICA, token.i, token.i + 1, "description", how="their own service")


def _is_of_others(denoter: Denoter, at: int) -> bool:
    """Tell whether soldiers are said to be of somebody else: "Soldiers *of the CTS*"."""
    if denoter.lowers[at + 1 : at + 2] != ["of"]:
        return False
    named = [denoter.mention_at.get(i) for i in range(at + 2, min(at + 4, len(denoter.doc)))]
    return any(party is not None and denoter.cast.root(party.actor) != AMERICA for party in named)


def members(denoter: Denoter, stated: Container[str]) -> Iterator[str]:
    """Yield the units, and the persons with a rank, of whom nothing says that they are another nation's.

    `stated` are those whose titles say whose they are.
    """
    cast, doc = denoter.cast, denoter.doc
    for party in denoter.named:
        actor = cast[party.actor]
        if actor.parent is not None or cast.is_known(party.actor) or party.actor in stated:
            continue
        first = max(doc[party.start].sent.start, party.start - _REACH)
        before = list(doc[first : party.start])
        if actor.kind == "organization":
            before = list(takewhile(lambda token: token.pos_ in ("ADJ", "NOUN", "PROPN"), reversed(before)))
        if any(token.i in denoter.mention_at and denoter.mention_at[token.i].via == "demonym" for token in before):
            continue
        if actor.kind == "person":
            if any(_RANK.search(token.text) is not None for token in before[-_NEAR:]):
                yield actor.id
        elif actor.kind == "organization" and is_unit(actor.name, denoter.words):
            yield actor.id


def is_unit(name: str, words: Words) -> bool:
    """Tell whether a name is that of a unit: its last word, but for a number, says so."""
    parts = [part for part in name.lower().split() if part[0].isalpha()]
    return bool(parts) and parts[-1] in words["bodies.units"] and len(name.split()) > 1
