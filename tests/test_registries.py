"""What is dropped in is found everywhere, and nothing else is edited for it.

How readers and formats are found one by one is tested with them; here actors, and all kinds of additions at once in a
copy of the package.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import relgraph as rg

ACTORS = """
[[actor]]
id = "group/fjord-front"
name = "Fjord Front"
kind = "armed_group"
sector = "REB"
aliases = ["Skerry Brigade"]
demonyms = ["Skerrish"]
"""
OBJECTS = (
    rg.Actor(id="org/fjord-post", name="Fjord Post Company", kind="organization", parent="group/fjord-front"),
    rg.Actor(id="country/RUS", name="Muscovy", kind="country", code="RUS"),
)
TEXT = (
    "The Skerry Brigade attacked Chad. Skerrish ships shelled Mali. The Fjord Post Company thanked Niger. "
    "Muscovy condemned Peru."
)

TYPE = """
[[type]]
id = "cooperates.twins"
label = "twins with"
definition = "Makes the other a partner town or country in name."
sign = 1
iri = "twinsWith"
inverse_iri = "twinnedBy"

[[frame]]
id = "twin"
type = "cooperates.twins"
verb = ["twin"]
target = ["with"]
"""
READER = """
from relgraph.readers.base import Reading

SUFFIXES = (".shout",)


def sniff(data):
    return data.startswith(b"SHOUT")


def read_bytes(data, *, keep, encoding):
    return Reading(data.decode("utf-8").removeprefix("SHOUT "), title="Shouted")
"""
FORMAT = '''"""Whispers: one relation a line."""

NAME = "whisper"
SUFFIXES = (".whisper",)


def write(graph, stream):
    """Write source, type and target."""
    for relation in graph.relations():
        stream.write(f"{relation.source.name} {relation.type} {relation.target.name}\\n".encode())
'''
PROGRAM = """
import relgraph as rg

print(rg.__file__)
graph = rg.extract("letter.shout")
print(next(iter(graph.documents.values())).title)
print(*[(r.source.name, r.type, r.target.name) for r in graph.relations(type="cooperates", source="Skerry Brigade")])
print(graph.actor("Skerrish").id)
graph.write("graph.whisper")
for suffix in (".ttl", ".jsonl", ".csv", ".graphml"):
    graph.write("graph" + suffix)
"""


@pytest.fixture(scope="module")
def graph(tmp_path_factory) -> rg.RelationGraph:
    """What an extractor reads with own actors from a file, as an object, and in the place of a known one."""
    path = tmp_path_factory.mktemp("own") / "actors.toml"
    path.write_text(ACTORS, encoding="utf-8")
    return rg.Extractor(actors=[path, *OBJECTS]).extract(text=TEXT)


def test_own_actors_are_read_by_every_name(graph):
    found = {(r.source.name, r.type, r.target.name) for r in graph.relations(rollup=False)}
    assert found == {
        ("Fjord Front", "fights.attacks", "Chad"),
        ("Fjord Front", "fights.attacks", "Mali"),
        ("Fjord Post Company", "cooperates.supports", "Niger"),
        ("Muscovy", "disputes.accuses", "Peru"),
    }


@pytest.mark.parametrize("name", ["Fjord Front", "the Skerry Brigade", "Skerrish", "group/fjord-front"])
def test_own_actors_are_asked_for_by_every_name_and_roll_up(graph, name):
    assert graph.actor(name).id == "group/fjord-front"
    assert {r.target.name for r in graph.relations(source=name)} == {"Chad", "Mali", "Niger"}
    assert name in graph
    assert {neighbor.actor.name for neighbor in graph.neighbors(name)} == {"Chad", "Mali", "Niger"}


def test_own_actors_have_their_kind_and_sector(graph):
    assert [actor.id for actor in graph.actors(kind="armed_group")] == ["group/fjord-front"]
    assert [actor.id for actor in graph.actors(sector="REB")] == ["group/fjord-front"]


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".ttl", ".graphml"])
def test_own_actors_are_in_every_notation(graph, suffix, tmp_path):
    path = tmp_path / f"graph{suffix}"
    graph.write(path)
    assert "Fjord Front" in path.read_text(encoding="utf-8")


def test_own_actors_come_back_from_a_file(graph, tmp_path):
    graph.write(tmp_path / "graph.jsonl")
    back = rg.read_graph(tmp_path / "graph.jsonl")
    assert back == graph
    assert {r.target.name for r in back.relations(source="Skerry Brigade")} == {"Chad", "Mali", "Niger"}


def test_they_are_unknown_to_others():
    assert "group/fjord-front" not in rg.ActorIndex.default()
    assert rg.ActorIndex.default().find("Russia").name == "Russia"
    with pytest.raises(rg.UnknownActorError):
        rg.ActorIndex.default().find("Skerry Brigade")


def test_everything_dropped_into_the_package_is_found_everywhere(tmp_path):
    package = tmp_path / "relgraph"
    shutil.copytree(Path(rg.__file__).parent, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "data" / "actors" / "zz_more.toml").write_text(ACTORS, encoding="utf-8")
    (package / "data" / "relations" / "zz_more.toml").write_text(TYPE, encoding="utf-8")
    (package / "readers" / "shout.py").write_text(READER, encoding="utf-8")
    (package / "formats" / "whisper.py").write_text(FORMAT, encoding="utf-8")
    (tmp_path / "letter.shout").write_text("SHOUT The Fjord Front has twinned with Chad.", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}

    def run(*arguments: str) -> str:
        command = [sys.executable, *arguments]
        done = subprocess.run(
            command, check=False, cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8"
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    where, title, relation, actor = run("-c", PROGRAM).splitlines()
    assert where.startswith(str(package))
    assert title == "Shouted"
    assert relation == "('Fjord Front', 'cooperates.twins', 'Chad')"
    assert actor == "group/fjord-front"
    assert (tmp_path / "graph.whisper").read_text(encoding="utf-8") == "Fjord Front cooperates.twins Chad\n"
    for suffix in (".ttl", ".jsonl", ".csv", ".graphml"):
        assert "twins" in (tmp_path / f"graph{suffix}").read_text(encoding="utf-8"), suffix
    assert "whisper" in run("-m", "relgraph", "formats")
    assert "cooperates.twins" in run("-m", "relgraph", "query", "graph.jsonl", "--type", "twins", "--format", "csv")
