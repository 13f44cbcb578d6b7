"""What people see on a terminal: `show`, `demo` and the tables, wide and narrow, with colours and without."""

import io
import re
import time
from datetime import date
from pathlib import Path

import pytest
from rich.cells import cell_len

import relgraph as rg
from relgraph.display.terminal import bars, waiting
from relgraph.display.terminal.console import ENDLESS, console, family_style
from relgraph.display.terminal.demo import NEXT
from relgraph.graph.steps import in_steps

HOME = Path(rg.__file__).parents[1]
NEWS = (
    "Peru imposed sanctions on Chile in March 2019. The Peruvian foreign minister accused Chile of attacking Bolivia. "
    "Peru and Chile signed an agreement in May 2021. Chile may attack Peru. Bolivia did not attack Peru, its president "
    "said. The Ministry of Foreign Affairs of the Republic of Chile praised the Plurinational State of Bolivia. "
    "Norwegian media reported that Chile had threatened Peru. The United States supports the United Kingdom."
)


@pytest.fixture(scope="module")
def news(extractor, tmp_path_factory):
    """A graph of two documents, as JSON Lines, and as a store."""
    folder = tmp_path_factory.mktemp("news")
    graph = extractor.extract(text=NEWS, title="News of the Andes", published="2021-06-01")
    graph |= extractor.extract(text="Peru helped Chile.", title="Help", published="2021-07-05")
    graph.write(folder / "news.jsonl")
    with rg.Store(folder / "news.db", write=True) as store:
        store.add(graph.extractions())
    return folder / "news.jsonl"


# show


def test_show_tells_size_families_ties_contested_pairs_and_speakers(run, news):
    code, out, err = run("show", news)
    assert (code, err) == (0, "")
    graph = rg.read_graph(news)
    first, published, *_ = out.splitlines()
    assert first.endswith(f"news.jsonl  2 documents, {len(graph.actors())} actors, {len(graph)} relations")
    assert published == "published 2021-06-01 – 2021-07-05"
    assert re.search(r"^cooperates +4 +█+ +[·▁-█]+ +(\d \w+,? ?)+$", out, re.MULTILINE)
    assert "2019-03 to 2021-07 by month" in out
    assert re.search(r"^Chile +Peru +\d +\d +█+░+ +2021", out, re.MULTILINE)
    assert "Norwegian media ×1" in out.partition("Most quoted sources\n")[2].partition("\n")[0]
    assert re.search(r"^set aside: \d negated$", out, re.MULTILINE)
    assert "included: 1 possible" in out


def test_show_shows_a_store_and_a_text_as_a_graph(run, news, tmp_path):
    of_graph, of_store = (run("show", path)[1].partition("  ")[2] for path in (news, news.with_suffix(".db")))
    assert of_graph == of_store
    (tmp_path / "news.txt").write_text(NEWS, encoding="utf-8")
    code, out, _ = run("show", tmp_path / "news.txt")
    assert (code, "restrains.sanctions" in out) == (0, True)


def test_show_takes_conditions(run, news):
    _, out, _ = run("show", news, "--either", "Bolivia")
    ties = out.partition("Strongest ties")[2].partition("\n\n")[0].splitlines()[3:]
    assert len(ties) > 1
    assert all("Bolivia" in line for line in ties)
    _, out, _ = run("show", news, "--source", "Peru", "--type", "restrains", "--target", "Chile")
    assert "1 relation\n" in out
    assert "Contested pairs" not in out
    _, out, _ = run("show", news, "--since", "2021-07", "--top", "1")
    assert out.count("“") == 1
    assert "No relation meets the conditions." in run("show", news, "--source", "Japan")[1]


def test_show_says_how_much_it_left_out(run, news):
    ties = len(rg.read_graph(news).ties())
    _, out, _ = run("show", news, "--top", "2")
    assert f"… and {ties - 2} more ties (--top {ties} shows all)" in out
    assert "more tie" not in run("show", news, "--top", ties)[1]


def test_show_of_a_text_without_relations_says_what_to_do(run, tmp_path):
    (tmp_path / "rain.txt").write_text("It rained all day, and nobody went out into the valley.", encoding="utf-8")
    assert (
        "No relation was found here; relgraph explain tells of a sentence why." in run("show", tmp_path / "rain.txt")[1]
    )


# demo


def test_demo_shows_text_relations_graph_and_what_to_do(run):
    code, out, err = run("demo")
    assert (code, err) == (0, "")
    assert "Iceland on Monday [closed its waters]¹ to Norwegian trawlers" in out
    assert re.search(r"^ 1 +Iceland +restrains.limits → +Norway +“closed its waters” – Monday$", out, re.MULTILINE)
    text, says, graph, following = re.split(r"^\d  [A-Z].*$", out, flags=re.MULTILINE)[1:]
    numbers = {int(number) for number in re.findall(r"^ *(\d+)  ", says, re.MULTILINE)}
    assert numbers == set(range(1, max(numbers) + 1))
    assert text.count("]") == len(numbers)
    assert "negated, says Iceland's foreign ministry" in says
    assert "set aside: 4 negated" in graph
    assert following.count("  relgraph ") == len(NEXT)


