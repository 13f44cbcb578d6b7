"""SPARQL: the same answers from every engine, in every form, and never a step outside the process."""

import datetime
import json
import pickle
import socket
import sys

import pandas
import pytest
from sample_graphs import TEXT, sample

from relgraph import MissingDependencyError, SparqlResult, SparqlStore
from relgraph.errors import FormatError, UsageError
from relgraph.formats.compact import compact_iri
from relgraph.formats.terms import PREFIXES, actor_iri
from relgraph.graph import RelationGraph
from relgraph.ontology import Ontology
from relgraph.sparql.result import python_value

IRAN, RUSSIA, ORLOV = (str(actor_iri(name)) for name in ("country/IRN", "country/RUS", "person/orlov"))
every_engine = pytest.mark.parametrize("engine", ["rdflib", "oxigraph"])


@pytest.fixture(scope="module")
def graph():
    return sample()


@pytest.fixture(autouse=True)
def no_network(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)


# What it answers


@every_engine
def test_a_family_and_an_inverse_can_be_asked_for(graph, engine):
    assert graph.sparql("SELECT ?who { ?who rg:cooperatesWith country:IRN }", engine=engine) == [{"who": ORLOV}]
    rows = graph.sparql("SELECT ?name { country:IRN rg:attackedBy/rdfs:label ?name }", engine=engine)
    assert rows == [{"name": "Russia"}]


@every_engine
def test_a_family_reaches_its_types_through_the_vocabulary(graph, engine):
    rows = graph.sparql(
        "SELECT ?p { ?p rdfs:subPropertyOf* rg:fights . country:RUS ?p country:IRN } ORDER BY ?p", engine=engine
    )
    assert [compact_iri(row["p"]) for row in rows] == ["rg:attacks", "rg:fights"]


@every_engine
def test_the_words_can_be_asked_for(graph, engine):
    rows = graph.sparql(
        """SELECT ?what ?start ?words WHERE {
             ?relation rg:source/rg:parent* country:RUS ;
                       rg:type/skos:broader type:cooperates ;
                       rg:type/skos:prefLabel ?what ;
                       rg:evidence/oa:hasTarget/oa:hasSelector/oa:exact ?words .
             OPTIONAL { ?relation rg:start ?start }
             FILTER(?start > "2021-05-01"^^xsd:date) }""",
        engine=engine,
    )
    assert rows == [{"what": "consults with", "start": datetime.date(2021, 5, 24), "words": TEXT[: TEXT.index("\r")]}]


@every_engine
def test_unbound_is_none_and_other_kinds_of_query_give_rows(graph, engine):
    rows = graph.sparql("SELECT ?x ?y { country:IRN rg:code ?x OPTIONAL { country:IRN rg:sector ?y } }", engine=engine)
    assert rows == [{"x": "IRN", "y": None}]
    yes = graph.sparql("ASK { country:RUS rg:attacks country:IRN }", engine=engine)
    no = graph.sparql("ASK { country:IRN rg:attacks country:RUS }", engine=engine)
    assert (bool(yes), bool(no), len(no)) == (True, False, 1)
    assert yes == [{"ask": True}]
    assert (repr(yes), repr(no)) == ("SparqlResult: yes", "SparqlResult: no")
    rows = graph.sparql("CONSTRUCT { ?a rg:code ?c } WHERE { ?a rg:code ?c }", engine=engine)
    assert rows == [
        {"subject": IRAN, "predicate": PREFIXES["rg"] + "code", "object": "IRN"},
        {"subject": RUSSIA, "predicate": PREFIXES["rg"] + "code", "object": "RUS"},
    ]
    assert {row["object"] for row in graph.sparql("DESCRIBE country:IRN", engine=engine)} >= {"Iran", "Persia"}


@every_engine
def test_values_are_plain(graph, engine):
    rows = graph.sparql(
        """SELECT ?i ?d ?b ?day ?s ?odd ?l ?t {
             VALUES (?i ?d ?b ?day ?s ?odd ?l ?t) {
               (7 0.5 true "2021-06-01"^^xsd:date "x" "NaN"^^xsd:double "x"@en
                "2021-06-01T01:02:03Z"^^xsd:dateTime) } }""",
        engine=engine,
    )
    (row,) = rows
    assert row["odd"] != row["odd"]  # not a number
    del row["odd"]
    day = datetime.date(2021, 6, 1)
    time = datetime.datetime(2021, 6, 1, 1, 2, 3, tzinfo=datetime.UTC)
    assert row == {"i": 7, "d": 0.5, "b": True, "day": day, "s": "x", "l": "x", "t": time}
    assert [type(value) for value in row.values()] == [int, float, bool, datetime.date, str, str, datetime.datetime]


