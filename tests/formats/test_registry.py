"""Formats are found: in the folder, and by entry points, without a list and without heavy imports."""

import subprocess
import sys
from types import SimpleNamespace

import pytest
from sample_graphs import sample

import relgraph.formats
from relgraph.errors import FormatError
from relgraph.formats import formats, read_graph, write_graph

MODULE = '''"""Ids: one id of a relation a line."""

NAME = "ids"
SUFFIXES = (".ids", ".rel.ids")


def write(graph, stream, *, end="\\n"):
    """Write the ids."""
    stream.write("".join(relation.id + end for relation in graph).encode())
'''


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Install a package with an entry point as pip would, and let it go afterwards."""

    def install(value, source=MODULE):
        (tmp_path / "ids_of_others.py").write_text(source, encoding="utf-8")
        info = tmp_path / "ids_of_others-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text("Metadata-Version: 2.1\nName: ids-of-others\nVersion: 1.0\n", encoding="utf-8")
        (info / "entry_points.txt").write_text(f"[relgraph.formats]\nids = {value}\n", encoding="utf-8")
        monkeypatch.syspath_prepend(tmp_path)

    yield install
    sys.modules.pop("ids_of_others", None)


def test_a_format_of_an_installed_package_is_found(installed, tmp_path):
    assert "ids" not in {info.name for info in formats()}
    installed("ids_of_others")
    found = {info.name: info for info in formats()}["ids"]
    assert (found.suffixes, found.readable) == ((".ids", ".rel.ids"), False)
    assert found.description == "Ids: one id of a relation a line."
    write_graph(sample(), tmp_path / "graph.rel.ids", end=";")
    assert (tmp_path / "graph.rel.ids").read_text(encoding="utf-8").count(";") == len(sample())
    with pytest.raises(FormatError, match="ids can be written but not read back"):
        read_graph(tmp_path / "graph.ids")


def test_a_format_may_be_an_object(installed):
    installed(
        "ids_of_others:FORMAT",
        "class Ids:\n    NAME, SUFFIXES = 'ids', ('.ids',)\n    def write(self, graph, stream): ...\nFORMAT = Ids()",
    )
    assert "ids" in {info.name for info in formats()}


def test_an_entry_point_that_is_no_format_is_named(installed):
    installed("ids_of_others", "NAME = 'ids'")
    with pytest.raises(FormatError, match=r"ids = 'ids_of_others' is no format: it needs NAME, SUFFIXES, write\(\)"):
        formats()


def test_two_formats_of_one_name_are_refused(installed):
    installed("ids_of_others", MODULE.replace('"ids"', '"jsonl"'))
    with pytest.raises(FormatError, match="two formats are called 'jsonl': jsonl and ids_of_others"):
        formats()


def test_two_formats_of_one_suffix_are_refused(installed):
    installed("ids_of_others", MODULE.replace('".ids"', '".csv"'))
    with pytest.raises(FormatError, match=r"csv and ids both have the suffix '\.csv'"):
        formats()


def test_a_module_dropped_into_the_folder_is_found(tmp_path, monkeypatch):
    (tmp_path / "dropped.py").write_text(MODULE.replace('"ids"', '"dropped"'), encoding="utf-8")
    monkeypatch.setattr(relgraph.formats, "__path__", [*relgraph.formats.__path__, str(tmp_path)])
    try:
        assert "dropped" in {info.name for info in formats()}
    finally:
        sys.modules.pop("relgraph.formats.dropped", None)
        vars(relgraph.formats).pop("dropped", None)


def test_looking_for_formats_loads_nothing_heavy():
    program = (
        "import sys, relgraph.formats; relgraph.formats.formats()\n"
        "print([name for name in ('rdflib', 'networkx', 'pandas', 'spacy', 'lxml') if name in sys.modules])"
    )
    result = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert result.stdout.strip() == "[]"


def test_an_object_without_write_is_no_format():
    assert not isinstance(SimpleNamespace(NAME="x", SUFFIXES=(".x",)), relgraph.formats.Format)