def test_what_the_demo_reads_has_a_bit_of_everything(run, tmp_path):
    run("demo", "-o", tmp_path / "demo.jsonl")
    relations = rg.read_graph(tmp_path / "demo.jsonl").relations(polarity=None)
    assert {view.family for view in relations} == set(rg.Ontology.default().families)
    assert {"actual", "intended", "conditional"} <= {view.modality for view in relations}
    assert any(view.polarity == "negated" for view in relations)
    assert len(relations.speakers) >= 3
    assert 200 < len(run("demo", "--text")[1].split()) < 300


def test_what_the_demo_proposes_works(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    import shlex

    for command, _ in NEXT:
        arguments, _, target = command.removeprefix("relgraph ").partition(" > ")
        code, out, _ = run(*shlex.split(arguments))
        assert (code, "No relation" in out, "0 relations" in out) == (0, False, False), command
        if target:
            Path(target).write_text(out, encoding="utf-8")


# Tables


@pytest.mark.parametrize("width", [60, 80, 100, 160])
@pytest.mark.parametrize(
    "arguments",
    [
        ("show", "{news}"),
        ("query", "{news}"),
        ("query", "{news}", "--ties"),
        ("profile", "Chile", "{news}"),
        ("extract", "{text}"),
        ("formats",),
        ("demo",),
        ("explain", "Moscow will not impose sanctions on Iran, Lavrov said."),
    ],
    ids=lambda arguments: arguments[0],
)
def test_no_line_is_too_long_and_no_word_is_cut(run, news, monkeypatch, arguments, width):
    monkeypatch.setenv("COLUMNS", str(width))
    text = news.with_name("news.txt")
    text.write_text(NEWS, encoding="utf-8")
    _, out, _ = run(*(each.format(news=news, text=text) for each in arguments))
    lines = [line for line in out.splitlines() if str(news) not in line]
    assert max(map(cell_len, lines)) <= width
    assert all(line == line.rstrip() for line in lines)
    shown = " ".join(out.split())
    for name in ("Plurinational", "Kingdom", "Ministry"):
        assert shown.count(name[:5]) == shown.count(name)


def test_prose_stands_beside_its_row_or_below(run, news, monkeypatch):
    def rows(width):
        monkeypatch.setenv("COLUMNS", str(width))
        return run("query", news, "--type", "sanctions")[1].splitlines()

    wide, narrow = rows(140), rows(60)
    assert re.fullmatch(r"Peru +restrains.sanctions → +Chile +March 2019 +“Peru imposed .*", wide[2])
    assert narrow[2].split() == ["Peru", "restrains.sanctions", "→", "Chile", "March", "2019"]
    assert narrow[3].startswith("  “Peru imposed sanctions on Chile")


def test_into_a_pipe_each_relation_is_a_line(run, news):
    relations = rg.read_graph(news).relations()
    _, out, _ = run("query", news)
    rows = out.splitlines()[2 : 2 + len(relations)]
    for row, view in zip(rows, relations, strict=True):
        assert view.sentence.text in row
        assert row.endswith(f"{view.document.title}, {view.document.published}")


def test_query_ends_after_some_rows(run, news):
    number = len(rg.read_graph(news).relations())
    _, out, _ = run("query", news, "--top", "3")
    assert out.count("“") == 3
    assert f"… and {number - 3} more relations (--top {number} shows all)" in out
    assert len(run("query", news, "--top", "3", "--format", "jsonl")[1].splitlines()) == number


def test_nothing_from_a_text_reaches_the_terminal_as_a_command(run, tmp_path, monkeypatch):
    text = "Russia attacked Syria and \u202eIran. Russia \x1b[31msanctioned Iran\x1b]0;title\x07, said the minister."
    (tmp_path / "evil.txt").write_text(text, encoding="utf-8")
    for command in (("show",), ("query",), ("profile", "Iran"), ("extract",)):
        _, out, _ = run(*command, tmp_path / "evil.txt")
        assert "Russia attacked Syria and ⟦RLO⟧Iran" in out
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", out)
    _, out, _ = run("explain", text)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", out)


# Colours and bars


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.mark.parametrize(
    ("stream", "environment", "colours"),
    [
        (Terminal, {}, True),
        (Terminal, {"NO_COLOR": "1"}, False),
        (Terminal, {"NO_COLOR": ""}, True),
        (Terminal, {"TERM": "dumb"}, False),
        (io.StringIO, {}, False),
        (io.StringIO, {"FORCE_COLOR": "1"}, True),
        (io.StringIO, {"FORCE_COLOR": "0"}, False),
        (Terminal, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (Terminal, {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
    ],
)
def test_when_there_are_colours(monkeypatch, stream, environment, colours):
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    out = console(stream())
    out.print("words", style="bold green")
    assert out.file.getvalue() == ("\x1b[1;32mwords\x1b[0m\n" if colours else "words\n")
    assert (out.width == ENDLESS) == (stream is io.StringIO)


def test_each_family_has_a_colour_of_its_own():
    styles = [family_style(f"{family}.x") for family in rg.Ontology.default().families]
    assert len(set(styles)) == len(styles)
    assert family_style("acquires.buys") == family_style("acquires") not in styles


def test_forced_colours_mark_the_words(run, news, monkeypatch):
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    _, out, _ = run("query", news, "--type", "sanctions")
    assert "\x1b[4mPeru\x1b[0m \x1b[1;35mimposed sanctions\x1b[0m on \x1b[4mChile\x1b[0m" in out
    assert "\x1b[35mrestrains.sanctions\x1b[0m →" in out


def test_bars_and_sparklines():
    assert [bars.bar(number, 16, 2) for number in (0, 1, 8, 12, 16)] == ["", "▏", "█", "█▌", "██"]
    assert bars.bar(1, 10_000, 8) == "▏"
    assert bars.bar(3, 0, 8) == ""
    assert bars.sparkline([0, 1, 50, 100]) == "·▁▄█"
    assert bars.sparkline([]) == ""
    assert bars.balance_bar(3, 1, 4, 8).plain == "██████░░"
    assert bars.balance_bar(1, 100, 101, 8).plain == "█░░░░░░░░"


# Steps of time


def days(*isos):
    return [date.fromisoformat(iso) for iso in isos]


@pytest.mark.parametrize(
    ("first", "last", "unit", "names"),
    [
        ("2021-03-30", "2021-04-02", "day", ("2021-03-30", "2021-04-02")),
        ("2020-11-30", "2021-04-02", "month", ("2020-11", "2021-04")),
        ("2019-12-31", "2021-04-02", "quarter", ("2019-Q4", "2021-Q2")),
        ("2011-12-31", "2021-04-02", "year", ("2011", "2021")),
        ("1939-09-01", "2021-04-02", "decade", ("1930s", "2020s")),
        ("0900-01-01", "2021-04-02", "decade", ("0900s", "2020s")),
    ],
)
def test_time_is_cut_into_the_finest_steps_that_fit(first, last, unit, names):
    steps = in_steps([*days(first, last, last), None], most=12)
    assert (steps.unit, (steps.first, steps.last)) == (unit, names)
    assert (steps.counts[0], steps.counts[-1], sum(steps.counts), steps.undated) == (1, 2, 3, 1)
    assert steps.count(days(last, "1500-01-01", "2500-01-01"))[-1] == 1


def test_a_few_far_off_days_do_not_make_steps_coarse():
    many = [date(2021, month, 1) for month in range(1, 13) for _ in range(5)]
    steps = in_steps([*many, *days("1943-06-01", "1943-06-02", "2050-01-01")], most=12)
    assert (steps.unit, steps.counts, steps.earlier, steps.later) == ("month", (5,) * 12, 2, 1)
    assert in_steps([*many, *days(*["1943-06-01"] * 9)], most=12).unit == "decade"
    assert in_steps([None, None], most=12) is None


def test_stated_days_and_speakers_of_relations(extractor):
    graph = extractor.extract(text=NEWS, published="2021-06-01")
    relations = graph.relations(polarity=None)
    assert relations.days() == [view.day for view in relations]
    stated = relations.days(stated=True)
    assert [day is None for day in stated] == [view.when is None for view in relations]
    assert any(stated)
    assert sum(number for _, number in relations.speakers) == sum(view.attribution is not None for view in relations)


# Waiting


def test_waiting_is_told_after_a_moment_and_only_on_a_terminal(monkeypatch):
    monkeypatch.setattr(waiting, "DELAY", 0.05)
    monkeypatch.setenv("TERM", "xterm-256color")
    for stream, seconds, told in ((Terminal(), 0.4, True), (Terminal(), 0, False), (io.StringIO(), 0.4, False)):
        with waiting.waiting("reading", stream):
            time.sleep(seconds)
        assert ("reading …" in stream.getvalue()) == told


def test_quiet_says_nothing(run, tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(NEWS, encoding="utf-8")
    outputs = ("-o", tmp_path / "a.jsonl")
    assert run("extract", tmp_path / "a.txt", tmp_path / "b.txt", *outputs, "--quiet") == (0, "", "")
    assert run("extract", tmp_path / "a.txt", "-o", tmp_path / "a.db", "-q") == (0, "", "")
    assert "wrote" in run("extract", tmp_path / "a.txt", *outputs)[2]
