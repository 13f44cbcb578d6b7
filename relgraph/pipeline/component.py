"""The spaCy way: ``nlp.add_pipe("relgraph")`` on any English pipeline with tagger, parser and lemmatizer.

The component writes one plain value to ``doc.user_data["relgraph"]``, so that documents can be serialised and sent
between processes; ``doc._.relations`` and ``doc._.actors`` read it back as frozen values.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import ensure_path

from relgraph.actors import ActorIndex
from relgraph.errors import UsageError
from relgraph.frames import known_types
from relgraph.model import Actor, Document, Extraction, Relation
from relgraph.pipeline.nlp.joins import Origin
from relgraph.pipeline.reader import Knowledge, read_doc

KEY = "relgraph"
"""The key of `Doc.user_data` under which the extraction stands."""


class RelationComponent:
    """A pipeline component that reads relations; `find` is pure, ``__call__`` writes to the Doc.

    `actors` extends the index, as a list of actor entries or paths of TOML files; `relations` lists TOML files of
    types and frames, and without `defaults` only these are read for.
    """

    def __init__(
        self,
        nlp: Language,
        name: str,
        actors: Iterable[dict[str, Any] | str],
        relations: Iterable[str],
        defaults: bool = True,
    ) -> None:
        self.name = name
        self._nlp = nlp
        self._configure(
            [entry if isinstance(entry, dict) else str(entry) for entry in actors],
            [str(path) for path in relations],
            defaults,
        )

    def _configure(self, actors: list[dict[str, Any] | str], relations: list[str], defaults: bool) -> None:
        self._actors = actors
        self._relations = relations
        self._defaults = defaults
        extra = [Actor.model_validate(entry) if isinstance(entry, dict) else entry for entry in actors]
        index = ActorIndex.default().extended(extra) if extra else ActorIndex.default()
        ontology, frames = known_types(relations, defaults)
        self._knowledge = Knowledge(index, ontology, frames, self._nlp)

    def find(self, doc: Doc) -> Extraction:
        """Return what the text of a parsed Doc states; raises `UsageError` if it has no parse or tags."""
        for needed in ("DEP", "TAG", "LEMMA"):
            if len(doc) and not doc.has_annotation(needed):
                raise UsageError(f"relgraph needs {needed} annotation: add tagger, parser and lemmatizer before it")
        return read_doc(doc, Origin(Document(text=doc.text)), self._knowledge)

    def __call__(self, doc: Doc) -> Doc:
        """Read a parsed Doc and write what was found to it, as JSON under `KEY`."""
        doc.user_data[KEY] = self.find(doc).model_dump_json()
        return doc

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Serialise the component's settings (its own knowledge ships with the package)."""
        settings = {"actors": self._actors, "relations": self._relations, "defaults": self._defaults}
        return json.dumps(settings).encode("utf-8")

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> RelationComponent:
        """Take settings that `to_bytes` gave."""
        settings = json.loads(data)
        self._configure(settings["actors"], settings["relations"], settings.get("defaults", True))
        return self

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Write the settings to a file."""
        ensure_path(path).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> RelationComponent:
        """Take settings that `to_disk` wrote."""
        return self.from_bytes(ensure_path(path).read_bytes())


@Language.factory(
    "relgraph",
    default_config={"actors": [], "relations": [], "defaults": True},
    requires=["token.dep", "token.tag", "token.lemma", "doc.sents"],
    assigns=["doc._.relations", "doc._.actors"],
)
def create_component(
    nlp: Language, name: str, actors: list[dict[str, Any] | str], relations: list[str], defaults: bool = True
) -> RelationComponent:
    """Make the component and its extension attributes."""
    if not Doc.has_extension("relations"):
        Doc.set_extension("relations", getter=_relations)
    if not Doc.has_extension("actors"):
        Doc.set_extension("actors", getter=_actors)
    return RelationComponent(nlp, name, actors, relations, defaults)


def extraction_of(doc: Doc) -> Extraction:
    """Return the extraction that the component wrote to a Doc; raises `UsageError` if it has not run."""
    if KEY not in doc.user_data:
        raise UsageError('this Doc was not read by relgraph: nlp.add_pipe("relgraph") and process the text again')
    return Extraction.model_validate_json(doc.user_data[KEY])


def _relations(doc: Doc) -> tuple[Relation, ...]:
    return extraction_of(doc).relations


def _actors(doc: Doc) -> tuple[Actor, ...]:
    return extraction_of(doc).actors
