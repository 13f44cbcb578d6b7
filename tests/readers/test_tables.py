"""Tables of articles: what is found in them, and that a damaged row is an error of that row only."""

import json
from datetime import UTC, date, datetime

import pytest

import relgraph as rg
from relgraph.readers import inputs

RIVER = "Togo met Benin on the river, and both agreed to share the water of the dam."
PORT = "Ghana opened its port to ships from Togo, which thanked its neighbour for the help."
VISIT = "The minister of Mali visited Niger and promised to send teachers to the schools there."


@pytest.fixture(autouse=True)
def _in_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def written(name, content):
    with open(name, "wb") as stream:
        stream.write(content if isinstance(content, bytes) else content.encode("utf-8"))
    return name


def lines(*rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


def outcome(each):
    try:
        return each.read().text
    except rg.ReadError as error:
        return str(error)


def outcomes(name, **options):
    return [outcome(each) for each in inputs(name, **options)]


def only(name, **options):
    (found,) = inputs(name, **options)
    return found.read()


def test_json_lines_of_usual_columns():
    row = {
        "Body": RIVER, "headline": "  Togo meets\nBenin ", "date_published": "2021-05-03T23:10:00Z",
        "URL": "https://example.org/1", "author": "Ann Bell; Ben Cole", "id": 7, "language": "fr",
    }  # fmt: skip
    document = only(written("a.jsonl", lines(row)))
    assert document.model_dump(exclude={"id", "copies"}) == {
        "text": RIVER, "title": "Togo meets Benin", "published": date(2021, 5, 3), "authors": ("Ann Bell", "Ben Cole"),
        "issuer": None, "source": "https://example.org/1", "language": "en",
    }  # fmt: skip
    assert document.id == rg.read(text=RIVER).id


def test_columns_that_are_named():
    row = {"text": "no", "story": RIVER, "lead": PORT, "meta": {"where": {"url": "https://example.org/2"}}, "key": 12}
    columns = {"text": ["lead", "story"], "source": "meta.where.url", "id": "key", "issuer": "text"}
    document = only(written("a.jsonl", lines(row)), columns=columns)
    assert (document.text, document.source, document.id) == (f"{PORT}\n\n{RIVER}", "https://example.org/2", "12")
    assert document.issuer == "no"
    (again,) = rg.read_many("a.jsonl", columns=columns)
    assert again == document


def test_a_damaged_line_is_an_error_of_that_line():
    name = written(
        "a.jsonl",
        b"\xef\xbb\xbf" + lines({"text": RIVER}).encode() + b'{"text": "x", }\n\n' + lines({"text": ""}).encode()
        + b'[1, 2]\n{"text": 3}\n{"title": "no text"}\n{"text": "\xff\xfe\x00"}\n' + b"[" * 5000 + b"\n"
        + lines({"text": [PORT, VISIT]}).encode(),
    )  # fmt: skip
    found = outcomes(name)
    assert found[0] == RIVER
    assert found[1].startswith("a.jsonl#2: line 2, column 15: this is no JSON (")
    assert found[2] == "a.jsonl#4: there is no text in 'text'"
    assert found[3] == "a.jsonl#5: line 5: this is no object with a text in it but [1, 2]"
    assert found[4] == "a.jsonl#6: 'text' holds no text but a number"
    assert found[5].startswith("a.jsonl#7: no column has a usual name for the text; the columns are 'title'; name it:")
    assert found[6].startswith("a.jsonl#8: line 8: this is not UTF-8 (byte 10 is 0xff)")
    assert found[7].startswith("a.jsonl#9: line 9: maximum recursion depth exceeded")
    assert found[8:] == [f"{PORT}\n\n{VISIT}"]


def test_columns_that_are_not_there_are_told_once():
    name = written("a.jsonl", lines({"Key": 1, "Words": RIVER}, {"Key": 2, "Words": PORT}))
    assert outcomes(name) == [
        "a.jsonl: no column has a usual name for the text; the columns are 'Key', 'Words'; name it: "
        "columns={'text': …}, or --columns text=…"
    ]
    assert outcomes(name, columns={"text": "Word"}) == [
        "a.jsonl: there is no column 'Word'; the columns are 'Key', 'Words'"
    ]
    assert outcomes(name, columns={"text": "Words", "source": "meta.url"}) == [
        "a.jsonl: there is no column 'meta.url'; the columns are 'Key', 'Words'"
    ]
    with pytest.raises(rg.UsageError, match=r"there is no field 'titel', only text, title,.* did you mean 'title'"):
        inputs(name, columns={"titel": "Words"})
    with pytest.raises(rg.UsageError, match="'text' takes the name of a column"):
        inputs(name, columns={"text": []})


@pytest.mark.parametrize("indent", [None, 2])
def test_json_arrays_and_single_objects(indent):
    rows = [{"text": RIVER, "title": "A"}, {"text": PORT, "n": [1.5, {"x": None}]}]
    written("array.json", json.dumps(rows, indent=indent))
    written("array.jsonl", json.dumps(rows, indent=indent))
    written("held.json", json.dumps({"status": "ok", "articles": rows}, indent=indent))
    written("one.json", json.dumps(rows[0], indent=indent))
    written("many.json", "\n".join(json.dumps(row, indent=indent) for row in rows))
    written("wide.json", json.dumps(rows, indent=indent, ensure_ascii=False).encode("utf-16"))
    for name in ("array.json", "array.jsonl", "held.json", "many.json", "wide.json"):
        assert outcomes(name) == [RIVER, PORT], name
    assert only("one.json").title == "A"
    assert rg.read("one.json").text == RIVER


def test_a_large_array_is_read_in_pieces():
    rows = [{"text": f"{RIVER} It was meeting {number}. {'More was said. ' * 300}"} for number in range(200)]
    name = written("a.json", json.dumps(rows))
    assert [document.text for document in rg.read_many(name)] == [row["text"].strip() for row in rows]


def test_a_damaged_array_says_where():
    name = written(
        "a.json", "[\n" + json.dumps({"text": RIVER}) + ",\n  {'text': 1},\n" + json.dumps({"text": PORT}) + "]"
    )
    assert outcomes(name) == [
        RIVER,
        "a.json: line 3, column 4: this is no JSON (Expecting property name enclosed in double quotes); what stands "
        "behind it could not be read",
    ]
    written("cut.json", f'[{{"text": "{RIVER}"}},')
    assert outcomes("cut.json")[0] == RIVER
    assert "line 1" in outcomes("cut.json")[1]
    gap = f'[{{"text": "{RIVER}"}} {{"text": 1}}]'
    assert f"line 1, column {gap.rindex('{') + 1}: this is no JSON (a comma" in outcomes(written("gap.json", gap))[1]
    assert outcomes(written("none.json", "[]")) == ["none.json: there is no text in this"]
    assert "there is no text in this" in outcomes(written("blank.jsonl", " \n"))[0]


@pytest.mark.parametrize(("delimiter", "suffix"), [(",", "csv"), (";", "csv"), ("\t", "tsv"), ("|", "csv")])
def test_dialects(delimiter, suffix):
    rows = [
        ["Id", "Title", "Text"],
        ["1", 'A "new" dam', f'"{RIVER}\n\nIt rained; a lot, it seems.|"'],
        ["2", "B", PORT],
    ]
    cells = [[f'"{cell.strip(chr(34)).replace(chr(34), chr(34) * 2)}"' for cell in row] for row in rows]
    name = written(f"a.{suffix}", "\r\n".join(delimiter.join(row) for row in cells))
    first, second = rg.read_many(name)
    assert (first.title, first.text) == ('A "new" dam', f"{RIVER}\n\nIt rained; a lot, it seems.|")
    assert (second.title, second.text, second.source) == ("B", PORT, f"{name}#2")


def test_a_line_may_say_what_parts_the_cells():
    assert outcomes(written("a.csv", f"sep=;\ntitle,x;text\na;{RIVER}\n")) == [RIVER]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_tables(encoding):
    text = f"{RIVER} “It’s a deal,” said São Tomé’s envoy."
    name = written("a.csv", f'title,text\n“A”,"{text}"\n“B”,"{PORT}"\n'.encode(encoding))
    first, second = rg.read_many(name)
    assert (first.title, first.text) == ("“A”", text)
    assert (second.title, second.text) == ("“B”", PORT)


def test_an_encoding_that_is_named():
    content = f'title,text\n\xc0,"{RIVER}"\n'
    assert only(written("a.csv", content.encode("cp1252")), encoding="cp1252").title == "À"
    assert (
        only(written("a.csv", content.encode("cp1251", "replace").replace(b"?", b"\xc0")), encoding="cp1251").title
        == "А"
    )
    assert only(written("a.csv", content.encode("utf-16-le")), encoding="utf-16-le").title == "À"
    assert only(written("a.jsonl", lines({"title": "x", "text": RIVER}).encode("utf-16")), encoding=None).title == "x"
    written("b.jsonl", lines({"title": "\xc0", "text": RIVER}))
    for name in ("a.csv", "b.jsonl"):
        assert "there is no encoding 'latin-99'" in outcomes(name, encoding="latin-99")[0]
    assert outcomes("a.csv", encoding="utf-32")[0].startswith("a.csv: this is not utf-32")


def test_a_row_of_another_encoding_is_an_error_of_that_row():
    name = written(
        "a.csv", b"title,text\nA,%s\nB,\x81\x8d\xff\nC,%s\n" % (RIVER.replace(",", ";").encode(), PORT[:30].encode())
    )
    first, second, third = outcomes(name)
    assert (first, third) == (RIVER.replace(",", ";"), PORT[:30])
    assert second.startswith("a.csv#2: column 'text': this is not UTF-8 (byte 0 is 0x81)")


def test_a_quote_that_is_never_closed_swallows_no_row():
    rows = [f'{number},"{RIVER} It was day {number}."' for number in range(40)]
    rows[10] = f'10,"{RIVER} It was day 10.'
    rows[20] = f'20,"He said "no" to {VISIT}"'
    rows[30] = f"30,{PORT[:20]}, and more, and more"
    found = outcomes(written("a.csv", "id,text\n" + "\n".join(rows)))
    assert found[10] == "a.csv#11: line 12: a quote is opened and not closed as it should be, or not doubled in a cell"
    assert found[20].startswith("He said no")
    assert found[30] == "a.csv#31: line 32: there are 4 cells, but 2 columns"
    assert [number for number, text in enumerate(found) if not text.endswith(f"It was day {number}.")] == [10, 20, 30]
    assert len(found) == 40


def test_a_quote_at_the_end_that_is_never_closed():
    assert outcomes(written("a.csv", f'id,text\n1,"{RIVER}"\n2,"{PORT}\n\n3,{VISIT[:40]}')) == [
        RIVER,
        "a.csv#2: line 3: a quote is opened and not closed as it should be, or not doubled in a cell",
        VISIT[:40],
    ]


def test_huge_cells():
    huge = f"{RIVER} " * 20_000
    assert only(written("a.csv", f'id,text\n1,"{huge}"\n')).text == huge.strip()
    endless = b'id,text\n1,"' + b"x" * 16_500_000 + b'"\n2,"%s"\n' % RIVER.encode()
    first, second = outcomes(written("a.csv", endless))
    assert first == "a.csv#1: line 2: the line is longer than 16 million characters"
    assert second == RIVER


def test_tables_without_rows_or_names():
    assert outcomes(written("a.csv", "")) == ["a.csv: there is no text in this: it is empty or white space only"]
    assert outcomes(written("a.csv", "id,text\n")) == ["a.csv: there is no text in this"]
    assert outcomes(written("a.csv", '"id,text\n'))[0].startswith("a.csv: the names of the columns cannot be read")
    assert (
        "the columns are 'Togo met Benin', 'and Mali'"
        in outcomes(written("a.csv", "Togo met Benin,and Mali\nx,y\n"))[0]
    )


def test_parquet():
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    table = pa.table(
        {
            "body": [RIVER, None, PORT],
            "date": [datetime(2021, 5, 3, 4, tzinfo=UTC), None, datetime(1, 1, 1, tzinfo=UTC)],
            "paragraphs": [[RIVER, VISIT], [], [PORT]],
            "meta": [{"url": "https://example.org/1"}, None, None],
            "heavy": [b"x" * 1000] * 3,
        }
    )
    parquet.write_table(table, "a.parquet", row_group_size=2)
    first, second, third = inputs("a.parquet")
    assert (first.name, first.read().text, first.read().published) == ("a.parquet#1", RIVER, date(2021, 5, 3))
    assert outcome(second) == "a.parquet#2: there is no text in 'body'"
    assert third.read().published is None
    assert third.note == "the date '0001-01-01 00:00:00.000000Z' was left out: it is none, or could be one of two"
    found = list(inputs("a.parquet", columns={"text": "paragraphs", "source": "meta.url"}))
    assert found[0].read().text == f"{RIVER}\n\n{VISIT}"
    assert found[0].read().source == "https://example.org/1"
    assert outcomes("a.parquet", columns={"text": "words"}) == [
        "a.parquet: there is no column 'words'; the columns are 'body', 'date', 'paragraphs', 'meta', 'heavy'"
    ]


def test_parquet_columns_of_other_types():
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    times = pa.array([1620000000000000001, None, -(2**62)], pa.timestamp("ns"))
    words = pa.array([RIVER, PORT, VISIT])
    table = pa.table({
        "text": words.cast(pa.binary()), "other": words.dictionary_encode(), "large": words.cast(pa.large_string()),
        "date": times, "day": pa.array([20_000_000, 18750, None], pa.date32()),
    })  # fmt: skip
    parquet.write_table(table, "a.parquet")
    for column in ("text", "other", "large"):
        documents = list(rg.read_many("a.parquet", columns={"text": column}))
        assert [document.text for document in documents] == [RIVER, PORT, VISIT]
        assert [document.published for document in documents] == [date(2021, 5, 3), None, date(1823, 11, 12)]
    documents = list(rg.read_many("a.parquet", columns={"published": "day"}))
    assert [document.published for document in documents] == [None, date(2021, 5, 3), None]


def test_damaged_parquet():
    pa = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pa.table({"text": [f"{RIVER} {number}" for number in range(2000)]}), "a.parquet")
    with open("a.parquet", "rb") as stream:
        data = stream.read()
    assert outcomes(written("cut.parquet", data[: len(data) // 2]))[0].startswith(
        "cut.parquet: this Parquet file is damaged or was cut off: "
    )
    assert outcomes(written("none.parquet", RIVER))[0].startswith("none.parquet: this Parquet file is damaged")


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2021-05-03", "2021-05-03"), ("2021-05-03T23:59:00+05:00", "2021-05-03"), ("2021/5/3", "2021-05-03"),
        ("20210503", "2021-05-03"), (20210503, "2021-05-03"), (1620000000, "2021-05-03"), (1620000000000, "2021-05-03"),
        ("1620000000", "2021-05-03"), ("May 3, 2021", "2021-05-03"), ("Mon, 03 May 2021 10:00:00 GMT", "2021-05-03"),
        ("3.5.2021", "2021-05-03"), ("13/5/2021", "2021-05-13"), ("5/5/2021", "2021-05-05"),
        ("1776-07-04", "1776-07-04"),
        ("3/5/2021", None), ("9999-12-31", None), ("0000-00-00", None), ("2021-02-30", None), ("2021", None),
        ("yesterday", None), (True, None), (1e300, None), (0, None),
    ],
)  # fmt: skip
def test_dates(value, day):
    (found,) = inputs(written("a.jsonl", lines({"text": RIVER, "date": value})))
    assert found.read().published == (date.fromisoformat(day) if day else None)
    assert (found.note is None) == (day is not None)
    if day is None:
        assert repr(str(value)) in found.note


