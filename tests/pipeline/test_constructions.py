"""What is read out of sentences that were annotated before anything was tried on them, by construction and by type.

`pytest -s` prints the tables, and every relation that is missed or found in error.
"""

import tomllib
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel, ConfigDict, field_validator
from said import extractor

from relgraph.actors import ActorIndex
from relgraph.errors import UnknownActorError
from relgraph.model import Document, Extraction, Relation
from relgraph.ontology import Ontology

SENTENCES = Path(__file__).with_name("constructions.toml")
RECALL_FLOOR = 0.64
PRECISION_FLOOR = 0.80


class Expected(BaseModel):
    """A relation that a reader codes; every field lists what is right, the preferred value first."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    source: tuple[str, ...]
    target: tuple[str, ...]
    type: tuple[str, ...]
    polarity: tuple[str, ...] = ("affirmed",)
    modality: tuple[str, ...] = ("actual",)
    attributed: tuple[bool, ...] = (False,)
    symmetric: bool = False
    optional: bool = False

    @field_validator("source", "target", "type", "polarity", "modality", "attributed", mode="before")
    @classmethod
    def _listed(cls, value: Any) -> tuple[Any, ...]:
        return tuple(value) if isinstance(value, list) else (value,)

    @property
    def families(self) -> frozenset[str]:
        return frozenset(name.partition(".")[0] for name in self.type)

    def __str__(self) -> str:
        marks = [value[0] for value in (self.polarity, self.modality) if value[0] not in {"affirmed", "actual"}]
        marks += ["attributed"] if self.attributed[0] else []
        return " ".join([f"{self.source[0]} {self.type[0]} {self.target[0]}", *marks])


class Sentence(BaseModel):
    """A text with the relations that it states."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str
    construction: str
    relations: tuple[Expected, ...] = ()


class Found:
    """A relation of the extractor with the names that its two actors go by when rolled up."""

    def __init__(self, relation: Relation, extraction: Extraction) -> None:
        actors = {actor.id: actor for actor in extraction.actors}

        def chain(id_: str | None) -> list[str]:
            names = []
            while id_ is not None:
                names.append(actors[id_].name)
                id_ = actors[id_].parent
            return names

        source, target = chain(relation.source.actor), chain(relation.target.actor)
        self.relation = relation
        self.family = relation.type.partition(".")[0]
        # Who belongs to whom is said of the person or body itself; everything else counts for its country.
        affiliated = self.family == "affiliated"
        self.source = source[:1] if affiliated else source[-1:]
        self.target = target if affiliated else target[-1:]

    def __str__(self) -> str:
        relation = self.relation
        marks = [value for value in (relation.polarity, relation.modality) if value not in {"affirmed", "actual"}]
        marks += ["attributed"] if relation.attribution else []
        said = f"{self.source[0]} {relation.type} {self.target[-1]}"
        return " ".join([said, *marks, f"<{relation.evidence[0].trigger.text}>"])