def test_a_literal_that_its_datatype_does_not_allow_is_its_text():
    date = {"type": "literal", "value": "-0044-03-15", "datatype": PREFIXES["xsd"] + "date"}
    assert python_value(date) == "-0044-03-15"


@every_engine
def test_without_an_order_rows_are_sorted(graph, engine):
    rows = graph.sparql("SELECT ?n { ?a a/rdfs:subClassOf rg:Actor ; rdfs:label ?n }", engine=engine)
    assert [row["n"] for row in rows] == ["Acme & Söhne", "Iran", "Orlov", "Russia"]
    query = "SELECT ?n { ?a a/rdfs:subClassOf rg:Actor ; rdfs:label ?n } ORDER BY DESC(?n) LIMIT 3"
    assert [row["n"] for row in graph.sparql(query, engine=engine)] == ["Russia", "Orlov", "Iran"]
    rows = graph.sparql("SELECT ?x { VALUES ?x { 10 9 UNDEF <http://b> <http://a> 'z' 1.5 } }", engine=engine)
    assert [row["x"] for row in rows] == [None, "http://a", "http://b", 1.5, 9, 10, "z"]
    inner = "SELECT ?n { { SELECT ?n { ?a rdfs:label ?n ; rg:code ?c } ORDER BY DESC(?n) } }"
    assert [row["n"] for row in graph.sparql(inner, engine=engine)] == ["Iran", "Russia"]


@every_engine
def test_a_star_gives_the_variables_as_they_are_named(graph, engine):
    rows = graph.sparql("SELECT DISTINCT * { ?zone rg:attacks ?b . $a rdfs:label ?zz FILTER(?b = $a) }", engine=engine)
    assert rows.columns == ("zone", "b", "a", "zz")
    assert rows == [{"zone": RUSSIA, "b": IRAN, "a": IRAN, "zz": "Iran"}]


@every_engine
def test_a_type_of_the_users_own_has_its_own_property(graph, engine, tmp_path):
    (tmp_path / "more.toml").write_text(
        '[[type]]\nid = "cooperates.hosts"\nlabel = "hosts"\ndefinition = "Hosts."\nsign = 1\n'
        'iri = "hosts"\ninverse_iri = "hostedBy"\n',
        encoding="utf-8",
    )
    ontology = Ontology.default().extended([tmp_path / "more.toml"])
    (extraction, *_) = reversed(graph.extractions())
    relation = extraction.relations[0].model_copy(update={"type": "cooperates.hosts"})
    own = RelationGraph([extraction.model_copy(update={"relations": (relation,)})])
    store = SparqlStore(engine=engine).add(own, ontology=ontology)
    assert store.sparql("SELECT ?who { ?who rg:hostedBy ?by }") == [{"who": IRAN}, {"who": ORLOV}]
    assert store.sparql("ASK { ?who rg:cooperatesWith ?other }")
    known = SparqlStore(engine=engine).add(RelationGraph(own.extractions(), ontology=ontology))
    assert len(known) == len(store)


def test_a_graph_that_was_asked_can_be_pickled():
    graph = sample()
    assert graph.sparql("ASK { ?a rg:attacks ?b }", engine="oxigraph")
    again = pickle.loads(pickle.dumps(graph))
    assert again == graph
    assert again.sparql("ASK { ?a rg:attacks ?b }", engine="oxigraph")


# Its forms


@pytest.fixture(scope="module")
def codes(graph):
    return graph.sparql(
        "SELECT ?who ?code ?start { ?who rg:code ?code OPTIONAL { ?r rg:source ?who ; rg:start ?start } }"
    )


def test_a_result_is_a_sequence_of_rows(codes):
    first, second = codes
    assert first == {"who": IRAN, "code": "IRN", "start": None}
    assert codes[1] == codes[-1] == second
    assert codes[:1] == [first]
    assert isinstance(codes[:1], SparqlResult)
    assert codes.columns == ("who", "code", "start")
    first["code"] = "changed"
    assert codes[0]["code"] == "IRN"
    assert codes.to_dicts() == list(codes)
    assert pickle.loads(pickle.dumps(codes)) == codes
    assert codes != codes[:1]
    assert not codes[:0]


