"""Sentences in which extractors go wrong, by kind: what must come out of them, and what never may.

The sentences and what is expected of them were written before anything was tried on them. `miss` names a reason why one
does not hold yet; such an entry fails as soon as it holds.
"""

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from claims import broken, claim, facts
from pydantic import BaseModel, ConfigDict

import relgraph as rg

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.toml"))


class Case(BaseModel):
    """A text with claims about it. `actors` and the rest say whom its words mean, see `identity.toml`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: str
    text: str
    must: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    actors: tuple[tuple[str, str], ...] = ()
    same: tuple[tuple[str, ...], ...] = ()
    distinct: tuple[tuple[str, ...], ...] = ()
    miss: str | None = None


def read_cases(path: Path) -> list[Case]:
    return [Case.model_validate(entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]


CASES = [case for path in FILES for case in read_cases(path)]


def ids_of_words(words: tuple[str, ...], text: str, found: rg.Extraction) -> list[str]:
    """Return the ids of the actors that these words, one after the other, name in the text."""
    ids, at = [], 0
    for word in words:
        at = text.index(word, at)
        over = [m.actor for m in found.mentions if m.span.start < at + len(word) and at < m.span.end]
        ids.append(over[0] if over else f"nobody: {word}")
        at += len(word)
    return ids


def wrong_actors(case: Case, found: rg.Extraction) -> list[str]:
    wrong = []
    named = ids_of_words(tuple(word for word, _ in case.actors), case.text, found)
    for (word, expected), got in zip(case.actors, named, strict=True):
        if got != expected and not (expected.endswith("*") and got.startswith(expected[:-1])):
            wrong.append(f"{word} is {got}, not {expected}")
    for group in case.same:
        ids = ids_of_words(group, case.text, found)
        if len(set(ids)) != 1 or ids[0].startswith("nobody"):
            wrong.append(f"not one actor: {list(zip(group, ids, strict=True))}")
    for group in case.distinct:
        ids = ids_of_words(group, case.text, found)
        if len(set(ids)) != len(ids) or any(one.startswith("nobody") for one in ids):
            wrong.append(f"not kept apart: {list(zip(group, ids, strict=True))}")
    return wrong


@pytest.mark.parametrize(
    "case",
    [
        pytest.param(
            case, id=case.text[:70], marks=[pytest.mark.xfail(reason=case.miss, strict=True)] if case.miss else []
        )
        for case in CASES
    ],
)
def test_what_must_and_what_never_may_come_out(case: Case, extractor: rg.Extractor):
    found = extractor.extract_document(rg.Document(text=case.text))
    assert broken(found, case.must, case.never) + wrong_actors(case, found) == []


def test_every_kind_has_siblings_and_no_text_stands_twice():
    assert len({case.text for case in CASES}) == len(CASES)
    assert [kind for kind, number in Counter(case.kind for case in CASES).items() if number < 5] == []


def test_every_case_can_fail():
    """A case must claim something, and a sentence that says nothing must break its demands."""
    nothing = rg.Extraction(document=rg.Document(text="."))
    for case in CASES:
        assert case.must or case.never or case.actors or case.same or case.distinct, case.text
        assert bool(broken(nothing, case.must)) == bool(case.must), case.text


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("Peru disputes.accuses Chile", True),
        ("Peru disputes Chile", True),
        ("country/PER disputes country/CHL", True),
        ("* * Chile", True),
        ("Peru disputes Chile negated", False),
        ("Peru disputes Chile possible", False),
        ("Peru disputes Chile actual|possible", True),
        ("Peru disputes Chile says", False),
        ("Peru disputes Chile asserted", True),
        ("Chile disputes Peru", False),
        ("Peru fights Chile", False),
    ],
)
def test_claims_are_read(line: str, holds: bool, extractor: rg.Extractor):
    (fact,) = facts(extractor.extract_document(rg.Document(text="Peru criticised Chile.")))
    assert claim(line, plain=True).holds(fact) is holds


def test_a_claim_in_another_voice_and_of_another_polarity(extractor: rg.Extractor):
    (fact,) = facts(extractor.extract_document(rg.Document(text="Bolivia said Peru may not have armed Chile.")))
    assert claim("Peru cooperates.aids Chile negated possible says Bolivia", plain=True).holds(fact)
    assert not claim("Peru cooperates.aids Chile negated possible", plain=True).holds(fact)
    assert not claim("Peru cooperates Chile asserted", plain=False).holds(fact)
    assert claim("Peru cooperates Chile", plain=False).holds(fact)
