"""What pictures show: what is drawn, in which colours and where, and that no words cover each other."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from made_up import ACTORS, clause, extraction
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.colors import to_hex
from matplotlib.dates import date2num
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyArrowPatch, Rectangle
from matplotlib.text import Text

import relgraph
from relgraph.actors import ActorIndex
from relgraph.display.plots import look
from relgraph.display.plots.labels import Labels
from relgraph.errors import MissingDependencyError, UnknownActorError, UnknownTypeError, UsageError
from relgraph.graph import RelationGraph
from relgraph.model import Actor, Document, Evidence, Extraction, Mention, Relation, TimeRef
from relgraph.store import Store

HOME = Path(relgraph.__file__).parents[1]
PICTURES = ("plot", "plot_timeline", "plot_matrix", "plot_balance")


def year(number):
    return TimeRef(text=str(number), start=date(number, 1, 1), end=date(number, 12, 31), granularity="year")


def day(*numbers):
    return TimeRef(text="then", start=date(*numbers), end=date(*numbers), granularity="day")


@pytest.fixture(scope="module")
def graph():
    index = ActorIndex([actor for actor in ACTORS.values() if actor.kind != "place"])
    first = extraction(
        clause("Russia", "cooperates.supports", "Syria", words="backs", when=year(2019)),
        clause("Russia", "cooperates.aids", "Syria", words="arms"),
        clause("Russia", "cooperates.supports", "Syria", words="backs"),
        clause("Syria", "disputes.accuses", "Russia", words="blames", when=day(2021, 3, 4)),
        clause("Iran", "cooperates.consults", "Russia", words="met with", symmetric=True, when=day(2020, 5, 6)),
        clause("Israel", "fights.attacks", "Hezbollah", words="bombs"),
        clause("Iran", "cooperates.supports", "Hezbollah", words="backs", polarity="negated"),
        clause("Iran", "disputes.rivals", "Israel", words="rivals", symmetric=True),
        id="first",
        published=date(2021, 6, 15),
    )
    undated = extraction(clause("France", "cooperates.aids", "Israel", words="helps"), id="undated")
    return RelationGraph([first, undated], index=index)


def many(number=45):
    """A graph of many actors, with long names, some of whom have much to do with each other."""
    actors = [Actor(id=f"group/{n:03}", name=f"{'Front ' * (n % 4)}of {n}", kind="group") for n in range(number)]
    types = ("cooperates.supports", "disputes.accuses", "fights.attacks", "restrains.limits")
    sentences, relations, mentions, start = [], [], [], 0
    pairs = [(n, (n * n + 1) % number) for n in range(number)] + [(n, n // 7) for n in range(1, number)]
    ends = [(one, other) for one, other in pairs if one != other]
    text = " ".join(f"{actors[one].name} meets {actors[other].name}." for one, other in ends)
    document = Document(id="many", text=text, published=date(2020, 1, 1))
    for turn, (one, other) in enumerate(ends):
        sentence = f"{actors[one].name} meets {actors[other].name}."
        trigger = start + len(actors[one].name) + 1
        spans = [
            document.span(start, trigger - 1),
            document.span(trigger + 6, start + len(sentence) - 1),
        ]
        source, target = (
            Mention(actor=actors[n].id, span=span, via="name") for n, span in zip((one, other), spans, strict=True)
        )
        month = 1 + turn % 12
        evidence = Evidence(
            document="many",
            sentence=document.span(start, start + len(sentence)),
            source=spans[0],
            target=spans[1],
            trigger=document.span(trigger, trigger + 5),
            frame="x/y",
        )
        relations.append(
            Relation(
                source=source,
                target=target,
                type=types[(one % 3 != other % 3) * (1 + turn % 3)],
                when=TimeRef(text="then", start=date(2019, month, 1), end=date(2019, month, 28)) if turn % 2 else None,
                evidence=(evidence,),
            )
        )
        mentions += [source, target]
        sentences.append(sentence)
        start += len(sentence) + 1
    return RelationGraph(
        [Extraction(document=document, actors=tuple(actors), mentions=tuple(mentions), relations=tuple(relations))]
    )


@pytest.fixture(scope="module")
def crowd():
    return many()


def drawn(ax):
    """Draw everything and return the axes: only then has all of it found its place."""
    ax.figure.draw_without_rendering()
    return ax


def words(ax):
    return {text.get_text() for text in ax.texts if text.get_visible()}


def boxes(ax):
    """What the words on the axes take, in pixels."""
    return {text: Text.get_window_extent(text) for text in ax.texts if text.get_visible() and text.get_text()}


def overlap(one, other):
    return min(one.x1, other.x1) - max(one.x0, other.x0) > 0.5 and min(one.y1, other.y1) - max(one.y0, other.y0) > 0.5


def check_apart(ax):
    found = boxes(ax)
    for (one, box), (other, further) in combinations(found.items(), 2):
        assert not overlap(box, further), (one.get_text(), other.get_text())
    return found


def lines(ax):
    return [patch for patch in ax.patches if isinstance(patch, FancyArrowPatch)]


def legend_of(ax):
    legend = ax.get_legend()
    return dict(zip((text.get_text() for text in legend.get_texts()), legend.legend_handles, strict=True))


# The network


def test_network_has_a_line_for_each_family_of_a_pair(graph):
    ax = drawn(graph.plot())
    assert words(ax) == {"Russia", "Syria", "Iran", "Israel", "Hezbollah", "France"}
    colours = sorted(to_hex(line.get_edgecolor()) for line in lines(ax))
    green, orange, red = (look.family_colour(family) for family in ("cooperates", "disputes", "fights"))
    assert colours == sorted([green] * 3 + [orange] * 2 + [red])
    assert {name: to_hex(handle.get_color()) for name, handle in legend_of(ax).items() if "(" in name} == {
        "cooperates (5)": green,
        "disputes (2)": orange,
        "fights (1)": red,
    }
    assert ax.get_xlabel().split("; ")[1:] == ["8 relations between 6 actors", "set aside: 1 negated"]


def test_width_is_by_number_and_explained(graph):
    ax = graph.plot()
    widths = sorted(line.get_linewidth() for line in lines(ax))
    assert widths[0] == widths[-2] < widths[-1]
    legend = legend_of(ax)
    assert legend["1"].get_linewidth() == widths[0]
    assert legend["3"].get_linewidth() == widths[-1]


def test_arrows_lead_to_whom_it_is_done(graph):
    def ends(*asked):
        ax = graph.plot(*asked)
        (line,) = lines(ax)
        names = {tuple(text.xy): text.get_text() for text in ax.texts}
        start, end = (names[tuple(point)] for point in line._posA_posB)
        style = line.get_arrowstyle().arrow
        return {name for name, pointed in ((start, style[0] == "<"), (end, style[-1] == ">")) if pointed}

    assert ends("Israel", "fights", "Hezbollah") == {"Hezbollah"}
    assert ends("France", None, "Israel") == {"Israel"}
    assert ends("Syria", "disputes") == {"Russia"}
    assert ends("Iran", "disputes") == {"Iran", "Israel"}


def test_the_strongest_lines_are_drawn_and_the_rest_is_told(graph):
    ax = drawn(graph.plot(most=1))
    assert words(ax) == {"Russia", "Syria"}
    assert "the 1 strongest of 6 ties, 3 of 8 relations between 2 actors" in ax.get_xlabel().replace("\n", " ")
    assert "left out: 5 weaker ties and 4 actors" in ax.get_xlabel().replace("\n", " ")


@pytest.mark.parametrize("size", [(10, 7), (6, 4.5)])
def test_names_cover_neither_each_other_nor_dots_nor_legend(crowd, size):
    ax = crowd.plot(most=70)
    ax.figure.set_size_inches(*size)
    found = check_apart(drawn(ax))
    assert len(found) > 20
    (dots,) = ax.collections
    radius = dots.get_sizes()[0] ** 0.5 / 2 * ax.figure.dpi / 72
    points = ax.transData.transform(dots.get_offsets())
    whole, legend = ax.get_window_extent(), ax.get_legend().get_window_extent()
    assert not any(legend.contains(x + radius, y + radius) for x, y in points)
    for text, box in found.items():
        assert not overlap(box, legend), text.get_text()
        assert whole.padded(1).containsx(box.x0)
        assert whole.padded(1).containsx(box.x1)
        assert whole.padded(1).containsy(box.y0)
        assert whole.padded(1).containsy(box.y1)
        for x, y in points:
            assert not (box.x0 < x + radius and x - radius < box.x1 and box.y0 < y + radius and y - radius < box.y1)


def test_what_found_no_place_stays_away_and_a_zoom_stays(crowd):
    ax = Figure(figsize=(3, 2.5)).subplots()
    crowd.plot(ax=ax, most=70)
    first = words(drawn(ax))
    assert len(first) < len(ax.texts)
    assert words(drawn(ax)) == first
    ax.set_xlim(0.4, 0.6)
    assert drawn(ax).get_xlim() == (0.4, 0.6)
    check_apart(ax)


def test_all_names_are_there_where_there_is_room(crowd):
    ax = drawn(crowd.plot(most=40))
    (dots,) = ax.collections
    assert len(words(ax)) == len(dots.get_offsets()) > 20


def test_the_same_graph_gives_the_same_picture(crowd):
    pictures = [drawn(each.plot(most=20)) for each in (crowd, many())]
    one, other = ([(text.xy, text.get_position()) for text in ax.texts] for ax in pictures)
    assert one == other


# The timeline


def test_days_are_dots_and_years_are_bars(graph):
    ax = drawn(graph.plot_timeline("Russia", "Syria"))
    (bar,) = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    assert bar.get_x() == date2num(date(2019, 1, 1))
    assert bar.get_x() + bar.get_width() == date2num(date(2020, 1, 1))
    assert to_hex(bar.get_edgecolor()) == look.family_colour("cooperates")
    dots = {
        (line.get_xdata()[0], to_hex(line.get_color()), to_hex(line.get_markerfacecolor()))
        for line in ax.lines
        if line.get_marker() == "o"
    }
    green, orange = look.family_colour("cooperates"), look.family_colour("disputes")
    assert dots == {
        (date2num(date(2021, 3, 4)), orange, orange),
        (date2num(date(2021, 6, 15)), green, "#ffffff"),  # no time stated
    }
    assert words(ax) == {"→ backs", "← blames", "→ arms, backs  ×2"}
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["cooperates (3)", "disputes (1)"]
    assert list(legend_of(ax)) == [
        "on a day",
        "sometime in, or all through, a span",
        "no time stated: day of publication",
    ]
    assert "Russia and Syria: 4 relations" in ax.get_xlabel()


def test_events_of_all_name_their_actors(graph):
    ax = drawn(graph.plot_timeline(since="2020", until="2020"))
    assert words(ax) == {"Iran ↔ Russia: met with"}
    assert "1 relation" in ax.get_xlabel()
    assert "set aside: 1 undated" in ax.get_xlabel()
    assert "Hezbollah" not in " ".join(words(drawn(graph.plot_timeline("Russia"))))


@pytest.mark.parametrize(
    ("when", "left", "right"),
    [
        (TimeRef(text="since 2018", start=date(2018, 2, 3)), date(2018, 2, 3), date(2021, 6, 16)),
        (TimeRef(text="until 2018", end=date(2018, 2, 3)), None, date(2018, 2, 4)),
    ],
)
def test_open_periods_reach_publication_or_the_edge(when, left, right):
    found = extraction(
        clause("Russia", "cooperates.aids", "Iran", when=when),
        clause("Russia", "cooperates.aids", "Iran", when=year(2017)),
        id="open",
        published=date(2021, 6, 15),
    )
    ax = drawn(RelationGraph([found]).plot_timeline())
    spans = {(patch.get_x(), patch.get_x() + patch.get_width()) for patch in ax.patches if isinstance(patch, Rectangle)}
    assert (ax.get_xlim()[0] if left is None else date2num(left), date2num(right)) in spans
    assert ax.get_xlim()[0] < date2num(date(2017, 1, 1))


def test_words_of_a_timeline_stand_apart(crowd):
    ax = drawn(crowd.plot_timeline(most=60))
    found = check_apart(ax)
    assert len(found) > 30
    dots = [line.get_window_extent() for line in ax.lines if line.get_marker() == "o"]
    whole = ax.get_window_extent()
    for text, box in found.items():
        assert whole.padded(1).containsx(box.x0)
        assert whole.padded(1).containsx(box.x1)
        assert not any(overlap(box, dot) for dot in dots), text.get_text()
    figure = Figure(figsize=(7, 4))
    small = drawn(crowd.plot_timeline(ax=figure.subplots(), most=60))
    assert 3 < len(check_apart(small)) < len(found)
    assert "left out: " in small.get_xlabel()


def test_own_height_is_by_rows(graph, crowd):
    heights = [each.plot_timeline().figure.get_size_inches()[1] for each in (graph, crowd)]
    assert heights[0] < 4 < heights[1]


# The matrix


def cells(ax):
    rows, columns = ([tick.get_text() for tick in ticks] for ticks in (ax.get_yticklabels(), ax.get_xticklabels()))
    return {
        (rows[round(text.get_position()[1])], columns[round(text.get_position()[0])]): text.get_text()
        for text in ax.texts
    }


def test_matrix_counts_who_does_it_to_whom(graph):
    ax = drawn(graph.plot_matrix())
    assert cells(ax) == {
        ("Russia", "Syria"): "3",
        ("Syria", "Russia"): "1",
        ("Iran", "Russia"): "1",
        ("Russia", "Iran"): "1",
        ("Israel", "Hezbollah"): "1",
        ("Iran", "Israel"): "1",
        ("Israel", "Iran"): "1",
        ("France", "Israel"): "1",
    }
    assert [tick.get_text() for tick in ax.get_yticklabels()] == ["Russia", "Iran", "Israel", "Syria", "France"]
    (image,) = ax.images
    assert image.get_array().max() == 3
    assert "what is mutual counts both ways" in ax.get_xlabel().replace("\n", " ")


def test_matrix_of_a_family_has_its_colour(graph):
    ax = graph.plot_matrix("cooperates")
    (image,) = ax.images
    assert to_hex(image.cmap(1.0)) == look.family_colour("cooperates")
    assert cells(ax)["Russia", "Syria"] == "3"
    assert ("Israel", "Hezbollah") not in cells(ax)


def test_matrix_leaves_out_the_least_active(graph, crowd):
    assert set(cells(graph.plot_matrix(most=2))) == {("Russia", "Iran"), ("Iran", "Russia")}
    assert "left out: 4 actors with fewer" in graph.plot_matrix(most=2).get_xlabel().replace("\n", " ")
    assert len(cells(graph.plot_matrix(most=1))) == 1
    ax = drawn(crowd.plot_matrix(ax=Figure(figsize=(4, 4)).subplots()))
    assert len(ax.get_xticks()) < 20  # so that names have room
    names = [tick.get_window_extent() for tick in ax.get_yticklabels()]
    assert not any(overlap(one, other) for one, other in pairwise(names))


# The camps


def test_balance_marks_what_goes_against_the_camps(graph):
    ax = drawn(graph.plot_balance())
    camps = graph.camps()
    assert len([patch for patch in ax.patches if isinstance(patch, Circle)]) == len(camps)
    by_colour = dict.fromkeys((look.FRIENDLY, look.HOSTILE), 0)
    for line in lines(ax):
        by_colour[to_hex(line.get_edgecolor())] += 1
        assert (line.get_linestyle() == "-") == (to_hex(line.get_edgecolor()) == look.FRIENDLY)
    assert by_colour == {look.FRIENDLY: 3, look.HOSTILE: 3}
    marks = [line for line in ax.lines if line.get_marker() == "X"]
    assert len(marks) == len(camps.strains) == 1
    assert list(legend_of(ax))[:3] == ["friendly (5)", "hostile (3)", "goes against the camps (1)"]
    assert words(ax) >= {"Russia", "Syria", "camp 1", "camp 2"}
    assert camps.title in ax.get_xlabel().replace("\n", " ")


def test_camps_and_their_names_stand_apart(crowd):
    ax = drawn(crowd.plot_balance())
    discs = [(patch.center, patch.radius) for patch in ax.patches if isinstance(patch, Circle)]
    assert len(discs) > 3
    for (one, radius), (other, further) in combinations(discs, 2):
        assert ((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2) ** 0.5 > radius + further
    names = {text: box for text, box in check_apart(ax).items() if not text.get_text().startswith("camp ")}
    legend = ax.get_legend().get_window_extent()
    assert len(names) > 20
    assert not any(overlap(box, legend) for box in names.values())
    assert "left out: " in crowd.plot_balance(most=5).get_xlabel().replace("\n", " ")


def test_signs_are_passed_on(graph):
    assert "friendly (4)" in legend_of(graph.plot_balance(signs={"cooperates.consults": 0}))
    with pytest.raises(UsageError, match="is no sign"):
        graph.plot_balance(signs={"cooperates": 5})


# All pictures


@pytest.mark.parametrize("picture", PICTURES)
def test_given_axes_are_drawn_on_and_returned(graph, picture):
    figure = Figure()
    first, second = figure.subplots(2)
    ax = getattr(graph, picture)(ax=first)
    assert ax is first
    assert first.texts
    assert not second.texts
    second.set_title("untouched")
    with pytest.raises(UsageError, match="is no Axes"):
        getattr(graph, picture)(ax=figure)


@pytest.mark.parametrize("picture", PICTURES)
def test_nothing_to_draw_is_said(graph, picture):
    ax = getattr(graph, picture)(document="first", min_confidence=1.0, since="1990", until="1991")
    (text,) = ax.texts
    assert text.get_text().startswith("Nothing to draw: ")
    assert isinstance(drawn(ax), Axes)
    figure = Figure()
    given = figure.subplots()
    assert getattr(graph, picture)(ax=given, type="affiliated") is given
    assert "Nothing to draw" in given.texts[0].get_text()


@pytest.mark.parametrize("picture", PICTURES)
def test_what_is_asked_wrongly_is_an_error(graph, picture):
    for most in (0, 1.5, True):
        with pytest.raises(UsageError, match=f"most={most}"):
            getattr(graph, picture)(most=most)
    with pytest.raises(UnknownTypeError):
        getattr(graph, picture)(type="cooperats")
    with pytest.raises(UsageError, match="is no date"):
        getattr(graph, picture)(since="yesterday")
    with pytest.raises(UnknownActorError):
        graph.plot("Rusia")


def test_only_a_set_aside_relation_is_nothing_to_draw(graph):
    ax = graph.plot("Iran", "supports", "Hezbollah")
    assert "set aside: 1 negated" in ax.texts[0].get_text()
    assert words(drawn(graph.plot("Iran", "supports", "Hezbollah", polarity=None))) == {"Iran", "Hezbollah"}


@pytest.mark.parametrize("picture", PICTURES)
def test_a_store_gives_the_same_picture(graph, picture, tmp_path):
    with Store(tmp_path / "store.db", write=True) as store:
        store.add(graph.extractions())
        one, other = (drawn(getattr(each, picture)()) for each in (store, graph))
        assert [(text.get_text(), text.get_position()) for text in one.texts] == [
            (text.get_text(), text.get_position()) for text in other.texts
        ]
        assert one.get_xlabel() == other.get_xlabel()


@pytest.mark.parametrize("picture", PICTURES)
def test_any_name_can_be_drawn(picture):
    for bad in ("$x^2$", r"\$\frac{", "a\u202eb\x1b[1m", "</svg>", " "):
        words_of = bad or " "
        document = Document(text=f"{words_of} backs {words_of}!", published=date(2020, 1, 1))
        spans = document.span(0, len(words_of)), document.span(len(words_of) + 7, len(document.text) - 1)
        actors = [Actor(id=f"group/{n}", name=f"{words_of}{n}", kind="group") for n in range(2)]
        ends = [Mention(actor=actor.id, span=span, via="name") for actor, span in zip(actors, spans, strict=True)]
        evidence = Evidence(
            document=document.id,
            sentence=document.span(0, len(document.text)),
            source=spans[0],
            target=spans[1],
            trigger=spans[0],
            frame="x",
        )
        relation = Relation(source=ends[0], target=ends[1], type="disputes.x", evidence=(evidence,))
        found = Extraction(document=document, actors=tuple(actors), mentions=tuple(ends), relations=(relation,))
        ax = drawn(getattr(RelationGraph([found]), picture)())
        assert ax.texts
        assert "\x1b" not in "".join(words(ax))


def test_dark_styles_are_followed(graph):
    before = rcParams.copy()
    try:
        rcParams.update({"text.color": "#eeeeee", "axes.facecolor": "#111111", "figure.facecolor": "#111111"})
        ax = drawn(graph.plot())
        assert to_hex(ax.collections[0].get_facecolor()[0]) == "#eeeeee"
        assert {text.get_color() for text in ax.texts} == {"#eeeeee"}
    finally:
        rcParams.update(before)


def test_notebooks_show_the_axes_twice_as_sharp(graph):
    picture, size = graph.plot()._repr_png_()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") == 2 * size["width"]


def test_labels_can_be_hidden_and_styled(graph):
    ax = graph.plot()
    (labels,) = [artist for artist in ax.get_children() if isinstance(artist, Labels)]
    for text in labels.texts:
        text.set_fontsize(14)
    check_apart(drawn(ax))
    labels.set_visible(False)
    drawn(ax)


def test_own_families_have_colours_of_their_own():
    assert (
        look.family_colour("acquires")
        == look.family_colour("acquires")
        not in {
            look.family_colour(family) for family in ("cooperates", "affiliated", "disputes", "restrains", "fights")
        }
    )


GLOBAL = """
import sys
from relgraph import read_graph
graph = read_graph(sys.argv[1])
assert "matplotlib" not in sys.modules
import matplotlib
before = list(dict.items(matplotlib.rcParams))  # asking for the backend by its key would load pyplot
for picture in sys.argv[2:]:
    getattr(graph, picture)().figure.canvas.draw()
assert "matplotlib.pyplot" not in sys.modules
assert list(dict.items(matplotlib.rcParams)) == before
print("fine")
"""


def test_nothing_global_changes(graph, tmp_path):
    graph.write(tmp_path / "graph.jsonl")
    command = [sys.executable, "-W", "error", "-c", GLOBAL, str(tmp_path / "graph.jsonl"), *PICTURES]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=HOME, check=False)
    assert (ran.stdout.strip(), ran.stderr) == ("fine", "")


def test_the_extra_is_named(graph, monkeypatch):
    for name in [name for name in sys.modules if name.startswith("relgraph.display.plots")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for picture in PICTURES:
        with pytest.raises(MissingDependencyError, match=r"relgraph\[plot\]"):
            getattr(graph, picture)()
