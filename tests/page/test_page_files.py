"""What the page saves: the relations as CSV, what is seen of the drawing as SVG and PNG."""

import csv
import io
import struct
from xml.etree import ElementTree

SVG = "{http://www.w3.org/2000/svg}"


def saved(page, kind, tmp_path):
    page.locator("#export summary").click()
    with page.expect_download() as waiting:
        page.locator(f"[data-export={kind}]").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def test_relations_as_csv(open_page, graph, tmp_path):
    path = saved(open_page(graph), "csv", tmp_path)
    assert path.name == "relations-in-2-documents.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8"))))
    wanted = graph.relations().to_dicts()
    assert len(rows) == len(wanted) == 7
    shared = [column for column in rows[0] if column in wanted[0]]
    assert {"source", "target", "type", "sentence", "start", "trigger", "source_actor", "id"} <= set(shared)
    for row, relation in zip(rows, wanted, strict=True):
        for column in shared:
            value = relation[column]
            told = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
            if column == "confidence":
                assert float(row[column]) == value
            else:
                assert row[column].removeprefix("'") == told, column
    assert [row["trigger"] for row in rows if row["source"] == "Syria"] == ["'=helps"]  # no formula
    assert {row["link"] for row in rows} == {"https://example.org/dispatch", ""}


def test_the_csv_has_what_the_filters_leave(open_page, graph, tmp_path):
    page = open_page(graph, "#polarity=negated")
    (row,) = csv.DictReader(io.StringIO(saved(page, "csv", tmp_path).read_text(encoding="utf-8")))
    assert (row["source"], row["target"], row["polarity"]) == ("Russia", "France", "negated")


def test_the_drawing_as_svg(open_page, graph, tmp_path):
    page = open_page(graph)
    root = ElementTree.parse(saved(page, "svg", tmp_path)).getroot()
    assert root.tag == f"{SVG}svg"
    assert {each.tag.removeprefix(SVG) for each in root.iter()} == {
        "svg",
        "defs",
        "clipPath",
        "rect",
        "g",
        "path",
        "text",
    }
    words = [text.text for text in root.iter(f"{SVG}text")]
    assert {"Russia", "Iran", "Israel", "Hezbollah", "France", "Syria", "cooperates", "disputes", "fights"} <= set(
        words
    )
    colour = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--family5')")
    assert [path.get("stroke") for path in root.iter(f"{SVG}path")].count(colour) == 2  # a line, and one in the legend
    dashed = [path.get("stroke") for path in root.iter(f"{SVG}path") if path.get("stroke-dasharray")]
    assert dashed == [page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--family1')")]


def test_the_svg_has_what_is_in_sight(open_page, graph, tmp_path):
    page = open_page(graph)
    page.locator("#network").focus()
    for _ in range(20):
        page.keyboard.press("ArrowRight")
    page.wait_for_timeout(200)
    root = ElementTree.parse(saved(page, "svg", tmp_path)).getroot()
    assert "Russia" not in [text.text for text in root.iter(f"{SVG}text")]


def test_the_drawing_as_png(open_page, graph, tmp_path):
    page = open_page(graph)
    content = saved(page, "png", tmp_path).read_bytes()
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    box = page.locator("#network").bounding_box()
    assert struct.unpack(">II", content[16:24]) == (2 * round(box["width"]), 2 * (round(box["height"]) + 34))
    assert len(content) > 20_000  # more than an empty picture
