"""The main job: texts in, relations out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from relgraph._version import __version__
from relgraph.actors import ActorIndex
from relgraph.errors import UsageError
from relgraph.frames import known_types
from relgraph.graph import RelationGraph
from relgraph.model import Actor, Document, Extraction, Mention, Provenance, Relation
from relgraph.readers import Keep, inputs, read
from relgraph.readers.many import Sources
from relgraph.readers.single import check_keep

if TYPE_CHECKING:
    from relgraph.corpus import CopyRule, Errors, Progress, Report, Run
    from relgraph.pipeline.nlp.joins import Origin
    from relgraph.pipeline.nlp.parsing import TextParser
    from relgraph.pipeline.pairing.pairs import PairAnswer
    from relgraph.pipeline.reader import Knowledge, Reading
    from relgraph.pipeline.repairs.repair import Repairer
    from relgraph.store import Store

Source = str | Path | bytes | IO[str] | IO[bytes] | Document
_Piece = tuple[str, tuple["Origin", bool]]
_PIECE = 60_000
"""Characters that are parsed at once: spaCy's memory grows with the length of a text."""


class Extractor:
    """Reads relations out of texts; made once, used often.

    An extractor can be pickled. What it reads says which version of relgraph and which model read it.

    Args:
        model: The name of a spaCy pipeline.
        actors: `Actor` objects or TOML files that extend the index of actors.
        relations: TOML files that extend the relation types and frames.
        defaults: Whether the types and frames that ship with relgraph are read for, too. Without them, texts need not
            be about politics.
        time: When it was read, to be kept with what is read (``time=datetime.now(UTC)``). By default it is not: the
            same text then gives the same bytes.
        thorough: Whether every text is parsed. By default, of many texts, those in which no sentence has a word for a
            relation and two possible actors are not, and give no mentions either.

    Raises:
        UsageError: The time has no time zone, or there is nothing to read for: neither defaults nor relations.
        DataError: A TOML file breaks its schema; with file, entry and key.
    """

    def __init__(
        self,
        model: str = "en_core_web_md",
        *,
        actors: Sequence[Actor | Path | str] = (),
        relations: Sequence[Path | str] = (),
        time: datetime | None = None,
        thorough: bool = False,
        defaults: bool = True,
    ) -> None:
        if time is not None and time.tzinfo is None:
            raise UsageError("time needs a time zone: datetime.now(UTC)")
        if not defaults and not relations:
            raise UsageError(
                "defaults=False leaves nothing to read for; give TOML files of types and frames: relations=[…]"
            )
        self.model = model
        self.time = time
        self.thorough = thorough
        self.defaults = defaults
        self._actors = tuple(actors)
        self._relations = tuple(relations)
        self.index = ActorIndex.default().extended(self._actors) if actors else ActorIndex.default()
        self.ontology, self.frames = known_types(self._relations, defaults)
        self._loaded: tuple[TextParser, Knowledge, Repairer] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        options = {"time": self.time, "thorough": self.thorough, "defaults": self.defaults}
        return _make, (self.model, self._actors, self._relations, options)

    def _load(self) -> tuple[TextParser, Knowledge, Repairer]:
        if self._loaded is None:
            from relgraph.pipeline.build import load_model  # noqa: PLC0415 -- spaCy loads with the first text, not with relgraph
            from relgraph.pipeline.nlp.parsing import TextParser  # noqa: PLC0415 -- as above
            from relgraph.pipeline.nlp.sieve import Sieve  # noqa: PLC0415 -- as above
            from relgraph.pipeline.reader import Knowledge  # noqa: PLC0415 -- as above
            from relgraph.pipeline.repairs.repair import Repairer  # noqa: PLC0415 -- as above
            from relgraph.pipeline.words import grammar  # noqa: PLC0415 -- as above

            nlp = load_model(self.model)
            knowledge = Knowledge(self.index, self.ontology, self.frames, nlp)
            repairer = Repairer(
                grammar().all | self.frames.words(),
                self.frames.heads("suffix"),
                frozenset(self.index.names),
                frozenset(
                    word
                    for word, meant in self.index.names.items()
                    if meant[0].actor.startswith("country/") and meant[0].via in ("name", "alias")
                ),
            )
            parser = TextParser(nlp, Sieve(self.frames, self.index, grammar(), nlp))
            self._loaded = parser, knowledge, repairer
        return self._loaded

    def extract(self, source: Source | None = None, *, text: str | None = None, **options: Any) -> RelationGraph:  # noqa: ANN401 -- those of `read`
        """Read one text and return its graph.

        Args:
            source: A path, bytes, an open file or a `Document`.
            text: A string that is taken as it is, instead of a source.
            **options: Those of `read`.

        Raises:
            ReadError: The input is no English text.
        """
        document = read(source, text=text, **options)
        return RelationGraph([self.extract_document(document)], index=self.index, ontology=self.ontology)

    def extract_document(self, document: Document) -> Extraction:
        """Read one document and return what was found as plain values."""
        return next(self._extractions([document], batch_size=1, thorough=True))

    def extract_many(
        self,
        sources: Sources,
        *,
        jobs: int = 1,
        columns: Mapping[str, str] | None = None,
        keep: Keep = "article",
        encoding: str | None = None,
        language: str | None = None,
        errors: Errors = "skip",
        copies: CopyRule = "near",
        progress: Progress | None = None,
        batch_size: int = 32,
    ) -> Run:
        """Read many texts and return an iterator over what is found in each, in their order.

        Args:
            sources: Folders, files, archives, documents or lists of these, as `read_many` takes them.
            jobs: How many processes do the work; what comes out is the same for any number of them.
            columns: Which columns of tables are what, as in `read_many`.
            keep: As in `read`.
            encoding: As in `read`.
            language: As in `read`.
            errors: What cannot be read is skipped and told of in ``.report`` of what is returned; ``"raise"`` raises
                it.
            copies: A copy of an earlier text is not read again, also if some words differ; with ``"same"``, only if
                none does; with ``"keep"`` it is read like any other.
            progress: Is called with the report after each input.
            batch_size: How many texts are parsed at once.

        Raises:
            UsageError: An argument has a value that it cannot take.
            ReadError: An input cannot be read, and `errors` is ``"raise"``.
        """
        from relgraph.corpus import Options, Report, Run, outcomes  # noqa: PLC0415 -- only many texts need it

        check_keep(keep)
        reading = {"keep": keep, "encoding": encoding, "language": language}
        options = Options(
            jobs=jobs, errors=errors, copies=copies, progress=progress, batch_size=batch_size, read=reading
        )
        report = Report()
        results = outcomes(self, inputs(sources, columns=columns, encoding=encoding), options, report)
        return Run(results, report, index=self.index, ontology=self.ontology)

    def extract_into(
        self,
        store: Store | Path | str,
        sources: Sources,
        *,
        jobs: int = 1,
        columns: Mapping[str, str] | None = None,
        keep: Keep = "article",
        encoding: str | None = None,
        language: str | None = None,
        errors: Errors = "skip",
        copies: CopyRule = "near",
        progress: Progress | None = None,
        batch_size: int = 32,
        mixed: bool = False,
    ) -> Report:
        """Read many texts into a store, and return the report on them.

        What the store has already is not read again, so that a run that was stopped goes on where it was; what was
        skipped is tried again.

        Args:
            store: One that is open for writing, or the path of one, which is made if it is not there.
            sources: As in `extract_many`, and so are the arguments up to `batch_size`.
            jobs: How many processes do the work.
            columns: Which columns of tables are what.
            keep: As in `read`.
            encoding: As in `read`.
            language: As in `read`.
            errors: Whether what cannot be read is skipped or raised.
            copies: What counts as a copy of an earlier text.
            progress: Is called with the report after each input.
            batch_size: How many texts are parsed at once.
            mixed: Allows a store with inputs that were read in another way (by another version or model, with other
                actors, types or options); they stay as they were read.

        Raises:
            UsageError: The store has such inputs, and `mixed` does not allow it.
            ReadError: An input cannot be read, and `errors` is ``"raise"``.
        """
        from relgraph.corpus import Options, extract_into_store  # noqa: PLC0415 -- only many texts need it
        from relgraph.store import Store  # noqa: PLC0415 -- as above

        check_keep(keep)
        reading = {"keep": keep, "encoding": encoding, "language": language}
        options = Options(
            jobs=jobs, errors=errors, copies=copies, progress=progress, batch_size=batch_size, read=reading
        )
        settings = self.settings(reading)
        found = inputs(sources, columns=columns, encoding=encoding)
        if isinstance(store, Store):
            return extract_into_store(self, store, found, options, settings=settings, mixed=mixed)
        with Store(store, write=True, index=self.index, ontology=self.ontology) as opened:
            return extract_into_store(self, opened, found, options, settings=settings, mixed=mixed)

    def settings(self, reading: Mapping[str, Any]) -> str:
        """Return in words what texts are read with: version, model, own actors and types, and `reading` options."""
        from relgraph.corpus import settings_of  # noqa: PLC0415 -- only many texts need it

        further = {**reading, "thorough": self.thorough, "own_types_only": not self.defaults}
        return settings_of(self.model, (*self._actors, *self._relations), further)

    def extractions(self, documents: Iterable[Document], *, batch_size: int = 32) -> Iterator[Extraction]:
        """Yield the extraction of each document, in their order; `batch_size` texts are parsed at once.

        Errors are raised and copies are not recognised, which is what `extract_many` does beyond this.
        """
        return self._extractions(documents, batch_size=batch_size, thorough=self.thorough)

    def _extractions(self, documents: Iterable[Document], *, batch_size: int, thorough: bool) -> Iterator[Extraction]:
        parser, knowledge, repairer = self._load()
        from relgraph.pipeline.nlp.joins import Origin  # noqa: PLC0415 -- quick, but only needed with spaCy
        from relgraph.pipeline.reader import read_doc  # noqa: PLC0415 -- loads spaCy

        made_by = "{lang}_{name} {version}".format_map(parser.nlp.meta)
        provenance = Provenance(version=__version__, model=made_by, time=self.time)

        def pieces() -> Iterator[_Piece]:
            for document in documents:
                repaired = repairer.repair(document.text)
                cuts = _cuts(repaired.text)
                for begin, end in pairwise(cuts):
                    start = _first_word(repaired.text, begin, end)
                    yield repaired.text[start:end], (Origin(document, start, repaired.shifts), end == cuts[-1])

        parts: list[Extraction] = []
        for batch in _batches(pieces(), batch_size):
            with parser.room():
                docs = parser.docs([text for text, _ in batch], thorough=thorough)
                read = [
                    Extraction(document=origin.document) if doc is None else read_doc(doc, origin, knowledge)
                    for doc, (_, (origin, _)) in zip(docs, batch, strict=True)
                ]
            for part, (_, (_, last)) in zip(read, batch, strict=True):
                parts.append(part)
                if last:
                    yield _joined(parts).model_copy(update={"provenance": (provenance,)})
                    parts = []

    def relate(self, text: str, *, source: tuple[int, int], target: tuple[int, int]) -> PairAnswer:
        """Return which relation a text states between two spans of it, whatever they are, with the runners-up.

        Args:
            text: The text.
            source: The offsets of the first character and after the last character of one span.
            target: Those of the other span.

        Raises:
            UsageError: The spans overlap, are empty, or lie outside the text.
        """
        parser, knowledge, repairer = self._load()
        from relgraph.pipeline.pairing.pairs import relate  # noqa: PLC0415 -- loads spaCy

        repaired = repairer.repair(text)
        spans = [
            (repaired.inward(start), repaired.inward(end - 1) + 1) if 0 <= start < end <= len(text) else (start, end)
            for start, end in (source, target)
        ]
        return relate(parser.nlp(repaired.text), Document(text=text), knowledge, *spans)

    def reading(self, text: str) -> Reading:
        """Return everything that is seen in a short text, for `relgraph explain` and for tests."""
        parser, knowledge, repairer = self._load()
        from relgraph.pipeline.reader import Reading  # noqa: PLC0415 -- loads spaCy

        repaired = repairer.repair(text).text
        return Reading(parser.nlp(repaired[_first_word(repaired, 0, len(repaired)) :]), Document(text=text), knowledge)


