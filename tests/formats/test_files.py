"""Paths, streams, options, and files that appear whole or not at all."""

import io
import os
import stat
import sys

import pytest
from sample_graphs import sample

import relgraph.formats.files
from relgraph.errors import FormatError, ReadError, UnknownFormatError, UsageError
from relgraph.formats import graph_to_string, read_graph, write_graph
from relgraph.formats.files import atomic_writer

JSONL = graph_to_string(sample(), "jsonl")


def test_a_named_format_wins_over_the_suffix(tmp_path):
    write_graph(sample(), tmp_path / "graph.txt", format="jsonl")
    assert (tmp_path / "graph.txt").read_text(encoding="utf-8") == JSONL
    assert read_graph(str(tmp_path / "graph.txt"), "jsonl") == sample()


@pytest.mark.parametrize("name", ["graph.xyz", "graph", "jsonl", ".jsonl", "graph.jsonl.bak"])
def test_an_unknown_suffix_lists_those_that_exist(name, tmp_path):
    with pytest.raises(UnknownFormatError, match=r"\.csv, .*\.graphml, .*\.jsonl, .*\.ndjson, .*\.ttl, .*\.turtle"):
        write_graph(sample(), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_name_lists_those_that_exist(tmp_path):
    with pytest.raises(UnknownFormatError, match=r"'xlsx'.*csv, .*graphml, .*jsonl, .*turtle"):
        write_graph(sample(), tmp_path / "graph.jsonl", format="xlsx")


def test_a_name_may_be_a_suffix():
    assert graph_to_string(sample(), "ttl") == graph_to_string(sample(), ".TTL") == graph_to_string(sample(), "turtle")


def test_an_unknown_option_lists_those_that_exist(tmp_path):
    with pytest.raises(UsageError, match=r"csv has no option 'guard'; there are guard_formulas, ontology"):
        write_graph(sample(), tmp_path / "graph.csv", guard=True)
    with pytest.raises(UsageError, match="jsonl has no option 'indent'; it has none"):
        graph_to_string(sample(), "jsonl", indent=2)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"there is no folder .*absent; create it first"):
        write_graph(sample(), tmp_path / "absent" / "graph.jsonl")


def test_a_folder_is_no_file(tmp_path):
    (tmp_path / "graph.jsonl").mkdir()
    with pytest.raises(UsageError, match="is a folder"):
        write_graph(sample(), tmp_path / "graph.jsonl")
    with pytest.raises(ReadError, match="is a folder"):
        read_graph(tmp_path / "graph.jsonl")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(ReadError, match=r"there is no file .*absent\.jsonl"):
        read_graph(tmp_path / "absent.jsonl")


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failure_at_the_end_leaves_the_old_file(failing, tmp_path, monkeypatch):
    path = tmp_path / "graph.jsonl"
    path.write_text("old", encoding="utf-8")

    def fail(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(relgraph.formats.files.os, failing, fail)
    with pytest.raises(OSError, match="No space left"):
        write_graph(sample(), path)
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_written_is_an_error(tmp_path):
    with pytest.raises(FormatError, match="nothing was written"), atomic_writer(tmp_path / "file"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_not_seen_before_it_is_whole(tmp_path):
    path = tmp_path / "graph.jsonl"
    with atomic_writer(path) as stream:
        stream.write(b"half")
        stream.flush()
        assert not path.exists()
    assert path.read_bytes() == b"half"


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_modes_are_those_of_any_file_of_the_user(tmp_path):
    plain, path = tmp_path / "plain", tmp_path / "graph.jsonl"
    plain.touch()
    write_graph(sample(), path)
    assert path.stat().st_mode == plain.stat().st_mode
    path.chmod(0o640)
    write_graph(sample(), path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "data").mkdir()
    real, link = tmp_path / "data" / "real.jsonl", tmp_path / "link.jsonl"
    link.symlink_to(real)
    write_graph(sample(), link)
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == JSONL


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    # Stands for devices too. Never try this on a real one: were the guard to fail, root would replace it.
    path = tmp_path / "pipe.jsonl"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_graph(sample(), path)
        assert path.is_fifo()
        assert os.read(reader, 1 << 16).decode("utf-8") == JSONL
    finally:
        os.close(reader)


def test_a_name_as_long_as_the_system_allows(tmp_path):
    path = tmp_path / ("n" * 249 + ".jsonl")
    write_graph(sample(), path)
    assert read_graph(path) == sample()


def test_streams_are_written_and_read_binary_or_text():
    binary, text = io.BytesIO(), io.StringIO()
    write_graph(sample(), binary, "jsonl")
    write_graph(sample(), text, "jsonl")
    assert binary.getvalue().decode("utf-8") == text.getvalue() == JSONL
    assert read_graph(io.BytesIO(JSONL.encode("utf-8")), "jsonl") == read_graph(io.StringIO(JSONL), "jsonl") == sample()


def test_a_text_file_keeps_its_order_and_its_line_ends(tmp_path):
    with (tmp_path / "out.txt").open("w", encoding="latin-1") as stream:
        stream.write("before\n")
        write_graph(sample(), stream, "csv")
    assert (tmp_path / "out.txt").read_bytes() == b"before\n" + graph_to_string(sample(), "csv").encode("utf-8")


def test_a_dash_is_standard_output_and_input(capsysbinary, monkeypatch):
    write_graph(sample(), "-", "jsonl")
    assert capsysbinary.readouterr().out.decode("utf-8") == JSONL
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(JSONL.encode("utf-8"))))
    assert read_graph("-", "jsonl") == sample()


def test_a_stream_needs_a_format():
    with pytest.raises(UsageError, match="name its format"):
        write_graph(sample(), "-")
    with pytest.raises(UsageError, match="name its format"):
        read_graph(io.BytesIO())