class Result:
    """The sentences beside what was found in them."""

    def __init__(self, sentences: list[Sentence], extractions: list[Extraction]) -> None:
        self.required, self.hits = Counter[str](), Counter[str]()
        self.found, self.right = Counter[str](), Counter[str]()
        self.agree = Counter[str]()
        self.errors: list[str] = []
        for sentence, extraction in zip(sentences, extractions, strict=True):
            self._compare(sentence, [Found(relation, extraction) for relation in extraction.relations])

    def _compare(self, sentence: Sentence, found: list[Found]) -> None:
        missed = []
        for expected in sentence.relations:
            if expected.optional:
                continue
            matches = [one for one in found if matching(expected, one)]
            for key in ("all", sentence.construction, expected.type[0]):
                self.required[key] += 1
                self.hits[key] += bool(matches)
            if matches:
                self._count_agreement(expected, matches)
            else:
                missed.append(f"    - {expected}")
        false = []
        for one in found:
            right = any(matching(expected, one) for expected in sentence.relations)
            for key in ("all", sentence.construction, one.relation.type):
                self.found[key] += 1
                self.right[key] += right
            if not right:
                false.append(f"    + {one}")
        if missed or false:
            self.errors += [f"[{sentence.construction}] {sentence.text}", *missed, *false]

    def _count_agreement(self, expected: Expected, matches: list[Found]) -> None:
        relations = [one.relation for one in matches]
        self.agree["type"] += any(relation.type in expected.type for relation in relations)
        self.agree["polarity"] += any(relation.polarity in expected.polarity for relation in relations)
        self.agree["modality"] += any(relation.modality in expected.modality for relation in relations)
        self.agree["attributed"] += any(
            (relation.attribution is not None) in expected.attributed for relation in relations
        )

    @property
    def recall(self) -> float:
        return self.hits["all"] / self.required["all"]

    @property
    def precision(self) -> float:
        return self.right["all"] / self.found["all"]

    def table(self) -> str:
        lines = [f"{'':34}{'recall':>16}{'precision':>18}"]
        keys = self.required | self.found
        types = sorted(key for key in keys if "." in key)
        for key in [*(key for key in keys if "." not in key), *types]:
            recall = f"{self.hits[key]:4}/{self.required[key]:<4} {percent(self.hits[key], self.required[key])}"
            precision = f"{self.right[key]:4}/{self.found[key]:<4} {percent(self.right[key], self.found[key])}"
            lines.append(f"{key:34}{recall:>16}{precision:>18}")
        lines += [f"{key} right in {percent(n, self.hits['all'])} of those found" for key, n in self.agree.items()]
        return "\n".join(lines)


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:3.0f}%" if whole else "   –"


def folded(name: str) -> str:
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return plain.casefold().removeprefix("the ").strip()


def spellings(name: str) -> set[str]:
    """The name, and the names of whom it means and of whom that one rolls up to."""
    index = ActorIndex.default()
    try:
        actor = index.find(name)
    except UnknownActorError:
        return {folded(name)}
    return {folded(name), folded(actor.name), folded(index.root(actor.id).name)}


def named(expected: tuple[str, ...], found: list[str], *, loose: bool = False) -> bool:
    """Is one of the names found a right one? Of common nouns, and of people where `loose`, the last word decides."""
    for right in expected:
        known = spellings(right)
        for name in found:
            if folded(name) in known:
                return True
            last = name.split()[-1]
            generic = right == right.lower() and last == last.lower()
            if (generic or loose) and folded(right).split()[-1] == folded(last):
                return True
    return False


def matching(expected: Expected, found: Found) -> bool:
    if found.family not in expected.families:
        return False
    loose = found.family == "affiliated"
    if named(expected.source, found.source, loose=loose) and named(expected.target, found.target):
        return True
    either = expected.symmetric or found.relation.symmetric
    return either and named(expected.source, found.target) and named(expected.target, found.source)


def read_sentences() -> list[Sentence]:
    data = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    return [Sentence.model_validate(entry) for entry in data["sentence"]]


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return read_sentences()


@pytest.fixture(scope="module")
def result(sentences: list[Sentence]) -> Result:
    extractions = extractor().extractions([Document(text=sentence.text) for sentence in sentences])
    made = Result(sentences, list(extractions))
    print("", *made.errors, "", made.table(), sep="\n")
    return made


def test_the_sentences_are_many_and_cover_every_type(sentences: list[Sentence]):
    assert len({sentence.text for sentence in sentences}) == len(sentences) >= 240
    types = Counter(r.type[0] for s in sentences for r in s.relations if not r.optional)
    assert {name: types[name] for name in Ontology.default().types if types[name] < 8} == {}
    assert set(types) <= set(Ontology.default().types)


def test_what_readers_code_is_found(result: Result):
    assert result.recall >= RECALL_FLOOR, result.table()


def test_what_is_found_is_what_readers_code(result: Result):
    assert result.precision >= PRECISION_FLOOR, result.table()