def test_its_repr_is_a_table_with_short_names(codes, monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    assert repr(codes).splitlines() == [
        "SparqlResult: 2 rows",
        "who          code  start",
        "country:IRN  IRN",
        "country:RUS  RUS",
    ]
    assert repr(codes[:0]) == "SparqlResult: 0 rows"
    assert "<td>country:IRN</td><td>IRN</td>" in codes._repr_html_()


def test_long_results_are_cut_and_marked_up_safely(graph):
    rows = graph.sparql('SELECT ?p ("<b>" AS ?x) { ?p a owl:ObjectProperty }')
    assert len(rows) > 40
    assert repr(rows).endswith(f"… and {len(rows) - 20} more rows")
    assert "<b>" not in rows._repr_html_()
    assert f"and {len(rows) - 20} more rows" in rows._repr_html_()


def test_a_frame_has_dates(graph):
    frame = graph.sparql("SELECT ?r ?start ?c { ?r rg:confidence ?c OPTIONAL { ?r rg:start ?start } }").to_frame()
    assert list(frame.columns) == ["r", "start", "c"]
    assert frame["start"].max() == pandas.Timestamp(2021, 5, 24)
    assert frame["start"].isna().sum() == 4
    assert frame["c"].dtype == float
    empty = graph.sparql("SELECT ?x ?y { ?x rg:nothing ?y }").to_frame()
    assert (len(empty), list(empty.columns)) == (0, ["x", "y"])


@every_engine
def test_json_is_that_of_the_standard(graph, engine):
    query = """SELECT ?who ?name ?d ?n ("x"@en AS ?l) {
                 VALUES ?who { country:RUS } ?who rdfs:label ?name OPTIONAL { ?who rg:demonym ?d }
                 BIND(3 AS ?n) OPTIONAL { ?who rg:nothing ?unbound } }"""
    assert json.loads(graph.sparql(query, engine=engine).to_json()) == {
        "head": {"vars": ["who", "name", "d", "n", "l"]},
        "results": {
            "bindings": [
                {
                    "who": {"type": "uri", "value": RUSSIA},
                    "name": {"type": "literal", "value": "Russia"},
                    "d": {"type": "literal", "value": "Russian"},
                    "n": {"type": "literal", "value": "3", "datatype": PREFIXES["xsd"] + "integer"},
                    "l": {"type": "literal", "value": "x", "xml:lang": "en"},
                }
            ]
        },
    }
    assert json.loads(graph.sparql("ASK {}", engine=engine).to_json()) == {"head": {}, "boolean": True}


def test_json_is_read_by_others(codes):
    import pyoxigraph

    parsed = pyoxigraph.parse_query_results(codes.to_json(), pyoxigraph.QueryResultsFormat.JSON)
    assert [[None if term is None else term.value for term in row] for row in parsed] == [
        [IRAN, "IRN", None],
        [RUSSIA, "RUS", None],
    ]


def test_csv_is_that_of_the_standard(graph, codes):
    assert codes.to_csv() == f"who,code,start\r\n{IRAN},IRN,\r\n{RUSSIA},RUS,\r\n"
    assert graph.sparql("""SELECT ('a"b,c' AS ?x) {}""").to_csv() == 'x\r\n"a""b,c"\r\n'


# Never outside


@every_engine
@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * WHERE { SERVICE <http://example.org/> { ?a ?b ?c } }",
        "SELECT * FROM <http://example.org/x.ttl> WHERE { ?a ?b ?c }",
        "SELECT * FROM NAMED <http://example.org/x.ttl> WHERE { ?a ?b ?c }",
        "SELECT * WHERE { ?a ?b ?c FILTER EXISTS { SERVICE <http://example.org/> { ?a ?b ?d } } }",
        "SELECT * WHERE { { SELECT ?a WHERE { OPTIONAL { SERVICE SILENT <http://example.org/> { ?a ?b ?d } } } } }",
    ],
)
def test_nothing_is_fetched(graph, engine, sparql):
    with pytest.raises(UsageError, match="never fetches"):
        graph.sparql(sparql, engine=engine)


@pytest.mark.parametrize(
    "sparql",
    [
        r"SELECT * { \u0053ERVICE SILENT <http://127.0.0.1/> {?a ?b ?c} }",
        "SELECT * { << ?a ?b ?c >> ?d ?e . SERVICE SILENT <http://127.0.0.1/> { ?a ?b ?c } }",
        "SELECT * { << ?a ?b ?c >> ?d ?e . #\n sERVICE\n<http://127.0.0.1/> { ?a ?b ?c } }",
    ],
)
def test_what_rdflib_cannot_parse_is_not_fetched_either(graph, sparql):
    with pytest.raises(UsageError):
        graph.sparql(sparql, engine="oxigraph")


@every_engine
def test_harmless_words_are_no_reach(graph, engine):
    query = """SELECT ?from { ?a rdfs:label ?from FILTER(!CONTAINS(?from, "from <x> service")) } # SERVICE <x>"""
    assert len(graph.sparql(query, engine=engine)) > 4


