"""What every format must do, whichever it is: a new one is tested here by being found."""

import inspect
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sample_graphs import NASTY, sample

from relgraph.errors import FormatError, UsageError
from relgraph.formats import (
    Format,
    ReadableFormat,
    formats,
    graph_to_bytes,
    graph_to_string,
    read_graph,
    write_graph,
)
from relgraph.formats.registry import by_name
from relgraph.graph import RelationGraph

FORMATS = [pytest.param(info, id=info.name) for info in formats()]
every_format = pytest.mark.parametrize("info", FORMATS)
every_readable_format = pytest.mark.parametrize("info", [each for each in FORMATS if each.values[0].readable])
every_lossless_format = pytest.mark.parametrize("info", [each for each in FORMATS if each.values[0].lossless])


def path_for(info, folder: Path) -> Path:
    return folder / f"graph{info.suffixes[0]}"


def test_the_formats_that_ship_are_all_found():
    assert {info.name for info in formats()} >= {"csv", "graphml", "jsonl", "jsonld", "ntriples", "turtle"}


@every_format
def test_the_module_has_the_shape_of_a_format(info):
    module = by_name(info.name)
    assert isinstance(module, Format)
    assert isinstance(module, ReadableFormat) == info.readable
    assert info.suffixes
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in info.suffixes)
    assert info.description.endswith(".")
    first, second, *options = inspect.signature(module.write).parameters.values()
    assert (first.name, second.name) == ("graph", "stream")
    assert all(option.kind is option.KEYWORD_ONLY and option.default is not option.empty for option in options)
    if info.readable:
        assert list(inspect.signature(module.read).parameters) == ["stream"]
        assert info.lossless == (not info.omits)
    assert not info.omits.endswith(".")


@every_format
def test_a_file_holds_what_the_bytes_and_the_string_say(info, tmp_path):
    for suffix in info.suffixes:
        path = tmp_path / f"graph{suffix.upper()}"
        write_graph(sample(), path)
        assert path.read_bytes() == graph_to_bytes(sample(), info.name)
        if not info.binary:
            assert path.read_bytes().decode("utf-8") == graph_to_string(sample(), info.name)


@every_format
def test_what_is_no_text_gives_no_string_and_goes_into_no_text_stream(info):
    if not info.binary:
        write_graph(sample(), stream := io.StringIO(), info.name)
        assert stream.getvalue() == graph_to_string(sample(), info.name)
        return
    with pytest.raises(UsageError, match=f"{info.name} is no text: use graph_to_bytes"):
        graph_to_string(sample(), info.name)
    with pytest.raises(UsageError, match="opened for bytes"):
        write_graph(sample(), io.StringIO(), info.name)


@every_lossless_format
def test_what_is_lossless_gives_the_identical_graph(info):
    back = read_graph(io.BytesIO(graph_to_bytes(sample(), info.name)), info.name)
    assert back == sample()
    assert back.extractions() == sample().extractions()


@every_format
def test_an_empty_graph_gives_no_empty_file(info, tmp_path):
    path = path_for(info, tmp_path)
    write_graph(RelationGraph([]), path)
    assert path.stat().st_size > 0
    if info.readable:
        assert read_graph(path) == RelationGraph([])


@every_format
def test_the_bytes_depend_on_nothing_but_the_content(info):
    graph = sample()
    shuffled = RelationGraph(reversed(graph.extractions()))
    assert graph_to_bytes(graph, info.name) == graph_to_bytes(shuffled, info.name)
    assert graph_to_bytes(graph, info.name) != graph_to_bytes(sample(published=None), info.name)


def test_the_bytes_are_the_same_in_another_process():
    program = (
        "import sys; from sample_graphs import sample; from relgraph.formats import formats, graph_to_bytes\n"
        "for info in formats(): sys.stdout.buffer.write(graph_to_bytes(sample(), info.name))"
    )
    root = Path(__file__).parents[2]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": f"{Path(__file__).parent}{os.pathsep}{root}"},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


@every_format
def test_a_full_disk_leaves_the_old_file_and_no_debris(info, tmp_path):
    resource = pytest.importorskip("resource", reason="limits of POSIX")
    path = path_for(info, tmp_path)
    write_graph(RelationGraph([]), path)
    before = path.read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) + 500, hard))  # the kernel refuses to write further
    try:
        with pytest.raises(OSError, match="too large"):
            write_graph(sample(), path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@every_format
def test_a_failure_in_the_middle_leaves_nothing_new(info, tmp_path):
    class Broken(RelationGraph):
        def extractions(self, **_):
            raise RuntimeError("lost")

        relations = extractions

    path = path_for(info, tmp_path)
    with pytest.raises(RuntimeError, match="lost"):
        write_graph(Broken([]), path)
    assert list(tmp_path.iterdir()) == []


@every_format
def test_reading_gives_the_graph_or_says_which_formats_do(info, tmp_path):
    path = path_for(info, tmp_path)
    write_graph(sample(), path)
    if info.readable:
        read = read_graph(path)
        assert graph_to_bytes(read, info.name) == path.read_bytes()
        assert [each.id for each in read] == [each.id for each in sample()]
        return
    with pytest.raises(FormatError, match=f"{info.name} can be written but not read back.*jsonl"):
        read_graph(path)


@every_readable_format
@pytest.mark.parametrize("content", [b"", b"\x00\xff\xfe", b"plain words\n", b"{}\n", b"<a/>", b"<a><b></a>"])
def test_a_file_of_something_else_is_refused(info, content):
    with pytest.raises(FormatError):
        read_graph(io.BytesIO(content), info.name)


@every_readable_format
def test_every_prefix_of_a_file_is_refused(info):
    whole = graph_to_bytes(sample(), info.name)
    whole = whole if info.binary else whole.rstrip()
    for length in range(0, len(whole), max(97, len(whole) // 150)):
        with pytest.raises(FormatError):
            read_graph(io.BytesIO(whole[:length]), info.name)


@every_format
def test_hostile_words_do_no_harm(info):
    graph = sample()
    for words in NASTY:
        hostile = RelationGraph(
            extraction.model_copy(
                update={
                    "document": extraction.document.model_copy(update={"title": words, "source": words}),
                    "actors": tuple(
                        actor.model_copy(update={"name": words, "code": words}) for actor in extraction.actors
                    ),
                }
            )
            for extraction in graph.extractions()
        )
        content = graph_to_bytes(hostile, info.name)
        assert info.binary or content.decode("utf-8")
        if info.lossless:
            assert read_graph(io.BytesIO(content), info.name) == hostile
        elif info.readable:
            assert len(read_graph(io.BytesIO(content), info.name)) == len(graph)