def _first_word(text: str, start: int, end: int) -> int:
    """Return where the first word of a piece stands, if it has any: blanks before it, as for a dateline, mislead."""
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()) if inside.strip() else start


def extract(
    source: Source | None = None,
    *,
    text: str | None = None,
    model: str = "en_core_web_md",
    **options: Any,  # noqa: ANN401 -- those of `read`
) -> RelationGraph:
    """Read one text and return its graph; the extractor is kept for the next call.

    For own actors or relation types make an `Extractor`.

    Args:
        source: A path, bytes, an open file or a `Document`.
        text: A string that is taken as it is, instead of a source.
        model: The name of a spaCy pipeline.
        **options: Those of `read`.

    Raises:
        ReadError: The input is no English text.
    """
    return _default(model).extract(source, text=text, **options)


@cache
def _default(model: str) -> Extractor:
    return Extractor(model)


def _make(
    model: str,
    actors: tuple[Actor | Path | str, ...],
    relations: tuple[Path | str, ...],
    options: dict[str, Any],
) -> Extractor:
    return Extractor(model, actors=actors, relations=relations, **options)


def _cuts(text: str) -> list[int]:
    """Return offsets at which a long text is cut: at paragraphs, else at lines, sentences or spaces."""
    cuts = [0]
    while len(text) - cuts[-1] > _PIECE:
        start = cuts[-1]
        window = text[start : start + _PIECE]
        for mark in ("\n\n", "\n", ". ", " "):
            at = window.rfind(mark)
            if at > _PIECE // 4:
                cuts.append(start + at + len(mark))
                break
        else:
            cuts.append(start + _PIECE)
    cuts.append(len(text))
    return cuts


def _batches(pieces: Iterable[_Piece], size: int) -> Iterator[list[_Piece]]:
    """Yield pieces in batches of at most so many, and of few characters: all of a batch is in memory at once."""
    batch: list[_Piece] = []
    length = 0
    for piece in pieces:
        if batch and (len(batch) >= size or length + len(piece[0]) > 2 * _PIECE):
            yield batch
            batch, length = [], 0
        batch.append(piece)
        length += len(piece[0])
    if batch:
        yield batch


def _joined(parts: list[Extraction]) -> Extraction:
    """Put the pieces of one document together."""
    if len(parts) == 1:
        return parts[0]
    actors: dict[str, Actor] = {}
    mentions: list[Mention] = []
    relations: list[Relation] = []
    for part in parts:
        for actor in part.actors:
            known = actors.get(actor.id)
            if known is None or (known.parent is None and actor.parent is not None):
                actors[actor.id] = actor
        mentions.extend(part.mentions)
        relations.extend(part.relations)
    return Extraction(
        document=parts[0].document,
        actors=tuple(actors[key] for key in sorted(actors)),
        mentions=tuple(mentions),
        relations=tuple(relations),
    )
