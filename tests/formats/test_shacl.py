"""The shapes: the file is what the vocabulary says, all that is written conforms, and every kind of fault is found."""

import io

import pytest
import rdflib
from hypothesis import HealthCheck, given, settings
from sample_graphs import graphs, sample

from relgraph.errors import ReadError
from relgraph.formats import formats, graph_to_bytes, graph_to_string, write_graph
from relgraph.formats.terms import RG
from relgraph.graph import RelationGraph
from relgraph.shacl import validate
from relgraph.shacl.shapes import FILE, SHAPES, build

RDF_FORMATS = ("turtle", "ntriples", "trig", "rdfxml", "jsonld")
TURTLE = graph_to_string(sample(), "turtle")


def test_the_file_is_up_to_date():
    assert FILE.read_text(encoding="utf-8") == build()


def test_the_shapes_are_sound_themselves():
    shapes = rdflib.Graph().parse(str(FILE), format="turtle")
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    used = set(shapes.objects(None, sh.property)) | set(shapes.objects(None, sh.node))
    assert len(used) > 60
    assert all((shape, sh.path, None) in shapes for shape in used)


@pytest.mark.parametrize("name", RDF_FORMATS)
@pytest.mark.parametrize("options", [{}, {"text": False, "mentions": False}], ids=["whole", "brief"])
def test_what_is_written_conforms(name, options):
    report = validate(io.BytesIO(graph_to_bytes(sample(), name, **options)), name)
    assert report, str(report)
    assert report.conforms
    assert report.faults == ()


@given(graph=graphs())
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_graph_conforms(graph):
    report = validate(graph)
    assert report, str(report)


def test_an_empty_graph_conforms():
    assert validate(RelationGraph([]))


FAULTS = {
    "a value that there is not": ("rg:polarity polarity:negated", "rg:polarity polarity:denied", "Relation-polarity"),
    "too sure": ("rg:confidence 0.9", "rg:confidence 1.9", "Relation-confidence"),
    "a confidence in words": ("rg:confidence 0.9", 'rg:confidence "high"', "Relation-confidence"),
    "two sources": ("rg:source person:orlov", "rg:source person:orlov, country:IRN", "Relation-source"),
    "a source that is no actor": ("rg:source person:orlov", "rg:source type:restrains", "Relation-source"),
    "no frame": ('rg:frame "cooperates.consults/meet"', "rdfs:seeAlso rg:Relation", "Annotation-frame"),
    "a date that is none": ('"2021-05-24"^^xsd:date', '"in May"^^xsd:date', "Relation-start"),
    "an end before the start": ("oa:start 0 ;", "oa:start 9999 ;", "TextPositionSelector-oa-start"),
    "a name of two": ('rdfs:label "Iran"', 'rdfs:label "Iran", "Persia"', "Actor-rdfs-label"),
}


@pytest.mark.parametrize(("old", "new", "shape"), FAULTS.values(), ids=FAULTS)
def test_a_planted_fault_is_found(old, new, shape):
    planted = TURTLE.replace(old, new)
    if planted == TURTLE:  # numbers with a type of their own
        old, new = (text.replace("oa:start 0", 'oa:start "0"^^xsd:nonNegativeInteger') for text in (old, new))
        planted = TURTLE.replace(old, new.replace("9999", '"9999"^^xsd:nonNegativeInteger'))
    assert planted != TURTLE
    report = validate(io.BytesIO(planted.encode()), "turtle")
    assert not report
    assert SHAPES + shape in {fault.shape for fault in report.faults}
    assert "Constraint Violation" in str(report)


def test_a_direct_triple_that_no_relation_bears_out_is_found():
    planted = TURTLE + "\ncountry:IRN rg:sanctions country:RUS .\n"
    (fault,) = validate(io.BytesIO(planted.encode()), "turtle").faults
    assert fault.focus.endswith("country/IRN")
    assert fault.path == RG + "sanctions"
    assert "affirmed, actual relation" in fault.message


def test_a_relation_without_a_name_is_seen_too():
    planted = TURTLE + "\n[] a rg:Relation .\n"
    assert len(validate(io.BytesIO(planted.encode()), "turtle").faults) > 5


def test_formats_that_are_no_rdf_are_checked_as_the_rdf_that_they_give(tmp_path):
    readable = [info for info in formats() if info.readable and info.name not in RDF_FORMATS]
    assert {"jsonl", "graphml"} <= {info.name for info in readable}
    for info in readable:
        path = tmp_path / f"graph{info.suffixes[0]}"
        write_graph(sample(), path)
        assert validate(path), info.name


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(ReadError, match="no file"):
        validate(tmp_path / "none.ttl")
