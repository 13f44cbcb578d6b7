"""The command `relgraph`: what it prints where, its exit codes, and that its errors are one line."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import relgraph as rg
import relgraph.cli.texts
from relgraph.display.terminal import progress
from relgraph.formats import formats
from relgraph.pipeline.explain import explain

HOME = Path(rg.__file__).parents[1]
"""Where relgraph was imported from, so that new processes import the same."""


def process(*arguments, **options):
    command = [sys.executable, "-m", "relgraph", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=HOME, **options)


# Help


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("extract",),
        ("query",),
        ("sparql",),
        ("validate",),
        ("explain",),
        ("convert",),
        ("formats",),
        ("profile",),
        ("page",),
    ],
)
def test_help_shows_examples(run, command):
    code, out, err = run(*command, "--help")
    assert (code, err) == (0, "")
    assert "Example" in out
    assert f"\n    relgraph {command[0] if command else 'extract'} " in out.replace("formats\n", "formats \n")


def test_version(run):
    assert run("--version") == (0, f"relgraph {rg.__version__}\n", "")


def test_help_loads_nothing_heavy():
    code = (
        "import sys, relgraph.cli; sys.argv = ['relgraph', '--help']\n"
        "try: relgraph.cli.main()\n"
        "except SystemExit: print(sys.modules.keys() & {'spacy', 'rdflib', 'networkx', 'pydantic', 'pandas'})"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=HOME)
    assert done.stdout.endswith("set()\n")


# extract


def test_extract_prints_ties_with_quotes(run, article):
    code, out, err = run("extract", article)
    assert (code, err) == (0, "")
    row = next(line for line in out.splitlines() if "restrains.sanctions" in line)
    assert row.split()[:5] == ["Peru", "restrains.sanctions", "→", "Chile", "1"]
    assert "“Peru imposed sanctions on Chile" in row
    assert "in 1 document" in out
    assert "1 possible" in out
    assert "set aside: 1 negated" in out
    assert "\x1b" not in out


def test_extract_shows_as_many_rows_as_asked(run, article):
    _, out, _ = run("extract", article, "--top", 1)
    assert out.count("“") == 1
    assert "more tie" in out


@pytest.mark.parametrize("suffix", ["jsonl", "ttl", "graphml", "csv"])
def test_extract_writes_what_the_library_writes(run, article, tmp_path, extractor, suffix):
    code, out, err = run("extract", article, "-o", tmp_path / f"a.{suffix}")
    assert (code, out, err) == (0, "", f"wrote {tmp_path / f'a.{suffix}'}\n")
    extractor.extract(article).write(tmp_path / f"b.{suffix}")
    assert (tmp_path / f"a.{suffix}").read_bytes() == (tmp_path / f"b.{suffix}").read_bytes()


def test_extract_merges_files_and_writes_several(run, article, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text("Norway criticised Denmark.", encoding="utf-8")
    code, out, _ = run("extract", article, other, "-o", tmp_path / "a.jsonl", "-o", tmp_path / "a.csv", "--table")
    graph = rg.read_graph(tmp_path / "a.jsonl")
    assert code == 0
    assert len(graph.documents) == 2
    assert graph.relations("Norway", "disputes", "Denmark")
    assert (tmp_path / "a.csv").exists()
    assert "in 2 documents" in out


@pytest.mark.parametrize("output", [("-o", "-", "--format", "jsonl"), ("--format", "jsonl")])
def test_extract_from_stream_to_stream(run, output):
    code, out, err = run("extract", "-", *output, given="Norway criticised Denmark.")
    assert (code, err) == (0, "")
    assert rg.read_graph(io.StringIO(out), "jsonl").relations("Norway", "disputes.accuses", "Denmark")


def test_extract_keeps_all_when_asked(run):
    page = "Home\nNews\nNorway criticised Denmark.\nContact\n"
    _, out, _ = run("extract", "-", "--keep", "all", "--format", "jsonl", given=page)
    assert "Contact" in next(iter(rg.read_graph(io.StringIO(out), "jsonl").documents.values())).text


def test_extract_takes_own_actors_and_frames(run, tmp_path):
    actors, frames = tmp_path / "actors.toml", tmp_path / "frames.toml"
    actors.write_text('[[actor]]\nid = "org/moles"\nname = "Moles of Oslo"\nkind = "organization"\n', encoding="utf-8")
    frames.write_text('[[frame]]\nid = "tickle"\ntype = "disputes.rivals"\nverb = ["tickle"]\n', encoding="utf-8")
    given = "The Moles of Oslo tickled Denmark."
    arguments = ("extract", "-", "-f", "jsonl", "--actors", actors, "--relations", frames)
    _, out, _ = run(*arguments, given=given)
    found = rg.read_graph(io.StringIO(out), "jsonl").relations()
    assert [(r.source.name, r.frame) for r in found] == [("Moles of Oslo", "disputes.rivals/tickle")]
    _, out, _ = run("extract", "-", "-f", "jsonl", given=given)
    assert not rg.read_graph(io.StringIO(out), "jsonl").relations()


# extract: many inputs


@pytest.fixture
def archive(tmp_path, article):
    folder = tmp_path / "archive"
    (folder / "2021").mkdir(parents=True)
    (folder / "2021" / "a.txt").write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "2021" / "b.txt").write_text(article.read_text(encoding="utf-8").replace(" ", "\n"), encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "feed.csv").write_text(
        "nr,words,head\n1,Norway criticised Denmark.,Anger\n2,Denmark criticised Norway.,Reply\n", encoding="utf-8"
    )
    (folder / "odd.xyz").write_bytes(b"x")
    return folder


COLUMNS = ("--columns", "text=words,title=head", "--columns", "id=nr")


def test_extract_takes_folders_and_tells_what_it_skipped(run, archive, tmp_path):
    code, out, err = run("extract", archive, *COLUMNS, "-o", tmp_path / "g.jsonl", "--report", tmp_path / "r.json")
    assert (code, out) == (0, "")
    first, *skipped, wrote = err.splitlines()
    assert re.match(r"3 documents read, \d relations; 1 copy counted once; 2 skipped", first)
    assert [line.split(": ")[0] for line in skipped] == [
        f"  skipped {archive / 'empty.txt'}",
        f"  skipped {archive / 'odd.xyz'}",
    ]
    assert wrote == f"wrote {tmp_path / 'g.jsonl'}"
    graph = rg.read_graph(tmp_path / "g.jsonl")
    assert sorted(document.title for document in graph.documents.values() if document.title) == ["Anger", "Reply"]
    (original,) = (each for each in graph.documents.values() if each.copies)
    assert original.copies == (str(archive / "2021" / "b.txt"),)
    told = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))
    assert (told["documents"], told["copies"][0]["document"]) == (3, original.id)
    assert [Path(each["name"]).name for each in told["skipped"]] == ["empty.txt", "odd.xyz"]


def test_columns_that_are_named_twice_are_joined(run, archive, tmp_path):
    both = ("--columns", "text=head,text=words")
    assert run("extract", archive / "feed.csv", *both, "-o", tmp_path / "g.jsonl")[0] == 0
    texts = {document.text for document in rg.read_graph(tmp_path / "g.jsonl").documents.values()}
    assert texts == {"Anger\n\nNorway criticised Denmark.", "Reply\n\nDenmark criticised Norway."}


def test_extract_fills_a_store_and_goes_on(run, archive, tmp_path):
    path = tmp_path / "s.db"
    code, out, err = run("extract", archive, *COLUMNS, "-o", path)
    assert (code, out, err.splitlines()[-1]) == (0, "", f"wrote {path}")
    code, out, err = run("extract", archive, *COLUMNS, "-o", path)
    assert err.startswith("0 documents read, 0 relations; 2 skipped; 4 known from an earlier run")
    with rg.Store(path) as store:
        assert store.graph().relations("Norway", "disputes", "Denmark")
    code, _, err = run("extract", archive, *COLUMNS, "-o", path, "--keep", "all")
    assert (code, "other settings" in err) == (2, True)
    assert run("extract", archive, *COLUMNS, "-o", path, "--keep", "all", "--mixed")[0] == 0


def test_extract_that_reads_nothing_fails(run, tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"")
    code, out, err = run("extract", tmp_path, "-o", tmp_path / "g.jsonl")
    assert (code, out) == (1, "")
    assert err.startswith("0 documents read, 0 relations; 2 skipped\n")
    assert err.endswith("relgraph: none of this could be read\n")
    assert not (tmp_path / "g.jsonl").exists()


def test_extract_that_is_interrupted_says_how_to_go_on(run, archive, tmp_path, monkeypatch, extractor):
    def interrupted(*_, progress, **__):
        progress(rg.Report(documents=3, relations=5))
        raise KeyboardInterrupt

    monkeypatch.setattr(type(extractor), "extract_into", interrupted)
    code, out, err = run("extract", archive, "-o", tmp_path / "s.db")
    assert (code, out) == (130, "")
    assert err == (
        f"3 documents read, 5 relations\nstopped; what was done is in {tmp_path / 's.db'}, "
        "and the same command goes on from there\n"
    )


def test_extract_says_now_and_then_how_far_it_is(run, archive, monkeypatch):
    monkeypatch.setattr(progress, "EVERY", 0.0)
    _, _, err = run("extract", archive, *COLUMNS, "--format", "csv")
    lines = [line for line in err.splitlines() if " inputs, " in line]
    assert len(lines) == 6
    assert re.fullmatch(r"6( of 6)? inputs, \d relations, [\d,.]+ a (second|minute)(, 0 s left)?", lines[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
@pytest.mark.parametrize(("no_color", "colours"), [("", True), ("1", False)])
def test_a_bar_on_a_terminal(monkeypatch, no_color, colours):
    import pty

    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(progress, "_OFTEN", 0.0)
    master, slave = pty.openpty()
    with os.fdopen(slave, "w", encoding="utf-8") as terminal:
        with progress.shown(lambda: 4000, terminal) as show:
            show(rg.Report(documents=999, relations=5, known=1))
            show(rg.Report(documents=1999, relations=5, known=1))
            time.sleep(0.3)
        out = os.read(master, 65536).decode()
    os.close(master)
    assert "2,000 of 4,000 inputs, 5 relations" in out
    assert "a second, " in out
    assert " left" in out
    assert (("\x1b[38" in out) or ("\x1b[3" in out)) == colours


# query


def test_query_filters_and_counts(run, graph_file):
    code, out, err = run("query", graph_file, "--source", "Lima", "--type", "restrains", "--target", "Chile")
    assert (code, err) == (0, "")
    assert out.count("“") == 1
    assert "1 relation" in out


def test_query_conditions_reach_the_graph(run, graph_file):
    def found(*conditions):
        _, out, _ = run("query", graph_file, "--format", "jsonl", *conditions)
        return [json.loads(line) for line in out.splitlines()]

    everything = found("--polarity", "any")
    assert {row["polarity"] for row in found("--polarity", "negated")} == {"negated"}
    assert {row["modality"] for row in found("--modality", "possible")} == {"possible"}
    assert {row["type"].partition(".")[0] for row in found("-t", "fights", "-t", "disputes")} == {"fights", "disputes"}
    assert {row["attribution"] is None for row in found("--attributed")} == {False}
    assert {row["attribution"] is None for row in found("--unattributed")} == {True}
    assert all("Bolivia" in (row["source"], row["target"]) for row in found("--either", "Bolivia"))
    said = found("--attributed")
    assert found("--said-by", said[0]["attribution"]) == said
    assert found("--min-confidence", "1.0") == []
    assert 0 < len(found("--no-rollup", "--source", "Peru")) <= len(found("--source", "Peru")) < len(everything)


def test_query_csv_has_a_header_even_if_empty(run, graph_file):
    _, out, _ = run("query", graph_file, "--source", "Japan", "--format", "csv")
    assert out.startswith("source,type,target,")
    assert out.count("\n") == 1
    _, out, _ = run("query", graph_file, "--format", "csv")
    assert {row["source"] for row in csv.DictReader(io.StringIO(out))} >= {"Peru", "Chile"}


def test_query_sums_up(run, graph_file):
    _, out, _ = run("query", graph_file, "--ties", "--format", "jsonl")
    assert {"source": "Peru", "target": "Chile", "count": 1}.items() <= json.loads(out.splitlines()[0]).items() or all(
        json.loads(line)["count"] >= 1 for line in out.splitlines()
    )
    _, table, _ = run("query", graph_file, "--ties")
    assert "times" in table


def test_page_writes_a_page(run, graph_file, tmp_path):
    code, _, err = run("page", graph_file, "-o", tmp_path / "page.html", "--either", "Lima", "--title", "Peru alone")
    assert (code, err) == (0, f"wrote {tmp_path / 'page.html'}\n")
    assert "<title>Peru alone</title>" in (tmp_path / "page.html").read_text(encoding="utf-8")
    code, _, err = run("page", graph_file, "-o", tmp_path / "missing" / "page.html")
    assert code == 2
    assert "no folder" in err


def test_profile_tells_of_an_actor(run, graph_file):
    code, out, err = run("profile", "Lima", graph_file)
    assert (code, err) == (0, "")
    assert out.startswith("Peru (country, PER): ")
    assert "\nOpponents\n" in out
    assert "\x1b" not in out
    _, out, _ = run("profile", "Peru", graph_file, "--format", "json")
    told = json.loads(out)
    assert told["actor"] == "Peru"
    assert "Chile" in {each["actor"] for each in told["counterparts"]}
    _, less, _ = run("profile", "Peru", graph_file, "--type", "fights", "--format", "json")
    assert json.loads(less)["relations"] == 0
    code, out, err = run("profile", "Atlantis", graph_file)
    assert (code, out) == (2, "")
    assert err.startswith("relgraph: unknown actor 'Atlantis'")


def test_profile_says_how_much_more_there_is(run, graph_file):
    _, all_of_it, _ = run("profile", "Peru", graph_file, "--top", "99")
    _, out, _ = run("profile", "Peru", graph_file, "--top", "1")
    assert " more" not in all_of_it
    assert "\n… and " in out


def test_query_reads_a_stream(run, graph_file):
    code, out, _ = run("query", "-", "--source", "Peru", given=graph_file.read_text(encoding="utf-8"))
    assert code == 0
    assert "restrains.sanctions" in out


# explain


# validate


def test_validate_says_what_is_wrong(run, graph_file, tmp_path):
    good, bad = tmp_path / "good.ttl", tmp_path / "bad.ttl"
    rg.read_graph(graph_file).write(good)
    code, out, err = run("validate", good)
    assert (code, err) == (0, "")
    assert "Conforms: True" in out
    written = good.read_text(encoding="utf-8")
    bad.write_text(written.replace("rg:polarity polarity:negated", "rg:polarity polarity:denied"), encoding="utf-8")
    code, out, _ = run("validate", bad)
    assert code == 1
    assert "Conforms: False" in out
    code, out, _ = run("validate", bad, "--format", "json")
    told = json.loads(out)
    assert (code, told["conforms"]) == (1, False)
    assert told["faults"][0]["path"].endswith("polarity")


# sparql


SANCTIONS = "SELECT ?who ?whom { ?who rg:sanctions ?whom }"


def test_sparql_prints_a_table_with_short_names(run, graph_file):
    code, out, err = run("sparql", graph_file, SANCTIONS)
    assert (code, err) == (0, "")
    head, _, row, count = out.splitlines()
    assert (head.split(), row.split(), count) == (["who", "whom"], ["country:PER", "country:CHL"], "1 row")
    assert run("sparql", graph_file, "ASK { country:PER rg:restrains ?x }")[1] == "yes\n"
    assert run("sparql", graph_file, "ASK { country:CHL rg:restrains ?x }")[1] == "no\n"
    assert run("sparql", graph_file, "SELECT ?x { ?x rg:nothing ?y }")[1] == "0 rows\n"


@pytest.mark.parametrize("engine", ["rdflib", "oxigraph"])
def test_sparql_prints_what_programs_read(run, graph_file, tmp_path, engine):
    (tmp_path / "who.rq").write_text(SANCTIONS, encoding="utf-8")
    _, out, _ = run("sparql", graph_file, tmp_path / "who.rq", "--format", "json", "--engine", engine)
    (row,) = json.loads(out)["results"]["bindings"]
    assert row["who"]["value"].endswith("country/PER")
    _, out, _ = run("sparql", graph_file, tmp_path / "who.rq", "--format", "csv", "--engine", engine)
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["whom"].rpartition("/")[2] for row in rows] == ["CHL"]
    assert "\r" not in out


def test_sparql_asks_a_store_on_disk(run, graph_file, tmp_path):
    with rg.SparqlStore(tmp_path / "s.store") as store:
        store.add(rg.read_graph(graph_file))
    before = sorted(path.name for path in (tmp_path / "s.store").iterdir())
    code, out, err = run("sparql", tmp_path / "s.store", SANCTIONS)
    assert (code, err) == (0, "")
    assert "country:CHL" in out
    assert sorted(path.name for path in (tmp_path / "s.store").iterdir()) == before


def test_sparql_reads_a_stream(run, graph_file):
    code, out, _ = run("sparql", "-", SANCTIONS, given=graph_file.read_text(encoding="utf-8"))
    assert (code, out.splitlines()[-1]) == (0, "1 row")


def test_explain_tells_what_fired_and_what_not(run):
    code, out, err = run("explain", "Moscow did not impose sanctions on Iran. It rained. Norway condemned the rain.")
    assert (code, err) == (0, "")
    actors, relations, frames = (
        part.strip() for part in out.replace("\nRelations", "\0").replace("\nFrames", "\0").split("\0")
    )
    assert "capital: its country where it acts" in actors
    assert "✓ Russia  restrains.sanctions →  Iran" in relations
    assert "'not' negates" in relations
    assert "✓ restrains.sanctions/" in frames
    assert "no target: no actor: object is 'the rain'" in frames


def test_explain_all_lists_missing_words(run):
    few, many = (run("explain", "Norway made a cake.", *more)[1] for more in ((), ("--all",)))
    assert "missing word" not in few
    assert "missing word: needs" in many


def test_explain_json_is_the_plain_value(run, extractor):
    text = "Norway criticised Denmark."
    _, out, _ = run("explain", "-", "--format", "json", given=text)
    seen = json.loads(out)
    expected = explain(extractor.reading(text), extractor.frames)
    assert seen["relations"][0]["type"] == expected.relations[0].type == "disputes.accuses"
    assert [word["word"] for word in seen["words"]] == [word.word for word in expected.words]


def test_explain_accounts_for_every_relation(extractor, article):
    for text in (
        "Iran-backed rebels must leave, Lavrov said.",
        article.read_text(encoding="utf-8"),
        "Russia and Iran are rivals. Both met.",
    ):
        reading = extractor.reading(text)
        seen = explain(reading, extractor.frames)
        kept = [relation for relation in seen.relations if relation.dropped is None]
        assert len(kept) == len(reading.kept) > 0
        fired = {tried.frame for word in seen.words for tried in word.frames if tried.outcome in ("fired", "dropped")}
        assert fired == {relation.frame for relation in seen.relations}


def test_explain_needs_a_sentence(run):
    assert run("explain", " ") == (2, "", "relgraph: there is no sentence to explain\n")


# convert


def test_convert_there_and_back(run, graph_file, tmp_path):
    there, back = tmp_path / "a.graphml", tmp_path / "b.jsonl"
    note = "note: graphml does not hold the full texts and mentions outside relations\n"
    assert run("convert", graph_file, there) == (0, "", note)
    assert run("convert", there, back) == (0, "", note)
    before, after = (list(rg.read_graph(path)) for path in (graph_file, back))
    assert [view.relation for view in after] == [view.relation for view in before] != []


@pytest.mark.parametrize("there", [each for each in formats() if each.readable], ids=lambda each: each.name)
def test_convert_between_all_that_can_be_read_back(run, graph_file, tmp_path, there):
    path, back = tmp_path / f"a{there.suffixes[0]}", tmp_path / "b.jsonl"
    assert run("convert", graph_file, path)[0] == 0
    code, out, err = run("convert", path, back)
    assert (code, out) == (0, "")
    assert (err == "") == there.lossless
    before, after = rg.read_graph(graph_file), rg.read_graph(back)
    assert [view.relation for view in after] == [view.relation for view in before]
    assert (before == after) == there.lossless


def test_convert_merges_what_it_reads(run, graph_file, tmp_path, extractor):
    other, both = tmp_path / "other.parquet", tmp_path / "both.jsonl"
    extractor.extract(text="Norway criticised Denmark.").write(other)
    assert run("convert", graph_file, other, both) == (0, "", "")
    assert rg.read_graph(both) == rg.read_graph(graph_file) | rg.read_graph(other)


def test_convert_streams(run, graph_file):
    code, out, err = run(
        "convert", "-", "-", "--from", "jsonl", "--to", "csv", given=graph_file.read_text(encoding="utf-8")
    )
    assert code == 0
    assert err.startswith("note: csv does not hold the full texts")
    assert "Peru" in {row["source"] for row in csv.DictReader(io.StringIO(out))}


def test_convert_streams_bytes(graph_file):
    command = [sys.executable, "-m", "relgraph", "convert"]
    there = subprocess.run(
        [*command, str(graph_file), "-", "--to", "parquet"], capture_output=True, check=True, cwd=HOME
    )
    back = subprocess.run(
        [*command, "-", "-", "--from", "parquet", "--to", "jsonl"],
        input=there.stdout,
        capture_output=True,
        check=True,
        cwd=HOME,
    )
    assert back.stdout == graph_file.read_bytes()
    assert there.stderr == back.stderr == b""


def test_convert_refuses_bytes_on_a_terminal(run, graph_file, monkeypatch):
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    code, _, err = run("convert", graph_file, "-", "--to", "parquet")
    assert code == 2
    assert "parquet is no text for a terminal" in err


def test_formats_lists_them(run):
    _, out, _ = run("formats")
    assert all(suffix in out for suffix in (".jsonl", ".ttl", ".graphml", ".csv"))
    rows = {line.split()[0]: line for line in out.splitlines() if line.strip()}
    assert " all " in rows["parquet"]
    assert " in part " in rows["gexf"]
    assert " no " in rows["dot"]


# Errors


@pytest.fixture
def places(article, graph_file, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "broken.toml").write_text('[[frame]]\nid = "x"\ntyp = "disputes.rivals"\n', encoding="utf-8")
    rg.read_graph(graph_file).write(tmp_path / "graph.csv")
    (tmp_path / "cut.jsonl").write_text(graph_file.read_text(encoding="utf-8")[:150], encoding="utf-8")
    (tmp_path / "table.csv").write_text("a,b\n", encoding="utf-8")
    return {"tmp": tmp_path, "article": article, "graph": graph_file, "table": tmp_path / "table.csv"}


@pytest.mark.parametrize(
    ("code", "arguments", "words"),
    [
        (1, ("extract", "{tmp}/none.txt"), "there is no file"),
        (1, ("extract", "{tmp}/empty.txt"), "empty"),
        (1, ("extract", "{tmp}/binary.txt"), "binary.txt"),
        (1, ("extract", "{tmp}/none"), "there is no file or folder"),
        (1, ("extract", "{article}", "{tmp}/binary.txt", "--strict"), "binary.txt"),
        (2, ("extract", "{article}", "--columns", "body"), "text=body"),
        (2, ("extract", "{article}", "-o", "{tmp}/a.db", "-o", "{tmp}/a.ttl"), "written alone"),
        (2, ("extract", "{article}", "-o", "{tmp}/nowhere/a.db"), "create it first"),
        (2, ("extract", "{article}", "--report", "{tmp}/nowhere/a.json"), "create it first"),
        (1, ("query", "{tmp}/none.jsonl"), "there is no file"),
        (1, ("query", "{tmp}/empty.txt", "--source", "Peru"), "there is no text in this"),
        (1, ("show", "{tmp}/graf.jsonl"), "did you mean '{tmp}/graph.jsonl'"),
        (2, ("profile", "{graph}", "Peru"), "the actor comes first: relgraph profile 'Peru'"),
        (2, ("convert", "{article}", "{tmp}/a.ttl"), "make one of it: relgraph extract"),
        (2, ("convert", "{tmp}", "{tmp}/a.ttl"), "make one of it: relgraph extract"),
        (2, ("store", "info", "{graph}"), "makes one of a graph"),
        (2, ("store", "info", "{tmp}"), "makes one of its texts"),
        (1, ("show", "{table}"), "table.csv"),
        (1, ("show", "{tmp}/graph.csv"), "csv can be written but not read back"),
        (1, ("validate", "{tmp}/cut.jsonl"), "cut.jsonl: line 2"),
        (1, ("profile", "Peru", "{tmp}/cut.jsonl"), "cut.jsonl: line 2"),
        (1, ("store", "check", "{tmp}/none.db"), "there is no file"),
        (2, ("store", "merge", "{tmp}/none.db"), "others that are added"),
        (2, ("query", "{graph}", "--min-confidence", "7"), "--min-confidence"),
        (2, ("convert", "{graph}", "{tmp}/binary.txt/x.csv"), "folder"),
        (1, ("extract", "{article}", "--relations", "{tmp}/broken.toml"), "broken.toml"),
        (2, ("query", "{graph}", "--source", "Perru"), "did you mean 'Peru'"),
        (2, ("query", "{graph}", "--type", "cooperate"), "did you mean 'cooperates'"),
        (2, ("query", "{graph}", "--since", "yesterday"), "2021-03-15"),
        (2, ("query", "{graph}", "--modality", "posible"), "did you mean 'possible'"),
        (2, ("sparql", "{graph}", "SELECT ?who"), "not a SPARQL query"),
        (2, ("sparql", "{graph}", "SELECT * {{ SERVICE <http://a> {{ ?a ?b ?c }} }}"), "never fetches"),
        (1, ("sparql", "{graph}", "{tmp}/none.rq"), "none.rq"),
        (2, ("sparql", "{tmp}", "ASK {{}}"), "something else"),
        (2, ("extract", "{article}", "-o", "{tmp}/a.docx"), ".docx"),
        (2, ("extract", "{article}", "-o", "{tmp}/nowhere/a.ttl"), "create it first"),
        (2, ("extract", "{article}", "-o", "-"), "--format"),
        (2, ("convert", "{graph}", "-"), "--to"),
        (2, ("convert", "{graph}"), "needs a file to read and one to write"),
        (2, ("convert", "-", "-", "{tmp}/a.csv"), "only once"),
        (2, ("convert", "{graph}", "{tmp}/a.xyz"), "no format for the suffix '.xyz'"),
        (2, ("convert", "{graph}", "{tmp}/a.jsonl", "--to", "nonsense"), "no format is called 'nonsense'"),
        (1, ("convert", "{table}", "{tmp}/a.jsonl"), "csv can be written but not read back"),
        (2, ("extract", "{article}", "--model", "no_such_model"), "not installed"),
        (2, ("extract", "{article}", "--keep", "some"), "some"),
        (2, ("extract",), "Missing argument"),
        (2, ("extrakt",), "extrakt"),
    ],
)
def test_errors(run, places, code, arguments, words):
    tmp_path = places["tmp"]
    before = sorted(tmp_path.iterdir())
    got, out, err = run(*(argument.format(**places) for argument in arguments))
    assert (got, out) == (code, "")
    assert words.format(**places) in err
    assert "Traceback" not in err
    assert err.startswith("relgraph: ") == ("Usage:" not in err)
    assert "Usage:" in err or err.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_a_bad_output_is_refused_before_the_work(run, monkeypatch, article, tmp_path):
    monkeypatch.setattr(relgraph.cli.texts, "graph_of", lambda *_, **__: pytest.fail("the text was read first"))
    assert run("extract", article, "-o", tmp_path / "a.docx")[0] == 2


# As a process


def test_a_reader_that_leaves_early_is_no_error(graph_file):
    command = [sys.executable, "-m", "relgraph", "query", str(graph_file), "--format", "csv"]
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(command, stdout=write_end, stderr=subprocess.PIPE, text=True, check=False, cwd=HOME)
    os.close(write_end)
    assert done.stderr == ""


def test_errors_and_colours_in_a_process(graph_file):
    done = process("query", graph_file, "--source", "Perru")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("relgraph: unknown actor 'Perru'")
    ascii_only = process("query", graph_file, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (ascii_only.returncode, ascii_only.stderr) == (0, "")
    assert "restrains.sanctions ?" in ascii_only.stdout
    assert "\x1b" not in process("query", graph_file, env={**os.environ, "TERM": "xterm-256color"}).stdout


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
@pytest.mark.parametrize(("no_color", "colours"), [("", True), ("1", False)])
def test_colour_on_a_terminal_unless_unwanted(graph_file, no_color, colours):
    import pty

    master, slave = pty.openpty()
    environment = {**os.environ, "NO_COLOR": no_color, "TERM": "xterm-256color", "COLUMNS": "100"}
    command = [sys.executable, "-m", "relgraph", "query", str(graph_file), "--source", "Peru"]
    subprocess.run(command, stdout=slave, check=True, cwd=HOME, env=environment)
    os.close(slave)
    out = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        out += part
    os.close(master)
    assert (b"\x1b[1;" in out) == colours
    assert b"Peru" in out


def test_thorough_parses_what_the_sieve_holds_back(run, tmp_path):
    path = tmp_path / "short.txt"
    path.write_text("Iceland is cold.\n\nA garden grew.", encoding="utf-8")
    _, plain, _ = run("extract", path, "--format", "jsonl")
    _, thorough, _ = run("extract", path, "--format", "jsonl", "--thorough")
    assert "country/ISL" not in plain
    assert "country/ISL" in thorough
