"""JSON Lines: nothing is lost, and damage is named by its line."""

import io
import json

import pytest
from hypothesis import HealthCheck, given, settings
from sample_graphs import graphs, sample

from relgraph.errors import FormatError
from relgraph.formats import graph_to_string, read_graph
from relgraph.graph import RelationGraph
from relgraph.model import Actor, Document, Extraction

TEXT = graph_to_string(sample(), "jsonl")
LINES = TEXT.splitlines()


def read(text: str) -> RelationGraph:
    return read_graph(io.StringIO(text), "jsonl")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(graphs())
def test_any_graph_comes_back_exactly(graph):
    text = graph_to_string(graph, "jsonl")
    back = read(text)
    assert back == graph
    assert back.extractions() == graph.extractions()
    assert graph_to_string(back, "jsonl") == text


def test_every_line_is_one_value_of_a_known_kind():
    assert json.loads(LINES[0]) == {"relgraph": 1, "actor": 4, "document": 2, "mention": 8, "relation": 5}
    kinds = [next(iter(json.loads(line))) for line in LINES[1:]]
    assert kinds == ["actor"] * 4 + ["document"] * 2 + ["mention"] * 8 + ["relation"] * 5


def test_what_is_default_or_unknown_is_left_out():
    assert "null" not in TEXT
    assert "[]" not in TEXT
    assert '"language"' not in TEXT
    assert json.loads(LINES[3]) == {
        "actor": {"id": "organization/acme-söhne", "name": "Acme & Söhne", "kind": "organization"}
    }
    assert '"polarity":"affirmed"' not in TEXT
    assert '"polarity":"negated"' in TEXT


def test_actors_that_nothing_mentions_are_kept_with_their_document():
    document, other = Document(id="a", text="x"), Document(id="b", text="y")
    actor = Actor(id="country/IRN", name="Iran", kind="country")
    graph = RelationGraph([Extraction(document=document, actors=(actor,)), Extraction(document=other)])
    assert read(graph_to_string(graph, "jsonl")).extractions() == graph.extractions()


def test_files_can_be_concatenated():
    other = RelationGraph([Extraction(document=Document(id="zz", text="more"))])
    assert read(TEXT + graph_to_string(other, "jsonl")) == sample() | other
    assert read(TEXT + TEXT) == sample()


def test_a_byte_order_mark_and_windows_line_ends_do_no_harm():
    assert read("\ufeff" + TEXT.replace("\n", "\r\n")) == sample()


def test_a_header_without_counts_is_enough():
    assert read("\n".join(['{"relgraph":1}', *LINES[1:]])) == sample()


def test_reading_and_writing_go_line_by_line():
    class Once(io.RawIOBase):
        """Gives and takes a line at a time, and refuses to do it all at once."""

        def __iter__(self):
            return (f"{line}\n".encode() for line in LINES)

        def read(self, *_):
            raise AssertionError("read all at once")

    assert read_graph(Once(), "jsonl") == sample()


def changed(number: int, line: str) -> str:
    return "\n".join([*LINES[: number - 1], line, *LINES[number:]])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "the file is empty"),
        ("\n", "line 1: not JSON"),
        (changed(1, '{"actor":{}}'), "line 1: this is no graph of relgraph"),
        (changed(1, '{"relgraph":2}'), "line 1: the file has version 2, this relgraph reads version 1"),
        (changed(3, LINES[2][:-5]), "line 3: not JSON"),
        (changed(3, "[1]"), "line 3: expected a JSON object"),
        (changed(3, '{"actor":7}'), "line 3: expected an object with one of actor, document"),
        (changed(3, '{"actor":{"id":"x","name":"X","kind":"king"}}'), r"line 3, actor\.kind: Input should be"),
        (changed(3, '{"actor":{"id":"x","name":"X","kind":"igo","size":3}}'), r"line 3, actor\.size: Extra inputs"),
        (changed(6, '{"document":{"id":"d"}}'), r"line 6, document\.text: Field required"),
        (changed(6, '{"document":{"id":"d","text":""},"actors":"x"}'), "line 6: actors is not a list of ids"),
        (changed(8, LINES[7].replace("news/2021 no.1", "other")), "line 8: there is no line for the document 'other'"),
        (changed(8, LINES[7].replace('"end":', '"end":9')), r"line 8, mention\.span: Value error, span .* length"),
        (changed(16, '{"relation":{"type":"fights.attacks"}}'), r"line 16, relation\.source: Field required"),
        (changed(16, '{"relation":{"evidence":[]}}'), r"line 16, relation\.source: Field required"),
        (
            changed(16, LINES[15].replace('"evidence":', '"evidence":7,"x":')),
            r"line 16, relation\.evidence: Input should",
        ),
        (
            changed(16, '{"relation":{"source":1,"target":2,"type":3,"evidence":4}}'),
            "line 16, relation: .* not iterable",
        ),
        ("\n".join(LINES[:-1]), "line 19: .* announces 5 relation lines, there are 4"),
        ("\n".join([*LINES[:-1], TEXT]), "line 20: .* announces 5 relation lines, there are 4"),
        ("\n".join([*LINES[:2], *LINES[3:]]), "announces 4 actor lines, there are 3"),
        ("\n".join(['{"relgraph":1}', *LINES[2:]]), "names the actor 'country/IRN', which has no line"),
        ("[" * 100_000, "line 1: not JSON"),
    ],
)
def test_damage_is_named_by_its_line(text, message):
    with pytest.raises(FormatError, match=message):
        read(text)


def test_bytes_that_are_no_utf8_are_named_by_their_line():
    broken = TEXT.encode("utf-8").replace(b"Persia", b"P\xe9rsia")
    with pytest.raises(FormatError, match="line 2: not JSON in UTF-8"):
        read_graph(io.BytesIO(broken), "jsonl")


def test_texts_that_contradict_each_other_are_refused():
    with pytest.raises(FormatError, match="contradicts itself: two different texts"):
        read(TEXT + TEXT.replace("Nothing here.", "Something else."))
