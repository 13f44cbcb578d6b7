"""The values that all parts of relgraph share: frozen, plain, comparable, JSON-serialisable.

All offsets are character offsets into `Document.text`, start included and end excluded, and
``document.text[span.start:span.end] == span.text`` holds for every span.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date
from functools import cache
from typing import Literal, Self, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationInfo, field_validator, model_validator

Kind = Literal[
    "country",
    "government",
    "igo",
    "armed_group",
    "organization",
    "person",
    "historic_state",
    "bloc",
    "region",
    "group",
    "place",
]
"""What an actor is: `government` is a body or armed service of a country, `group` a generic one ("journalists")."""

Via = Literal["name", "alias", "demonym", "metonym", "pronoun", "description"]
"""How a mention names its actor."""

Polarity = Literal["affirmed", "negated"]
Modality = Literal["actual", "intended", "possible", "conditional"]
Granularity = Literal["day", "week", "month", "season", "quarter", "year", "decade", "interval"]


class Value(BaseModel):
    """Base of all shared values: immutable, and strict about its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


V = TypeVar("V", bound=Value)


class Span(Value):
    """A stretch of a document: `start` and `end` are character offsets, `text` the words between them."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str

    @model_validator(mode="after")
    def _length_matches(self) -> Self:
        if self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not have the length of its text {self.text!r}")
        return self


class Document(Value):
    """A text with what is known about it.

    `id` is a hash of the text unless one is given. `issuer` is the body whose statement the text is, or None.
    `source` is the path or URL as given; `copies` are those of further copies of the text, sorted, such as other papers
    that print the same wire story. `language` is an ISO 639-1 code.
    """

    id: str = ""
    text: str
    title: str | None = None
    published: date | None = None
    authors: tuple[str, ...] = ()
    issuer: str | None = None
    source: str | None = None
    copies: tuple[str, ...] = ()
    language: str = "en"

    @field_validator("copies")
    @classmethod
    def _sorted(cls, copies: tuple[str, ...], known: ValidationInfo) -> tuple[str, ...]:
        return tuple(sorted({*copies} - {known.data.get("source")})) if copies else ()

    @model_validator(mode="before")
    @classmethod
    def _identify(cls, data: object) -> object:
        if isinstance(data, dict) and not data.get("id") and isinstance(data.get("text"), str):
            return {**data, "id": content_hash(data["text"])}
        return data

    def span(self, start: int, end: int) -> Span:
        """Return the `Span` of the text between two character offsets."""
        return Span(start=start, end=end, text=self.text[start:end])


class Actor(Value):
    """Anything that can act or be acted on in politics.

    `id` is stable and readable (`country/RUS`, `group/hezbollah`). `code` is ISO 3166-1 alpha-3 for a country,
    otherwise PLOVER-style or None; `sector` a PLOVER sector (GOV, MIL, REB …); `parent` the id of the actor that
    this one rolls up to. The names are kept apart by what they do: `aliases` are names of the actor itself,
    `demonyms` its adjective and people, `metonyms` seats that always stand for its government ("the Kremlin"),
    `capitals` cities that stand for it only where they act. `same_as` are IRIs of the same thing elsewhere.
    """

    id: str = Field(min_length=1)
    name: str
    kind: Kind
    code: str | None = None
    sector: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


class Mention(Value):
    """A place in a document that names an actor. `actor` is the actor's id, `via` how it is named."""

    actor: str
    span: Span
    via: Via


class Attribution(Value):
    """Who says so: `name` as the actor's canonical name or the text's own words, `actor` its id if it is known."""

    name: str
    actor: str | None = None
    span: Span | None = None


class TimeRef(Value):
    """When: the words of the text, and the interval they mean (first and last day, both included) if it is known."""

    text: str
    start: date | None = None
    end: date | None = None
    granularity: Granularity | None = None
    span: Span | None = None


class Evidence(Value):
    """The words that state a relation: document id, the sentence, and in it source, target and trigger.

    `frame` is the id of the frame that fired, e.g. ``restrains.sanctions/impose-measure``.
    """

    document: str
    sentence: Span
    source: Span
    target: Span
    trigger: Span
    frame: str


class Relation(Value):
    """One typed, directed statement about two actors, with its evidence: at least one piece, the first is the main one.

    `id` is a content hash (document, sentence, source, type, target, trigger), so that extracting twice gives the same
    relation. `symmetric` means that both do the same to each other. `where` is a place as the text names it.
    `confidence` lies between 0 and 1.
    """

    id: str = ""
    source: Mention
    target: Mention
    type: str
    symmetric: bool = False
    polarity: Polarity = "affirmed"
    modality: Modality = "actual"
    attribution: Attribution | None = None
    when: TimeRef | None = None
    where: str | None = None
    confidence: float = Field(default=1.0, ge=0.0, le=1.0)
    evidence: tuple[Evidence, ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _identify(cls, data: object) -> object:
        # Where one of these is missing, the fields' own check names it.
        hashed = ("source", "target", "type", "evidence")
        if isinstance(data, dict) and not data.get("id") and all(data.get(key) for key in hashed):
            evidence = [e if isinstance(e, Evidence) else Evidence.model_validate(e) for e in data["evidence"]]
            source, target = (
                m if isinstance(m, Mention) else Mention.model_validate(m) for m in (data["source"], data["target"])
            )
            main = evidence[0]
            key = (
                main.document,
                main.sentence.start,
                main.sentence.end,
                source.actor,
                main.source.start,
                data["type"],
                target.actor,
                main.target.start,
                main.trigger.start,
                main.trigger.end,
            )
            return {**data, "id": content_hash("\x1f".join(map(str, key)))}
        return data


class Provenance(Value):
    """What read a document: the version of relgraph, the spaCy model, and when, in UTC, if that was asked for."""

    version: str
    model: str
    time: AwareDatetime | None = None

    @field_validator("time")
    @classmethod
    def _in_utc(cls, time: AwareDatetime | None) -> AwareDatetime | None:
        try:
            return time if time is None else time.astimezone(UTC)
        except OverflowError:
            raise ValueError("this time lies outside the years 1 to 9999 in UTC") from None


class Extraction(Value):
    """What was read out of one document: its relations, all mentions, and the actors that they name.

    `actors` holds every actor that a mention or a parent chain of one refers to, sorted by id; `relations` and
    `mentions` stand in the order of the text. `provenance` says what read it; there are several once graphs are merged.
    """

    document: Document
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    relations: tuple[Relation, ...] = ()
    provenance: tuple[Provenance, ...] = ()


# What assigning to these attributes of a model does in the end; a million values are made so.
_set_fields, _set_names, _set_extra, _set_private = (
    vars(BaseModel)[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)


def trusted(kind: type[V], **fields: object) -> V:
    """Return a value made of fields that were validated before: all of them, in the order of the class.

    This is for values that come back from where they were kept; it takes a third of the time of validating them.
    """
    value = kind.__new__(kind)
    _set_fields(value, fields)
    _set_names(value, _names_of(kind))
    _set_extra(value, None)
    _set_private(value, None)
    return value


@cache
def _names_of(kind: type[Value]) -> set[str]:
    return set(kind.model_fields)


def content_hash(text: str) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of `text` (encoded as UTF-8), the form of all content ids."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
