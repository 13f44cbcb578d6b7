"""Damaged files of every format: read, or refused with a ReadError, whatever byte is wrong."""

import random

import pytest
from test_readers_books import CHAPTERS, MARKDOWN, SPINE, book, saved_page
from test_readers_eml import NEWS, OLD, mail, sent
from test_readers_office import opendocument, saved, word

from relgraph.errors import ReadError
from relgraph.readers import read

WHOLE = {
    "docx": saved(word(NEWS, OLD)),
    "odt": opendocument(f"<text:p>{NEWS}</text:p>"),
    "epub": book(CHAPTERS, SPINE),
    "eml": sent(mail(NEWS, f"<p>{OLD}</p>", attached=[mail(OLD)])),
    "mhtml": saved_page(),
    "md": MARKDOWN.encode(),
    "rtf": rb"{\rtf1\ansi{\info{\title Togo and Benin}}" + NEWS.encode() + rb"\par}",
}


@pytest.mark.parametrize("suffix", sorted(WHOLE))
def test_damage_is_no_crash(tmp_path, suffix):
    chance = random.Random(suffix)
    path = tmp_path / f"a.{suffix}"
    outcomes = set()
    for number in range(60):
        data = bytearray(WHOLE[suffix])
        if number % 3 == 0:
            del data[chance.randrange(len(data)) :]
        else:
            for _ in range(chance.choice((1, 5, 50))):
                data[chance.randrange(len(data))] = chance.randrange(256)
        path.write_bytes(data)
        try:
            outcomes.add(bool(read(path, language="en").text))
        except ReadError as error:
            outcomes.add(str(error).startswith(str(path)))
    assert outcomes == {True}
