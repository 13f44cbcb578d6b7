"""Texts without menus: nothing is taken from them."""

from datetime import date
from pathlib import Path

import pytest

from relgraph.readers import read

PRESS_RELEASE = """Foreign ministers of the Baltic states meet in Riga

RIGA, May 3, 2021 - The foreign ministers of Estonia, Latvia and Lithuania met on 1 April 2020 in
Riga. They condemned the attack.

Contact
Press office
Tel. 371 000
"""
TRANSCRIPT = """Q: Did Sudan close the border?

A: Yes.

Q: When?

A: On Monday. Egypt protested.
MODERATOR: Last question
Q: And Libya?
"""
WRAPPED_MAIL = """From: Anna Bell <anna@example.org>
To: Desk
Subject: Talks in Oslo
Date: Mon, 3 May 2021 10:00:00 +0200

Norway has received the envoy of Iran, who asked it to mediate between
Tehran and the Gulf states. Saudi Arabia rejected the offer within hours,
and the Emirates did
the same.

> Will Qatar take part?
> I doubt it

Yours
A.
"""
POEM = """Border song

the river takes no side
it carries boats and soldiers
it carries songs

the river takes no side
Iran
Iraq
the reeds between them

the river takes no side
"""
NAMES = (
    "\n".join(f"{name} Republic" for name in ("Czech", "Slovak", "Dominican", "Kyrgyz", "Central African") * 6) + "\n"
)
CHRONOLOGY = """A year of war

3 January 2019

Rebels shell the capital.

9 February 2019

Ethiopia sends troops.

News

Kenya closes its airports.
"""


@pytest.mark.parametrize(
    "text", [PRESS_RELEASE, TRANSCRIPT, WRAPPED_MAIL, POEM, NAMES, CHRONOLOGY, "Iran sued.", "Iran"]
)
def test_kept_verbatim(text):
    assert read(text=text).text == text.strip("\n")


def test_title_is_a_short_first_line_over_a_gap():
    assert read(text=PRESS_RELEASE).title == "Foreign ministers of the Baltic states meet in Riga"
    assert read(text="Togo met Benin.\n\nThey spoke.").title is None
    assert read(text="Togo and Benin\nmet again.\n\nThey spoke.").title is None
    assert read(text="Dear colleagues,\n\nTogo met Benin.").title is None
    assert read(text="FOR IMMEDIATE RELEASE\n\nTogo meets Benin\n\nThey spoke.").title == "Togo meets Benin"
    assert read(text=TRANSCRIPT).title is None


def test_date_comes_from_dateline_or_byline_and_never_from_a_sentence():
    assert read(text=PRESS_RELEASE).published == date(2021, 5, 3)
    assert read(text="Togo met Benin on 1 April 2020. They had quarrelled since May 3, 2019.").published is None
    assert read(text="Togo meets Benin\n\nTogo met Benin on 1 April 2020.").published is None
    assert read(text="Togo meets Benin\n\nTalks failed 1 April 2020.").published is None
    lines = (
        "4 August 2021", "August 4, 2021", "Aug. 4, 2021", "2021-08-04", "Wednesday, 4th August 2021, 10:30 GMT",
        "Published: 4 August 2021", "04.08.2021", "Policy Paper 7, August 4, 2021",
    )  # fmt: skip
    for line in lines:
        found = read(text=f"Togo meets Benin\n{line}\n\nTogo met Benin on 1 April 2020 in a small town.").published
        assert found == date(2021, 8, 4), line
    assert read(text="Togo meets Benin\n\n31 February 2021\n\nThey spoke.").published is None


def test_published_wins_over_updated():
    text = "Togo meets Benin\nUpdated 5 August 2021\nPublished 4 August 2021\n\nThe two presidents spoke for an hour."
    assert read(text=text).published == date(2021, 8, 4)


def test_authors_come_from_the_byline():
    text = "Togo meets Benin\n\nBy Anna Bell, Senior Fellow, and Carl de Groot\n\nTogo met Benin by the sea."
    assert read(text=text).authors == ("Anna Bell", "Carl de Groot")
    assert read(text="Togo meets Benin\n\nBy the sea they met.").authors == ()


def test_mail_header():
    document = read(text=WRAPPED_MAIL)
    assert (document.title, document.published, document.authors) == ("Talks in Oslo", date(2021, 5, 3), ("Anna Bell",))


def test_normalised_characters_only():
    text = "\ufeffIran\xa0met\x00 Iraq. \r\n\tYes\x0c indeed.\rNo\u2028\u200b.  \n"
    assert read(text=text).text == "Iran met  Iraq.\n\tYes  indeed.\nNo\u2028\u200b."


def test_overrides_and_pass_through():
    document = read(text="Togo met Benin.", id="d1", title="T", published="2020-01-02", authors="A B", issuer="Togo",
                    source="mail", language="en")  # fmt: skip
    assert document.model_dump() == {
        "id": "d1", "text": "Togo met Benin.", "title": "T", "published": date(2020, 1, 2), "authors": ("A B",),
        "issuer": "Togo", "source": "mail", "copies": (), "language": "en",
    }  # fmt: skip
    assert read(document) is document
    changed = read(document, title="Other", authors=["C D", "E F"])
    assert (changed.id, changed.title, changed.authors) == ("d1", "Other", ("C D", "E F"))


@pytest.mark.parametrize("kind", ["str", "path", "bytes", "bytearray", "binary file", "text file", "text"])
def test_every_kind_of_source(tmp_path, kind):
    path = tmp_path / "one article.txt"
    path.write_text("Togo met Benin’s envoy.\n", encoding="utf-8")
    if kind in ("binary file", "text file"):
        with path.open("rb") if kind == "binary file" else path.open(encoding="utf-8") as file:
            document = read(file)
    else:
        data = path.read_bytes()
        given = {"str": str(path), "path": path, "bytes": data, "bytearray": bytearray(data), "text": data.decode()}
        document = read(given[kind])
    assert document.text == "Togo met Benin’s envoy."
    assert document.source == (None if kind in ("bytes", "bytearray", "text") else str(path))


def test_source_alone_is_the_input(tmp_path):
    path = Path(tmp_path, "a.txt")
    path.write_text("Togo met Benin.", encoding="utf-8")
    assert read(source=path).text == "Togo met Benin."


def test_a_file_that_is_named_like_a_sentence_is_a_path_only_as_source(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("Togo met Benin.").write_text("It rained in Lomé.", encoding="utf-8")
    assert read("Togo met Benin.").text == "It rained in Lomé."
    assert read(text="Togo met Benin.").text == "Togo met Benin."
