"""Word documents, OpenDocument texts and rich text."""

import io
import zipfile
from datetime import datetime

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from relgraph.errors import MissingDependencyError, ReadError
from relgraph.readers import archived, read
from relgraph.readers import docx as docx_reader
from relgraph.readers import rtf as rtf_reader

NEWS = "The minister of Togo met the envoy of Benin in the capital on Monday."
MORE = "Chile accused Peru of a breach of the treaty that the two countries signed after the war."


def word(*paragraphs, **about):
    document = docx.Document()
    document.core_properties.title = about.get("title", "")
    document.core_properties.author = about.get("author", "python-docx")
    document.core_properties.created = datetime(2021, 5, 3)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return document


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def rezipped(data, **members):
    """Return a zip archive with some members replaced or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in members:
                new.writestr(name, old.read(name))
        for name, content in members.items():
            new.writestr(name, content)
    return out.getvalue()


def test_word_text_title_date_and_authors():
    document = docx.Document()
    document.core_properties.title = "Dokument1.docx"
    document.core_properties.created = datetime(2021, 5, 3)
    document.core_properties.author = "Jane Example"
    document.add_heading("Togo and Benin", 0)
    document.add_paragraph(NEWS)
    table = document.add_table(2, 2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells], ("Country", "2021", "Togo", "2.1"), strict=True
    ):
        cell.text = text
    document.add_paragraph(MORE)
    found = read(saved(document))
    assert found.text.split("\n\n") == ["Togo and Benin", NEWS, "Country | 2021", "Togo | 2.1", MORE]
    assert (found.title, str(found.published), found.authors) == ("Togo and Benin", "2021-05-03", ("Jane Example",))


def test_the_byline_of_a_word_document_counts_first():
    found = read(saved(word("Togo and Benin", "By John Sample", "4 August 2021", NEWS, author="Jane Example")))
    assert (found.title, str(found.published), found.authors) == ("Togo and Benin", "2021-08-04", ("John Sample",))


def test_tracked_changes_boxes_fields_and_hidden_words():
    document = word("", MORE)
    runs = (
        "<w:r><w:t xml:space='preserve'>Togo </w:t></w:r>"
        "<w:ins><w:r><w:t xml:space='preserve'>has </w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>never</w:delText></w:r></w:del>"
        "<w:hyperlink><w:r><w:t>signed</w:t></w:r></w:hyperlink>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secretly</w:t></w:r>"
        "<w:sdt><w:sdtContent><w:r><w:t xml:space='preserve'> a pro</w:t><w:noBreakHyphen/></w:r>"
        "</w:sdtContent></w:sdt>"
        "<w:r><w:t>Benin pact.</w:t></w:r>"
        "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>"
    )
    document.paragraphs[0]._p.getparent().replace(
        document.paragraphs[0]._p, parse_xml(f"<w:p {nsdecls('w')}>{runs}</w:p>")
    )
    assert read(saved(document)).text.split("\n\n") == ["Togo has signed a pro-Benin pact.", "In a box.", MORE]


def test_typed_numbers_of_notes():
    document = word("Togo met Benin")
    for text, raised in (("1", True), (" on 40 km", False), ("2", True), (" of the 21", False), ("st", True)):
        document.paragraphs[0].add_run(text).font.superscript = raised
    assert read(saved(document)).text == "Togo met Benin on 40 km2 of the 21st"


def test_notes_of_a_word_document_stand_at_the_end():
    document = word(NEWS)
    document.paragraphs[0]._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:footnoteReference w:id='2'/></w:r>"))
    document.add_paragraph(MORE)
    data = saved(document)
    note = "<w:footnote w:id='2'><w:p><w:r><w:t>See the treaty.</w:t></w:r></w:p></w:footnote>"
    notes = f"<w:footnotes {nsdecls('w')}>{note}"
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rels = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    data = rezipped(
        data,
        **{
            "word/footnotes.xml": notes + "</w:footnotes>",
            "word/_rels/document.xml.rels": rels.replace(
                "</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
            ),
            "[Content_Types].xml": types.replace(
                "</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{part}"/></Types>'
            ),
        },
    )
    assert read(data).text.split("\n\n") == [NEWS, MORE, "1 See the treaty."]


def test_headers_only_if_all_is_kept():
    document = word(NEWS)
    document.sections[0].header.paragraphs[0].text = "Confidential"
    data = saved(document)
    assert read(data).text == NEWS
    assert read(data, keep="all").text.split("\n\n") == ["Confidential", NEWS]


def test_word_documents_that_are_bad(tmp_path):
    data = saved(word(NEWS))
    path = tmp_path / "a.docx"
    for content, message in (
        (data[: len(data) // 2], "damaged or cut off"),
        (rezipped(data, **{"word/document.xml": b"<w:document"}), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "old Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "locked with a password"),
        (b"PK\x03\x04 and more", "not a Word document .* but a zip archive"),
    ):
        path.write_bytes(content)
        with pytest.raises(ReadError, match=rf"a\.docx: .*{message}"):
            read(path)
    path.write_bytes(b"<html><body><p>" + NEWS.encode() * 4 + b"</p></body></html>")
    assert NEWS in read(path).text


def test_bombs(monkeypatch):
    data = saved(word(NEWS))
    monkeypatch.setattr(archived, "LARGEST", 2_000_000)
    with pytest.raises(ReadError, match=r"unpacks to \d+ MB"):
        read(rezipped(data, **{"word/media/image1.png": bytes(3_000_000)}))
    levels = "".join(f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12))
    bomb = f"<!DOCTYPE x [<!ENTITY e0 'Togo '>{levels}]><w:document {nsdecls('w')}><w:body><w:p><w:r><w:t>&e11;</w:t>"
    with pytest.raises(ReadError, match=r"damaged|no text"):
        read(rezipped(data, **{"word/document.xml": bomb + "</w:r></w:p></w:body></w:document>"}))
    deep = "<w:sdt><w:sdtContent>" * 150 + "</w:sdtContent></w:sdt>" * 150
    xml = f"<w:document {nsdecls('w')}><w:body>{deep}</w:body></w:document>"
    with pytest.raises(ReadError, match=r"damaged|too deeply"):
        read(rezipped(data, **{"word/document.xml": xml}))


@pytest.mark.parametrize(("reader", "data"), [(docx_reader, saved(word(NEWS))), (rtf_reader, b"{\\rtf1 a}")])
def test_without_the_library(monkeypatch, reader, data):
    monkeypatch.setattr(reader, "find_spec", lambda name: None)
    with pytest.raises(MissingDependencyError, match=r"relgraph\[(docx|rtf)\]"):
        read(data)


ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = f"xmlns:office='{ODF}office:1.0' xmlns:text='{ODF}text:1.0' xmlns:table='{ODF}table:1.0'"


def opendocument(body, meta="", **members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body>{body}</office:body></office:document-content>",
        )
        archive.writestr(
            "meta.xml", f"<m xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:meta='{ODF}meta:1.0'>{meta}</m>"
        )
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_opendocument(tmp_path):
    body = (
        "<text:tracked-changes><text:p>Never.</text:p></text:tracked-changes><text:h>Togo and Benin</text:h>"
        f"<text:p>{NEWS[:12]}<text:span>{NEWS[12:30]}</text:span>{NEWS[30:]}<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>See the treaty.</text:p></text:note-body></text:note></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>Togo</text:p></table:table-cell><table:table-cell>"
        "<text:p>2.1</text:p></table:table-cell></table:table-row></table:table>"
        f"<text:p>{MORE.replace(' ', '<text:s/>', 1)}<office:annotation><text:p>A comment.</text:p></office:annotation>"
        "</text:p>"
    )
    path = tmp_path / "a.odt"
    path.write_bytes(
        opendocument(body, "<dc:title>Neighbours</dc:title><meta:creation-date>2021-05-03T10:00:00</meta:creation-date>"
        "<meta:initial-creator>Jane Example</meta:initial-creator>")
    )  # fmt: skip
    found = read(path)
    assert found.text.split("\n\n") == ["Togo and Benin", NEWS, "Togo | 2.1", MORE, "1 See the treaty."]
    assert (found.title, str(found.published), found.authors) == ("Neighbours", "2021-05-03", ("Jane Example",))
    locked = opendocument("", **{"META-INF/manifest.xml": "<manifest:encryption-data/>"})
    with pytest.raises(ReadError, match="locked with a password"):
        read(locked)


def test_rich_text():
    written = (
        rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\info{\title Togo and Benin}{\author Jane Example}"
        rb"{\creatim\yr2021\mo5\dy3}}{\pict\pngblip 89504e470d0a1a0a}\f0 "
        + NEWS.encode()
        + rb"\par S\'e3o Tom\'e9\'92s "
        rb"envoy left.\par}"
    )
    found = read(written)
    assert found.text.split("\n\n") == [NEWS, "São Tomé’s envoy left."]
    assert (found.title, str(found.published), found.authors) == ("Togo and Benin", "2021-05-03", ("Jane Example",))
    with pytest.raises(ReadError, match="cut off"):
        read(written[:-4])
    assert read(rb"{\rtf1 Togo \{met\} Benin \\}").text == "Togo {met} Benin \\"
