#!/usr/bin/env python3
"""Predict relations for a benchmark, in the scorer's form: one JSON object a line, with the public API only.

    predict.py own      FOLDER                       every .txt file of a folder; its id is the file name without suffix
    predict.py texts    FILE.jsonl                   lines with `id`, `text` (and maybe `title`, `date`, `issuer`)
    predict.py plv      FILE.jsonl                   the same with `source_spans` and `target_spans`; also fills `pair`
    predict.py petrarch FILE.jsonl --actors A.yaml   the same as `texts`, with a dictionary of actors

Any input of these forms will do. Source and target are rolled up to the country, organisation or group that they belong
to; the source of an affiliation stays what it is, since that is what the relation says.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import srsly

from relgraph import (
    Actor,
    ActorIndex,
    Document,
    Extraction,
    Extractor,
    Mention,
    Relation,
    RelgraphError,
    Span,
    UsageError,
    read,
)

Json = dict[str, Any]
TASKS = ("own", "texts", "plv", "petrarch")


def predict(task: str, source: Path, actors: Path | None = None, extractor: Extractor | None = None) -> Iterator[Json]:
    """Yield a prediction for each text of `source`, in its order.

    `actors` is the dictionary that the task petrarch takes; with it, an extractor of its own is made. Otherwise an
    `extractor` may be handed in, to load the model once for many tasks. Raises `UsageError` for input of another form.
    """
    if task not in TASKS:
        raise UsageError(f"unknown task {task!r}; there are {', '.join(TASKS)}")
    if (actors is not None) != (task == "petrarch"):
        raise UsageError("a dictionary of actors (--actors) belongs to the task petrarch, and to no other")
    if task == "own":
        yield from _predict_documents(_read_folder(source), extractor or Extractor())
        return
    rows = _read_rows(source)
    documents = [_document(row) for row in rows]
    if actors is not None:
        dictionary = ActorDictionary(srsly.read_yaml(actors), ActorIndex.default())
        own = Extractor(actors=dictionary.actors)
        yield from _predict_documents(documents, own, dictionary)
        return
    extractor = extractor or Extractor()
    for row, prediction in zip(rows, _predict_documents(documents, extractor), strict=True):
        yield {**prediction, "pair": _predict_pair(extractor, row)} if task == "plv" else prediction


def _read_folder(folder: Path) -> Iterator[Document]:
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise UsageError(f"{folder} is no folder with .txt files")
    for path in paths:
        # The language is given because the check for English is for users' input, and one headline is too short for it.
        yield read(path, keep="all", id=path.stem, language="en")


def _read_rows(path: Path) -> list[Json]:
    try:
        rows = list(srsly.read_jsonl(path))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read as JSON Lines: {error}") from error
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not isinstance(row.get("text"), str) or not isinstance(row.get("id"), str):
            raise UsageError(f"{path}, entry {number}: no object with the strings `id` and `text`")
    return rows


def _document(row: Json) -> Document:
    """Make a document of the text as it stands, so that all offsets are those of the file."""
    published = row.get("date")
    return Document(
        id=row["id"],
        text=row["text"],
        title=row.get("title"),
        issuer=row.get("issuer"),
        published=date.fromisoformat(published) if published else None,
    )


def _predict_documents(
    documents: Iterable[Document], extractor: Extractor, dictionary: ActorDictionary | None = None
) -> Iterator[Json]:
    for extraction in extractor.extractions(documents):
        document = extraction.document
        roots = _Roots(extraction, dictionary)
        yield {"id": document.id, "relations": [_relation(relation, roots) for relation in extraction.relations]}


class _Roots:
    """Names and codes of the actors of one extraction, rolled up."""

    def __init__(self, extraction: Extraction, dictionary: ActorDictionary | None) -> None:
        self._actors = {actor.id: actor for actor in extraction.actors}
        self._dictionary = dictionary
        self._published = extraction.document.published
        self._named = [mention for mention in extraction.mentions if mention.via not in ("pronoun", "description")]

    def span(self, mention: Mention, sentence: Span) -> list[int]:
        """Return where the actor is named: for a pronoun the name that it stands for, if the sentence has it."""
        names = [
            other.span
            for other in self._named
            if other.actor == mention.actor and sentence.start <= other.span.start < sentence.end
        ]
        span = names[0] if mention.via in ("pronoun", "description") and names else mention.span
        return [span.start, span.end]

    def specific(self, actor_id: str) -> tuple[str, str | None]:
        """Return the actor's own name and code."""
        actor = self._actors[actor_id]
        if self._dictionary is not None:
            return actor.name, self._dictionary.code(actor, self._published)
        return actor.name, actor.code

    def rolled_up(self, actor_id: str) -> tuple[str, str | None]:
        """Return name and code of the end of the actor's chain of parents."""
        parent = self._actors[actor_id].parent
        while parent is not None:
            actor_id, parent = parent, self._actors[parent].parent
        return self.specific(actor_id)


