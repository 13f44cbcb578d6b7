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
    """A stretch of a document.

    Attributes:
        start: The offset of its first character in the document's text.
        end: The offset after its last character.
        text: The words between them.
    """

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

    Attributes:
        id: A hash of the text unless one is given.
        text: What all offsets count in.
        title: The title, or None.
        published: The day of publication, or None.
        authors: The authors, in their order.
        issuer: The body whose statement the text is, or None.
        source: The path or URL as given.
        copies: Those of further copies of the text, sorted, such as other papers that print the same wire story.
        language: An ISO 639-1 code.
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

    The names are kept apart by what they do.

    Attributes:
        id: Stable and readable: ``country/RUS``, ``group/hezbollah``.
        name: The name that is shown.
        kind: What it is: a country, a person, an armed group …
        code: ISO 3166-1 alpha-3 for a country, otherwise PLOVER-style or None.
        sector: A PLOVER sector (GOV, MIL, REB …), or None.
        parent: The id of the actor that this one rolls up to, or None.
        aliases: Further names of the actor itself.
        demonyms: Its adjective and its people.
        metonyms: Seats that always stand for its government ("the Kremlin").
        capitals: Cities that stand for it only where they act.
        same_as: IRIs of the same thing elsewhere.
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
    """A place in a document that names an actor.

    Attributes:
        actor: The id of the actor.
        span: The words.
        via: How they name it.
    """

    actor: str
    span: Span
    via: Via


class Attribution(Value):
    """Who says so.

    Attributes:
        name: The actor's name, or the text's own words.
        actor: The id of the actor, if it is known.
        span: Where the text says it, if it does in so many words.
    """

    name: str
    actor: str | None = None
    span: Span | None = None


class TimeRef(Value):
    """When it was, as the text states it.

    Attributes:
        text: The words.
        start: The first day that they mean, if it is known.
        end: The last day, included.
        granularity: How exact they are.
        span: Where the words stand.
    """

    text: str
    start: date | None = None
    end: date | None = None
    granularity: Granularity | None = None
    span: Span | None = None


class Evidence(Value):
    """The words that state a relation.

    Attributes:
        document: The id of the document.
        sentence: The sentence.
        source: The words in it for the source.
        target: The words in it for the target.
        trigger: The words in it for what happens.
        frame: The id of the frame that fired: ``restrains.sanctions/impose-measure``.
    """

    document: str
    sentence: Span
    source: Span
    target: Span
    trigger: Span
    frame: str


class Relation(Value):
    """One typed, directed statement about two actors, with its evidence.

    Attributes:
        id: A hash of document, sentence, source, type, target and trigger, so that extracting twice gives the same.
        source: Who does it.
        target: To whom.
        type: What: ``family.subtype``.
        symmetric: Whether both do it to each other.
        polarity: Whether the text affirms or denies it.
        modality: Whether it is actual, intended, possible or conditional.
        attribution: Who says so; None is the text itself.
        when: When, as the text states it.
        where: The place, as the text names it.
        confidence: How probably a careful reader would write it down, from 0 to 1.
        evidence: The words that state it: at least one piece, the first is the main one.
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
            return {**data, "id": relation_id(source.actor, data["type"], target.actor, evidence[0])}
        return data


class Provenance(Value):
    """What read a document.

    Attributes:
        version: The version of relgraph.
        model: The spaCy model.
        time: When, in UTC, if that was asked for.
    """

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
    """What was read out of one document.

    Attributes:
        document: The document.
        actors: Every actor that a mention names or that one of these rolls up to, sorted by id.
        mentions: All places that name an actor, in the order of the text.
        relations: The relations, in the order of the text.
        provenance: What read it; several once graphs are merged.
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


def trusted(kind: type[V], /, **fields: object) -> V:
    """Return a value made of fields that were validated before: all of them, in the order of the class.

    This is for values that come back from where they were kept and for those that reading makes, whose fields are
    right by how they are made; it takes a third of the time of validating them.
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


def relation_id(source: str, type: str, target: str, main: Evidence) -> str:
    """Return the id of a relation that is given none: the hash of its actors, its type and its main evidence."""
    sentence, trigger = main.sentence, main.trigger
    ends = sentence.start, sentence.end, trigger.start, trigger.end
    return relation_hash(main.document, type, (source, main.source.start), (target, main.target.start), ends)


def relation_hash(
    document: str, type: str, source: tuple[str, int], target: tuple[str, int], ends: tuple[int, int, int, int]
) -> str:
    """Return the id of a relation by its actors, each with where it stands, and the ends of sentence and trigger."""
    return content_hash(
        f"{document}\x1f{ends[0]}\x1f{ends[1]}\x1f{source[0]}\x1f{source[1]}\x1f{type}\x1f"
        f"{target[0]}\x1f{target[1]}\x1f{ends[2]}\x1f{ends[3]}"
    )


def content_hash(text: str) -> str:
    """Return 16 hexadecimal digits of the SHA-256 of `text` (encoded as UTF-8), the form of all content ids."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
