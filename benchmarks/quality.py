#!/usr/bin/env python3
"""Measure the quality of extraction on all sets and print one table.

    quality.py                      every set
    quality.py --only own --only plv
    quality.py --misses seed        list what was missed and what is spurious there; never for the held-out `check`
    quality.py --calibration        how often relations of a confidence are right, on tune and on check
    quality.py --json FILE          the numbers
    quality.py --pin                write floors.json: the numbers of this run, less a margin

The sets and the scorer lie beside the project in ``../shared`` (or where --shared says); they are not part of it.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import math
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

from predict import predict

from relgraph import Extractor

Json = dict[str, Any]
ROOT = Path(__file__).resolve().parent.parent
FLOORS = Path(__file__).resolve().with_name("floors.json")
MARGIN = 0.02


@dataclass(frozen=True)
class OwnSet:
    """A part of our own gold: the folder it is in, and which of its documents belong to it."""

    label: str
    folder: str
    holds: Callable[[str], bool]


def _is_seed(doc: str) -> bool:
    return doc == "seed_iran_russia"


def _is_news(doc: str) -> bool:
    return doc.startswith("dev_news")


OWN: Mapping[str, OwnSet] = {
    "seed": OwnSet("tune: the seed article", "tune", _is_seed),
    "tune": OwnSet("tune, all", "tune", lambda doc: True),
    "tune_documents": OwnSet("tune: documents, no seed", "tune", lambda doc: not _is_news(doc) and not _is_seed(doc)),
    "tune_news": OwnSet("tune: news sentences", "tune", _is_news),
    "tune_no_seed": OwnSet("tune without the seed", "tune", lambda doc: not _is_seed(doc)),
    "check": OwnSet("check, all", "check", lambda doc: True),
    "check_documents": OwnSet("check: documents", "check", lambda doc: not _is_news(doc)),
    "check_news": OwnSet("check: news sentences", "check", _is_news),
}
SETS = (*OWN, "plv", "dse", "petrarch", "re3d")
GROUPS: Mapping[str, tuple[str, ...]] = {"own": tuple(OWN), **{name: (name,) for name in SETS}}
HELD_OUT = frozenset(name for name, part in OWN.items() if part.folder == "check")
COLUMNS = ("F1", "P", "R", "subtype F1", "words F1", "polarity", "modality", "attribution", "direction")
LOWER_IS_BETTER = frozenset({"wrong family", "neutral related"})


class MissingSetsError(Exception):
    """The sets to measure on are not there."""


@dataclass(frozen=True)
class Result:
    """The numbers of one set, what was missed (never for a held-out set), and confidences with what they were worth."""

    numbers: Mapping[str, float]
    misses: tuple[Json, ...] = ()
    calibration: tuple[tuple[float, bool], ...] = ()


class Bench:
    """The folder of sets, and the scorer in it."""

    def __init__(self, shared: Path) -> None:
        self.shared = shared
        if not (shared / "bench" / "score.py").is_file() or not (shared / "gold").is_dir():
            raise MissingSetsError(
                f"{shared} does not hold bench/score.py and gold/; the sets are not part of the project: "
                "give the folder that has them by --shared DIR"
            )

    @cached_property
    def scorer(self) -> ModuleType:
        """The scorer, as a module."""
        spec = importlib.util.spec_from_file_location("relgraph_bench_score", self.shared / "bench" / "score.py")
        assert spec is not None
        assert spec.loader is not None
        module = importlib.util.module_from_spec(spec)
        sys.modules[spec.name] = module
        spec.loader.exec_module(module)
        return module

    @cached_property
    def extractor(self) -> Extractor:
        """One extractor for all sets."""
        return Extractor()

    @cached_property
    def own_predictions(self) -> dict[str, list[Json]]:
        """What is found in the documents of our own gold, by their ids."""
        rows = predict("own", self.shared / "gold" / "docs", extractor=self.extractor)
        return {row["id"]: row["relations"] for row in rows}

    def measure(self, name: str) -> Result:
        """Return the result of one set."""
        if name in OWN:
            return self._own(name)
        runs: dict[str, Callable[[], Result]] = {
            "plv": self._plv, "dse": self._dse, "petrarch": self._petrarch, "re3d": self._re3d,
        }  # fmt: skip
        return runs[name]()

    def _own(self, name: str) -> Result:
        part = OWN[name]
        paths = sorted((self.shared / "gold" / part.folder).glob("*.jsonl"))
        gold = [row for path in paths for row in self.scorer.read_jsonl(path) if part.holds(row["doc"])]
        documents = {row["doc"] for row in gold}
        raw = {doc: found for doc, found in self.own_predictions.items() if doc in documents}
        predictions = {doc: [self.scorer.Relation.from_json(one) for one in found] for doc, found in raw.items()}
        result = self.scorer.score_own(gold, predictions, name not in HELD_OUT)
        numbers = {
            "F1": result["family"]["f1"],
            "P": result["family"]["precision"],
            "R": result["family"]["recall"],
            "subtype F1": result["subtype"]["f1"],
            "words F1": result["words"]["f1"],
            **{key: result["attributes"][key]["rate"] or 0.0 for key in COLUMNS[5:]},
        }
        return Result(numbers, tuple(result.get("listing", ())), tuple(self._calibration(gold, raw, predictions)))

    def _calibration(
        self, gold: list[Json], raw: Mapping[str, list[Json]], predictions: Mapping[str, list[Any]]
    ) -> Iterator[tuple[float, bool]]:
        """Yield the confidence of each found relation and whether it is right; optional ones are neither."""
        for doc, golds in self.scorer.read_own_gold(gold).items():
            found = predictions.get(doc, [])
            pairs = self.scorer.own_pairs(golds, found, self.scorer.OwnRule(), False)
            gold_of = {j: golds[i] for i, j in pairs.items()}
            for number, one in enumerate(raw.get(doc, [])):
                hit = gold_of.get(number)
                if hit is None or not hit.optional:
                    yield one["confidence"], hit is not None

    def _predicted(self, task: str, file: str, actors: Path | None = None) -> tuple[list[Json], list[Json]]:
        path = self.shared / "bench" / file
        extractor = None if actors else self.extractor
        return self.scorer.read_jsonl(path), list(predict(task, path, actors, extractor))

    def _relations(self, rows: Iterable[Json]) -> dict[str, list[Any]]:
        return {row["id"]: [self.scorer.Relation.from_json(one) for one in row["relations"]] for row in rows}

    def _plv(self) -> Result:
        gold, found = self._predicted("plv", "plv_train.jsonl")
        pairs = {row["id"]: (row["pair"] or {}).get("type") for row in found}
        result = self.scorer.score_plv(gold, self._relations(found), pairs, True)
        ends = result["end_to_end"]
        numbers = {
            "roots": result["pair"]["root_macro_f1"],
            "penta": result["pair"]["penta_macro_f1"],
            "two": result["pair"]["binary_macro_f1"],
            "right family": ends["family"]["rate"],
            "wrong family": ends["wrong_family"]["rate"],
            "pair found": ends["found"]["rate"],
        }
        return Result(numbers, tuple(result["listing"]))

    def _dse(self) -> Result:
        gold, found = self._predicted("texts", "dse_dev.jsonl")
        result = self.scorer.score_dse(gold, self._relations(found), True)
        numbers = {
            "neutral related": result["neutral_related"]["rate"],
            "found": result["found"]["rate"],
            "sign": result["sign"]["rate"] or 0.0,
            "direction": result["direction"]["rate"] or 0.0,
        }
        return Result(numbers, tuple(result["listing"]))

    def _petrarch(self) -> Result:
        actors = self.shared / "bench" / "petrarch_actors.yaml"
        gold, found = self._predicted("petrarch", "petrarch_dev.jsonl", actors)
        result = self.scorer.score_petrarch(gold, self._relations(found), True)
        ok = result["views"]["ok"]
        return Result({**_tally(ok["micro"]), "no event": ok["noevents"]["rate"]}, tuple(result["listing"]))

    def _re3d(self) -> Result:
        gold, found = self._predicted("texts", "re3d_dev.jsonl")
        result = self.scorer.score_re3d(gold, self._relations(found), True)
        numbers = _tally(result["views"]["named"]["micro"])
        return Result({**numbers, "F1 of all": result["views"]["all"]["micro"]["f1"]}, tuple(result["listing"]))


def _tally(micro: Json) -> dict[str, float]:
    return {"F1": micro["f1"], "P": micro["precision"], "R": micro["recall"]}


def selected(only: Sequence[str]) -> tuple[str, ...]:
    """Return the sets that the given names of sets and groups stand for, in the order of the table; all for none."""
    wanted = {name for group in only for name in GROUPS[group]} if only else set(SETS)
    return tuple(name for name in SETS if name in wanted)


def table(results: Mapping[str, Result]) -> str:
    """Return the results as text: our own gold as a table, the other sets a line each."""
    lines: list[str] = []
    own = [name for name in results if name in OWN]
    if own:
        rows = [("own gold", *COLUMNS)]
        rows += [(OWN[name].label, *(f"{results[name].numbers[column]:.3f}" for column in COLUMNS)) for name in own]
        widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
        for first, *rest in rows:
            cells = [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
            lines.append("  ".join(cells))
    for name, result in results.items():
        if name not in OWN:
            shown = "  ".join(f"{key} {value:.3f}" for key, value in result.numbers.items())
            lines.append(f"{name:<10}  {shown}")
    return "\n".join(lines)


def calibration_table(title: str, found: Iterable[tuple[float, bool]]) -> str:
    """Return how many relations of each tenth of confidence are right."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for confidence, right in found:
        bins.setdefault(min(int(confidence * 10), 9), []).append((confidence, right))
    lines = [f"{title}: confidence, relations, mean confidence, share that is right"]
    for tenth in sorted(bins, reverse=True):
        members = bins[tenth]
        mean = sum(confidence for confidence, _ in members) / len(members)
        right = sum(is_right for _, is_right in members) / len(members)
        lines.append(f"  {tenth / 10:.1f}–{(tenth + 1) / 10:.1f}  {len(members):5}  {mean:.3f}  {right:.3f}")
    return "\n".join(lines)


