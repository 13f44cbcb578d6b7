"""Names of bodies, and where they stand again; what looks like one and is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from relgraph.pipeline.cast import Cast
from relgraph.pipeline.parties import Party
from relgraph.pipeline.words import Words

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc, Token
    from relgraph.pipeline.nlp.spans import Span

_NO_BODY = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL", "LANGUAGE"})
_SUM = re.compile(r"[a-z]{0,3}[$£€]?\d[\d.,]*(?:bn|m|tn|million|billion|trillion)$")
"""A sum of money whose currency is written together with it: "N14.3billion"."""
_DESIGNATION = re.compile(r"(?:[A-Z]{1,4}|MiG|Mi|Su|Tu|Il|An|Ka|Yak|Mk)[-–]?\d{1,3}[A-Z]{0,3}s?$")
"""What a model of aircraft, tank or missile is called: "F-16s", "Su-27", "T-72s"."""


def again(
    doc: Doc, taken: set[int], named: Mapping[str, str], avoid: Mapping[str, str], *, how: str
) -> Iterator[Party]:
    """Yield the places where names of one word that the text has explained stand again, free of other names."""
    if not named:
        return
    for token in doc.occurrences(named):
        if token.i not in taken and token.pos_ in ("PROPN", "NOUN"):
            if token.i > 0 and doc[token.i - 1].text in avoid:
                continue
            yield Party(named[token.text], token.i, token.i + 1, "name", how=how)


def repeated(doc: Doc, found: Iterable[Party], cast: Cast) -> Iterator[Party]:
    """Yield names that the model saw as a body in one place and overlooked in another."""
    found = list(found)
    taken = {i for party in found for i in range(party.start, party.end)}
    named = {
        doc[party.start].text: party.actor
        for party in found
        if party.end - party.start == 1
        and party.how.startswith("named entity")
        and cast[party.actor].kind == "organization"
        and len(doc[party.start].text) > 2
    }
    for party in again(doc, taken, named, {}, how="named entity again"):
        if doc[party.start].ent_type_ not in _NO_BODY and doc[party.start].text[0].isupper():
            yield party
    yield from _repeated_in_full(doc, found, taken, cast)


def _repeated_in_full(doc: Doc, found: Iterable[Party], taken: set[int], cast: Cast) -> Iterator[Party]:
    """Yield names of several words that the model took for a body once, and for something else elsewhere."""
    longer: dict[str, dict[tuple[str, ...], str]] = {}
    for party in found:
        own = party.how.startswith("named entity") and cast[party.actor].kind in ("organization", "armed_group")
        if own and party.end - party.start > 1:
            texts = tuple(token.text for token in doc[party.start : party.end])
            longer.setdefault(texts[0], {})[texts] = party.actor
    for token in doc.occurrences(longer) if longer else ():
        for texts, actor in longer[token.text].items():
            end = token.i + len(texts)
            same = end <= len(doc) and all(doc[token.i + k].text == text for k, text in enumerate(texts))
            if same and not any(i in taken for i in range(token.i, end)):
                yield Party(actor, token.i, end, "name", how="named entity again")


def subjects(doc: Doc, found: Iterable[Party], cast: Cast, words: Words) -> Iterator[Party]:
    """Yield names that the model overlooked where they act: a capitalised unknown subject of a verb."""
    taken = {i for party in found for i in range(party.start, party.end)}
    for token in doc:
        if token.pos_ != "PROPN" or token.dep_ not in ("nsubj", "nsubjpass") or token.i in taken:
            continue
        if token.ent_type_ not in ("", "PRODUCT", "ORG") or not token.text[0].isupper() or token.is_sent_start:
            continue
        start = token.i
        while (
            start > 0
            and doc[start - 1].pos_ == "PROPN"
            and doc[start - 1].i not in taken
            and doc[start - 1].dep_ == "compound"
        ):
            start -= 1
        if "Operation" in (doc[start].text, doc[start - 1].text):
            continue
        if doc[start].lower_ in words["bodies.storms"] or doc[start - 1].lower_ in words["bodies.storms"]:
            continue
        if (doc[start].is_sent_start and doc[start].ent_type_ == "" and not _is_explained(token, words)) or any(
            not doc[i].text[0].isupper() for i in range(start, token.i)
        ):
            continue
        if token.lower_.endswith("ism") or not is_body_name(token, words) or token.head.pos_ not in ("VERB", "AUX"):
            continue
        singular = f"{token.lower_[:-3]}y" if token.lower_.endswith("ies") else token.lower_.removesuffix("s")
        if words.all & {token.lower_, token.base, singular}:
            continue  # "the Foreign Minister", "the three Ministers"
        yield Party(
            cast.introduce(doc[start : token.i + 1].text, "organization"),
            start,
            token.i + 1,
            "name",
            how="named entity (subject)",
        )


def _is_explained(name: Token, words: Words) -> bool:
    """Tell whether the text says after a name that it is a body: "Progress First, a group close to"."""
    return any(child.dep_ == "appos" and child.base in words["nouns.body_word"] for child in name.children)


_PEERS = frozenset({"Prince", "Princess", "Duke", "Duchess", "Earl", "Countess", "Marquess", "Viscount"})


def is_branch_of(land: Span, words: Words, *, part: bool) -> bool:
    """Tell whether a country only ends the name of a firm or station: "Air *France*", "BBC *Northern Ireland*".

    So does a `part` of a country in a peer's: "the Prince of *Wales*", "the Duke of *Cornwall*", and one in a title:
    "a book, Brown's *Britain*".
    """
    name = land.root
    if name.dep_ == "appos" and name.head.base in words["nouns.works"]:
        return any(child.dep_ == "poss" for child in name.children)
    before = land.doc[land.start - 1] if land.start > 0 else None
    if before is None:
        return False
    if before.lower_ == "of" and land.start > 1:
        return part and before.nbor(-1).text in _PEERS
    return (
        before.lower_ in words["bodies.before_country"]
        and before.text[0].isupper()
        and before.pos_ == "PROPN"
        and before.dep_ in ("compound", "nmod", "pobj", "dobj", "nsubj")
    )


_ORDINALS = frozenset({"i", "ii", "iii", "iv"})

_SIDES = frozenset({
    "western", "eastern", "northern", "southern", "central", "home", "second", "pacific", "italian", "russian",
})  # fmt: skip
"""Before "Front", these say where a war is fought."""


def is_body_name(head: Token, words: Words) -> bool:
    """Tell whether a name with this head can be a body: no treaty, law, prize, weapon, disease or sum."""
    if head.lower_ in _ORDINALS and head.i > 0:
        head = head.nbor(-1)  # "SALT II"
    lower = head.lower_
    if lower == "front" and head.i > 0 and head.nbor(-1).lower_ in _SIDES:
        return False  # "the Eastern Front": where a war is fought
    return (
        not _SUM.match(lower)
        and lower not in words["bodies.nothing"]
        and not is_make(head, words)
        and lower not in words["bodies.documents"]
        and lower not in words["bodies.offices"]
        and head.base not in words["bodies.documents"]
        and (lower not in words["bodies.portfolios"] or _is_of_firm(head, words))
    )


def _is_of_firm(head: Token, words: Words) -> bool:
    """Tell whether a field of government is what a firm with a name deals in: "Brightwater *Energy*"."""
    name = head.nbor(-1) if head.i > 0 else head
    return (
        head.lower_ in words["bodies.trades"]
        and name.dep_ == "compound"
        and name.tag_ == "NNP"
        and name.lower_ not in words["bodies.portfolios"]
        and name.lower_ not in words["bodies.of_fields"]
    )


def is_make(head: Token, words: Words) -> bool:
    """Tell whether a name is that of a make of weapons or craft, by itself or its numbers: "Typhoons", "MiG-31s"."""
    return head.lower_ in words["bodies.makes"] or _DESIGNATION.match(head.text) is not None


def has_armed_name(name: str, words: Words) -> bool:
    """Tell whether a name is one that armed groups give themselves: "Katanga Liberation Army", "Jaish al-Nasr"."""
    parts = name.lower().replace("-", " ").removeprefix("the ").split()
    if len(parts) < 2:
        return False
    if parts[0] in words["armed.first"]:
        return True
    causes = words["armed.causes"]
    if parts[-1] in words["armed.last"]:
        causes = causes | words["armed.hopes"]
    elif not any(part in words["armed.last"] or part in words["armed.fronts"] for part in parts):
        return False
    return any(part in causes for part in parts)