def test_other_rows_say_which_number_is_the_day():
    name = written("a.csv", f"date,text\n3/5/2021,{PORT[:30]}\n25/5/2021,{PORT[:40]}\n,{PORT[:35]}\n")
    assert [document.published for document in rg.read_many(name)] == [date(2021, 5, 3), date(2021, 5, 25), None]
    written("a.csv", f"date,text\n3/5/2021,{PORT[:30]}\n5/25/2021,{PORT[:40]}\n")
    assert [document.published for document in rg.read_many(name)] == [date(2021, 3, 5), date(2021, 5, 25)]


def test_an_id_is_used_if_it_is_named_and_never_for_two_texts():
    name = written("a.jsonl", lines(*({"id": "x", "text": text} for text in (RIVER, PORT, RIVER)), {"text": VISIT}))
    assert [document.id for document in rg.read_many(name)] == [rg.read(text=t).id for t in (RIVER, PORT, RIVER, VISIT)]
    ids = [document.id for document in rg.read_many([name, name], columns={"id": "id"})]
    assert ids[0] == "x"
    assert len(set(ids[:2])) == 2
    assert ids[1].startswith("x~")
    assert ids[3] == rg.read(text=VISIT).id
    for document in rg.read_many([name, name], columns={"id": "id"}):
        same = [other for other in rg.read_many([name, name], columns={"id": "id"}) if other.id == document.id]
        assert {other.text for other in same} == {document.text}