def _relation(relation: Relation, roots: _Roots) -> Json:
    evidence = relation.evidence[0]
    named = roots.specific if relation.type.startswith("affiliated.") else roots.rolled_up
    source, source_code = named(relation.source.actor)
    target, target_code = roots.rolled_up(relation.target.actor)
    source_span = roots.span(relation.source, evidence.sentence)
    target_span = roots.span(relation.target, evidence.sentence)
    if source_span[0] < target_span[1] and target_span[0] < source_span[1]:
        # Two parties of one country cannot both stand at its name: "Peru's president met the prime minister".
        source_span, target_span = (
            [mention.span.start, mention.span.end] for mention in (relation.source, relation.target)
        )
    return {
        "source": source,
        "source_code": source_code,
        "source_span": source_span,
        "source_text": evidence.source.text,
        "target": target,
        "target_code": target_code,
        "target_span": target_span,
        "target_text": evidence.target.text,
        "type": relation.type,
        "polarity": relation.polarity,
        "modality": relation.modality,
        "attribution": relation.attribution.name if relation.attribution else None,
        "symmetric": relation.symmetric,
        "sentence": evidence.sentence.text,
        "trigger": evidence.trigger.text,
        "when": relation.when.text if relation.when else None,
        "confidence": relation.confidence,
        "frame": evidence.frame,
    }


def _predict_pair(extractor: Extractor, row: Json) -> Json | None:
    """Return the best type for the marked pair; a side that is marked several times is asked for at each place."""
    sources, targets = ([(start, end) for start, end in row[key]] for key in ("source_spans", "target_spans"))
    asked = [extractor.relate(row["text"], source=a, target=b) for a in sources for b in targets if not _meet(a, b)]
    answered = [answer for answer in asked if answer.best is not None]
    if not answered:
        return None
    best = max(answered, key=lambda answer: answer.ranked[0].score)
    return {"type": best.best, "ranked": [[guess.type, guess.score] for guess in best.ranked]}


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class ActorDictionary:
    """A PETRARCH dictionary of actors, turned into the `Actor` objects that a user would supply.

    What relgraph's `index` knows is left to it, except for aliases that it lacks. The dictionary's codes that hold only
    for a time are looked up by the date of the record.
    """

    _KINDS: Mapping[str, str] = {
        # A place in a dictionary of actors is one that acts; "other" are peoples and creatures.
        "place": "region",
        "other": "group",
    }
    _ADJECTIVES = ("i", "ian", "an", "n", "ish", "ese")

    def __init__(self, entries: Sequence[Json], index: ActorIndex) -> None:
        self._index = index
        self._codes: dict[str, Json] = {}
        self._ids: dict[str, str] = {}
        added: dict[str, Actor] = {}
        for entry in entries:
            known = self._known(entry["name"])
            if known is None:
                known = Actor(
                    id=f"dictionary/{'-'.join(entry['name'].casefold().split())}",
                    name=entry["name"],
                    kind=self._KINDS.get(entry["kind"], entry["kind"]),
                )
                self._codes[known.id] = entry
            self._ids[entry["name"]] = known.id
            actor = self._with_names(added.get(known.id, known), entry)
            if actor is not known:
                added[actor.id] = actor
        for entry in entries:
            actor_id = self._ids[entry["name"]]
            if entry.get("parent") and actor_id in self._codes:
                added[actor_id] = added[actor_id].model_copy(update={"parent": self._ids.get(entry["parent"])})
        self.actors = tuple(added[actor_id] for actor_id in sorted(added))

    def code(self, actor: Actor, when: date | None) -> str | None:
        """Return the code of an actor on a day: the dictionary's for its own actors, otherwise the index's."""
        entry = self._codes.get(actor.id)
        if entry is None:
            return actor.code
        for dated in entry.get("dated") or ():
            first = date.fromisoformat(dated.get("from") or date.min.isoformat())
            last = date.fromisoformat(dated.get("until") or date.max.isoformat())
            if when is not None and first <= when <= last:
                code: str | None = dated["code"]
                return code
        standing: str | None = entry["code"]
        return standing

    def _known(self, name: str) -> Actor | None:
        try:
            found = self._index.find(name)
        except UsageError:
            found = None
        if found is not None and found.kind != "place":
            return found
        # The dictionary has stems: "Bulgar" stands for Bulgaria and Bulgarian.
        whole = [actor for actor in self._index if actor.kind == "country" and actor.name.startswith(name)]
        return whole[0] if len(whole) == 1 and len(name) > 4 else None

    def _with_names(self, actor: Actor, entry: Json) -> Actor:
        """Add the names that the actor lacks; an alias that only lengthens the name of a country is its adjective."""
        own = entry["name"]
        new = {name for name in entry["aliases"] if self._known(name) is None}
        if actor.id in self._codes and entry["kind"] == "country":
            new |= {own + ending for ending in self._ADJECTIVES} if " " not in own else set()
        adjectives = {name for name in new if entry["kind"] == "country" and name[: len(own) - 1] == own[:-1]}
        changes = {
            "aliases": tuple(sorted({*actor.aliases, *(new - adjectives)})),
            "demonyms": tuple(sorted({*actor.demonyms, *adjectives})),
        }
        return actor.model_copy(update=changes) if new or actor.id in self._codes else actor


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("input", type=Path, help="a folder for own, otherwise a file of JSON Lines")
    parser.add_argument("--actors", type=Path, metavar="FILE.yaml", help="dictionary of actors, for petrarch")
    given = parser.parse_args(arguments)
    try:
        for prediction in predict(given.task, given.input, given.actors):
            print(json.dumps(prediction, ensure_ascii=False))
    except (RelgraphError, OSError) as error:
        print(f"predict.py: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
