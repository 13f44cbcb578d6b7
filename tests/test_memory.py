"""While a text is read nobody searches for reference cycles, and afterwards all is as it was."""

import gc

import pytest

from relgraph import Extractor
from relgraph.memory import cycles_left
from relgraph.pipeline import reader


@pytest.fixture
def without_search():
    gc.disable()
    yield
    gc.enable()


def test_the_search_pauses_and_goes_on():
    with cycles_left():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_the_search_goes_on_after_an_error():
    with pytest.raises(KeyError), cycles_left():
        raise KeyError
    assert gc.isenabled()


@pytest.mark.usefixtures("without_search")
def test_who_turned_the_search_off_keeps_it_off():
    with cycles_left():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_a_text_is_read_in_the_pause(monkeypatch):
    seen = []
    extraction = reader.Writer.extraction
    monkeypatch.setattr(reader.Writer, "extraction", lambda self: seen.append(gc.isenabled()) or extraction(self))
    assert Extractor().extract("Peru bombed Chile.").relations()
    assert seen == [False]
    assert gc.isenabled()
