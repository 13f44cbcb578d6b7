"""A new reader is found by its module or its entry point; nothing else is edited."""

import os
import shutil
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

import relgraph
from relgraph.readers import base, html, read, registry, text, unfolding
from relgraph.readers.base import Reading
from relgraph.readers.containers.base import Container
from relgraph.readers.inputs import BytesInput

MODULE = """
from relgraph.readers.base import Reading

SUFFIXES = (".shout",)


def sniff(data):
    return data.startswith(b"SHOUT")


def read_bytes(data, *, keep, encoding):
    return Reading(data.decode("utf-8").removeprefix("SHOUT ").capitalize(), title="Shouted")
"""


@pytest.fixture
def fresh():
    registry.readers.cache_clear()
    yield
    registry.readers.cache_clear()


def test_own_readers():
    assert registry.reader_for(".TXT") is text
    assert registry.reader_for(".htm") is html
    assert registry.reader_for(".xyz") is None
    assert {".txt", ".html", ".htm"} <= set(registry.suffixes())
    assert all(isinstance(reader, base.Reader) for reader in registry.readers().values())


def test_a_module_dropped_into_the_folder_is_a_reader(tmp_path):
    shutil.copytree(Path(relgraph.__file__).parent, tmp_path / "relgraph", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "relgraph" / "readers" / "shout.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "a.shout").write_text("TOGO MET BENIN.", encoding="utf-8")
    program = (
        "import relgraph.readers as r; d = r.read('a.shout'); print(r.__file__); print(d.title, d.text, d.source); "
        "print(r.read(b'SHOUT IT RAINED.').text); print(r.registry.suffixes())"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    where, found, sniffed, suffixes = done.stdout.splitlines()
    assert where.startswith(str(tmp_path))
    assert found == "Shouted Togo met benin. a.shout"
    assert sniffed == "It rained."
    assert ".shout" in suffixes


class Paper:
    SUFFIXES = (".pdf",)

    @staticmethod
    def read_bytes(data, *, keep, encoding):
        return Reading(f"{len(data)} bytes of paper, {keep}")


def test_an_entry_point_is_a_reader(tmp_path, monkeypatch, fresh):
    entry = EntryPoint(name="paper", value=f"{__name__}:Paper", group=registry.GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda self: Paper)
    monkeypatch.setattr(registry, "entry_points", lambda group: [entry] if group == registry.GROUP else [])
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4")
    assert read(path, keep="all").text == "8 bytes of paper, all"


def test_an_entry_point_that_is_no_reader_is_named(monkeypatch, fresh):
    entry = EntryPoint(name="odd", value="os:path", group=registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [entry])
    with pytest.raises(TypeError, match="'odd'"):
        registry.readers()


class Ledger:
    SUFFIXES = (".ledger",)
    MAGIC = (b"LEDGER",)

    @staticmethod
    def parts(stream, where):
        for number, line in enumerate(stream.read().splitlines()[1:], 1):
            yield BytesInput(where.part(number), line)


def test_an_entry_point_is_a_container(tmp_path, monkeypatch):
    entry = EntryPoint(name="ledger", value=f"{__name__}:Ledger", group=unfolding.GROUP)
    monkeypatch.setattr(EntryPoint, "load", lambda self: Ledger)
    monkeypatch.setattr(registry, "entry_points", lambda group: [entry] if group == unfolding.GROUP else [])
    unfolding.containers.cache_clear()
    try:
        assert ".ledger" in unfolding.known_suffixes()
        content = b"LEDGER\nTogo met Benin.\nGhana thanked Mali."
        (tmp_path / "a.ledger").write_bytes(content)
        found = [(document.text, document.source) for document in relgraph.read_many(tmp_path)]
        name = str(tmp_path / "a.ledger")
        assert found == [("Togo met Benin.", f"{name}#1"), ("Ghana thanked Mali.", f"{name}#2")]
        assert [document.text for document in relgraph.read_many(content)] == ["Togo met Benin.", "Ghana thanked Mali."]
        monkeypatch.setattr(EntryPoint, "load", lambda self: Paper)
        unfolding.containers.cache_clear()
        with pytest.raises(
            TypeError, match=r"'ledger' of relgraph\.containers is no container: it needs SUFFIXES and parts"
        ):
            unfolding.containers()
    finally:
        unfolding.containers.cache_clear()


def test_every_container_has_its_face():
    assert {"compressed", "jsonlines", "mailbox", "parquet", "table", "tarred", "warc", "zipped"} <= set(
        unfolding.containers()
    )
    assert all(isinstance(container, Container) for container in unfolding.containers().values())


def test_importing_the_readers_is_quick():
    program = "import sys, relgraph.readers; relgraph.readers.read_many([]); "
    program += "names = ('trafilatura', 'lxml', 'spacy', 'charset_normalizer', 'pyarrow', 'warcio', 'brotli'); "
    program += "print([m for m in names if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