def test_a_source_is_a_place_and_not_the_name_of_a_paper():
    name = written(
        "a.jsonl", lines({"text": RIVER, "source": "The Lomé Times"}, {"text": PORT, "source": "example.org/1"})
    )
    assert [document.source for document in rg.read_many(name)] == ["a.jsonl#1", "example.org/1"]
    assert next(rg.read_many(name, columns={"source": "source"})).source == "The Lomé Times"


def test_texts_of_rows_are_read_like_others():
    page = f"<html><body><h1>Togo meets Benin</h1><p>{RIVER}</p></body></html>"
    german = (
        "Der Minister hat gestern mit der Regierung über die Lage an der Grenze gesprochen und ist dann abgereist. " * 3
    )
    name = written(
        "a.jsonl", lines({"text": page, "title": "A"}, {"text": german, "lang": "en"}, {"text": "\ud800 " + RIVER})
    )
    first, second, third = inputs(name)
    assert first.read().text.endswith(RIVER)
    assert "<" not in first.read().text
    assert first.read().title == "A"
    assert "in German, not English" in outcome(second)
    assert second.read(language="en").text == german.strip()
    assert third.read().text == "\ufffd " + RIVER
    assert next(iter(list(inputs(name, columns={"language": "lang"}))[1:])).read().language == "en"


def test_fingerprints_of_rows_are_of_their_content():
    first, second = inputs(
        [written("a.jsonl", lines({"text": RIVER, "n": 1})), written("b.jsonl", lines({"n": 2, "text": RIVER}))]
    )
    assert first.fingerprint == second.fingerprint
    (other,) = inputs(written("a.jsonl", lines({"text": RIVER, "title": "A"})))
    assert other.fingerprint != first.fingerprint
