"""Sentences in a compact form: a construction, and pairs of a sentence with what a careful reader codes in it.

What is coded is written "Turkey > Syria attacks; Iran = Iraq consults; ?Chad > Mali demands": source, target, subtype;
"=" for both ways, "?" for what a reader may or may not code. Slashes part names, or subtypes, of which any is right.
"""

import re
import tomllib
from pathlib import Path

from test_constructions import Expected, Sentence

from relgraph.ontology import Ontology

RELATION = re.compile(r"(\??)(.+?) ([>=]) (.+) ([a-z_/]+)")


def read_grid(path: Path) -> list[Sentence]:
    """Return the sentences of a file."""
    types = {name.partition(".")[2]: name for name in Ontology.default().types}
    return [
        Sentence(text=text, construction=construction, relations=_relations(coded, types))
        for construction, rows in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for text, coded in rows
    ]


def _relations(coded: str, types: dict[str, str]) -> tuple[Expected, ...]:
    found = [RELATION.fullmatch(part) for part in coded.split("; ") if part]
    assert all(found), coded
    return tuple(
        Expected(
            source=part[2].split("/"),
            target=part[4].split("/"),
            type=[types[name] for name in part[5].split("/")],
            symmetric=part[3] == "=",
            optional=bool(part[1]),
        )
        for part in found
        if part
    )