@every_engine
@pytest.mark.parametrize(
    "sparql", ["", "SELECT", "SELECT ?x WHERE { ?x nope:x ?y }", "DROP ALL", "LOAD <http://example.org/>"]
)
def test_what_is_no_query_is_refused(graph, engine, sparql):
    with pytest.raises(UsageError, match="not a SPARQL query"):
        graph.sparql(sparql, engine=engine)


@every_engine
@pytest.mark.parametrize(
    "sparql", [f"SELECT * {'{' * 50_000}{'}' * 50_000}", f"SELECT * {{ FILTER({'!' * 50_000}true) }}"]
)
def test_what_would_overflow_a_parser_is_refused(graph, engine, sparql):
    with pytest.raises(UsageError, match="brackets open at a time"):
        graph.sparql(sparql, engine=engine)


def test_long_lists_of_values_are_fine(graph):
    values = " ".join(f"<https://example.org/a-b/{number}>" for number in range(2000))
    query = f"SELECT ?x {{ VALUES ?x {{ {values} }} }}"
    assert len(graph.sparql(query, engine="oxigraph")) == 2000


def test_a_wrong_regular_expression_is_refused(graph):
    with pytest.raises(UsageError, match="regular expression that is none"):
        graph.sparql('SELECT ?n WHERE { ?a rdfs:label ?n FILTER regex(?n, "[") }')


@pytest.mark.parametrize(
    ("engine", "sparql"),
    [
        ("rdflib", "SELECT (SUM(?n) AS ?sum) { ?a rdfs:label ?n }"),
        ("rdflib", "SELECT ?a { ?a !(rg:source|^rg:target) ?b }"),
        ("rdflib", "SELECT ?a { GRAPH ?g { ?a ?b ?c } }"),
        ("oxigraph", "SELECT (<http://example.org/f>(1) AS ?x) {}"),
    ],
)
def test_what_an_engine_cannot_do_is_told(graph, engine, sparql):
    with pytest.raises(UsageError, match=f"(?i){engine} cannot answer this query: .*"):
        graph.sparql(sparql, engine=engine)


# Stores


def test_a_store_on_disk_answers_without_the_graph(graph, tmp_path):
    path = tmp_path / "news.store"
    with SparqlStore(path) as store:
        assert len(store) == 0
        store.add(graph)
        size = len(store)
        assert repr(store) == f"SparqlStore: {size:,} triples in {path} (oxigraph)"
        store.add(graph)
        assert len(store) == size
    with SparqlStore(path, read_only=True) as one, SparqlStore(path, read_only=True) as other:
        assert one.sparql("SELECT ?x { ?x rg:attacks country:IRN }") == [{"x": RUSSIA}]
        assert len(other) == size
        with pytest.raises(UsageError, match="reading only"):
            one.add(graph)
    with pytest.raises(UsageError, match="closed"):
        one.sparql("ASK {}")
    with SparqlStore(path) as again:
        assert len(again) == size


def test_all_stores_hold_the_same(graph, tmp_path):
    with SparqlStore(tmp_path / "s") as disk:
        stores = [disk.add(graph), SparqlStore().add(graph), SparqlStore(engine="oxigraph").add(graph)]
        query = "SELECT * { ?a ?b ?c }"
        first, *others = [store.sparql(query) for store in stores]
        assert len(first) > 1000
        assert all(other == first for other in others)
        assert len({len(store) for store in stores}) == 1


def test_a_second_process_is_told_that_the_store_is_taken(graph, tmp_path):
    with SparqlStore(tmp_path / "s"), pytest.raises(FormatError, match="read_only=True lets several read"):
        SparqlStore(tmp_path / "s")


def test_a_store_takes_no_place_of_others(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    for path in (tmp_path, tmp_path / "notes.txt"):
        with pytest.raises(UsageError, match="something else"):
            SparqlStore(path)
    with pytest.raises(UsageError, match="there is no store"):
        SparqlStore(tmp_path / "missing", read_only=True)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_wrong_calls_are_told_so(graph, tmp_path):
    with pytest.raises(UsageError, match="unknown engine 'jena'; there are rdflib, oxigraph"):
        graph.sparql("ASK {}", engine="jena")
    with pytest.raises(UsageError, match="no store on disk"):
        SparqlStore(tmp_path / "s", engine="rdflib")
    with pytest.raises(UsageError, match="needs a path"):
        SparqlStore(read_only=True)


def test_a_missing_engine_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyoxigraph", None)
    with pytest.raises(MissingDependencyError, match=r"relgraph\[oxigraph\]"):
        sample().sparql("ASK {}", engine="oxigraph")