def read_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Return the pinned floors by set and number (ceilings for the numbers in `LOWER_IS_BETTER`)."""
    floors: dict[str, dict[str, float]] = json.loads(path.read_text(encoding="utf-8"))
    return floors


def broken_floors(numbers: Mapping[str, Mapping[str, float]], floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return a line for each measured number on the wrong side of its floor; raises `KeyError` if one is missing."""
    broken = []
    for name, reached in numbers.items():
        for key, floor in floors[name].items():
            if reached[key] > floor if key in LOWER_IS_BETTER else reached[key] < floor:
                broken.append(f"{name}, {key}: {reached[key]:.3f}, pinned at {floor:.3f}")
    return broken


def pin(numbers: Mapping[str, Mapping[str, float]], path: Path = FLOORS) -> None:
    """Write floors just under `numbers`; those of sets that were not measured stay."""
    floors = read_floors(path) if path.exists() else {}
    for name, reached in numbers.items():
        floors[name] = {key: _floor(key, value) for key, value in reached.items()}
    ordered = {name: floors[name] for name in SETS if name in floors}
    text = json.dumps(ordered, indent=1, ensure_ascii=False) + "\n"
    temporary = path.with_suffix(".tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def _floor(key: str, value: float) -> float:
    if key in LOWER_IS_BETTER:
        return min(1.0, math.ceil(round((value + MARGIN) * 1000, 6)) / 1000)
    return max(0.0, math.floor(round((value - MARGIN) * 1000, 6)) / 1000)


def _show_miss(item: Json) -> str:
    arrow = "--" if item.get("symmetric") else "->"
    kind = item.get("type") or item.get("family")
    text = item.get("sentence") or item.get("text") or ""
    head = f"{item['kind']:8} {item['id']}: {item['source']} {arrow} {item['target']}  [{kind}]"
    return f"{head}\n         {' '.join(text.split())}" if text else head


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared", metavar="DIR", help="the folder of sets")
    parser.add_argument("--only", action="append", default=[], choices=list(GROUPS), help="a set, or all of own")
    open_sets = [name for name in SETS if name not in HELD_OUT]
    parser.add_argument("--misses", choices=open_sets, metavar="SET", help=f"list misses of {', '.join(open_sets)}")
    parser.add_argument("--calibration", action="store_true", help="print what confidence is worth on our own gold")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the numbers")
    parser.add_argument("--pin", action="store_true", help="write the floors that the tests check")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code."""
    given = _parser().parse_args(arguments)
    try:
        bench = Bench(given.shared)
    except MissingSetsError as error:
        print(f"quality.py: {error}", file=sys.stderr)
        return 2
    if given.misses:
        print("\n".join(map(_show_miss, bench.measure(given.misses).misses)))
        return 0
    results = {name: bench.measure(name) for name in selected(given.only)}
    print(table(results))
    if given.calibration:
        for name in ("tune", "check"):
            if name in results:
                print(f"\n{calibration_table(name, results[name].calibration)}")
    numbers = {name: dict(result.numbers) for name, result in results.items()}
    if given.json:
        given.json.write_text(json.dumps(numbers, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if given.pin:
        pin(numbers)
    return 0


if __name__ == "__main__":
    sys.exit(main())
