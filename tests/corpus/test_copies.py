"""Copies are recognised, different texts are not taken for copies, and little memory is needed for it."""

from __future__ import annotations

import subprocess
import sys
import tracemalloc
from contextlib import closing

import numpy as np
import pytest
from articles import CONDOLENCE, HARBOUR, HARBOUR_ELSEWHERE, UPDATE, reprinted

from relgraph.corpus.copies import Copies, Identities
from relgraph.corpus.index import HashIndex
from relgraph.corpus.near import is_near_copy
from relgraph.corpus.sketch import BANDS, Sketch, sketch


def originals(*texts, **options):
    """Return for each text the number of the one that it is a copy of, or None."""
    found = []
    with closing(Copies(**options)) as copies:
        for number, text in enumerate(texts):
            mark = sketch(text)
            original = copies.original(text, mark)
            found.append(original if original is None else int(original))
            if original is None:
                copies.add(str(number), text, mark)
    return found


def test_what_papers_make_of_a_wire_story_is_a_copy():
    reprints = [reprinted(HARBOUR, seed) for seed in range(60)]
    assert len(set(reprints)) > 50
    found = [originals(HARBOUR, reprint)[1] for reprint in reprints]
    assert found.count(0) == 60
    assert originals(HARBOUR_ELSEWHERE, HARBOUR, *reprints)[:2] == [None, None]


@pytest.mark.parametrize(
    "other",
    [
        HARBOUR_ELSEWHERE,
        UPDATE,
        HARBOUR.replace("Chile criticised", "Argentina criticised").replace("Its government", "Ecuador’s government")
        .replace("The foreign minister of Peru", "The foreign minister of Brazil").replace("Brazil has", "China has"),
        HARBOUR.replace("it had not been", "it had been"),
        HARBOUR.replace("never been in dispute", "been in dispute"),
        f"{HARBOUR}\n\n{HARBOUR_ELSEWHERE}",
        HARBOUR_ELSEWHERE.split("\n\n")[1] + HARBOUR,
    ],
    ids=["another paper", "an update", "other names", "not", "never", "two in one", "a paragraph more"],
)  # fmt: skip
def test_what_says_something_else_is_no_copy(other):
    assert not is_near_copy(other, HARBOUR)
    assert originals(HARBOUR, other) == [None, None]


def test_a_part_of_a_text_is_a_copy_of_it_and_the_whole_none_of_the_part():
    part = "\n\n".join(HARBOUR.split("\n\n")[:2])
    assert originals(HARBOUR, part) == [None, 0]
    assert originals(part, HARBOUR) == [None, None]


def test_a_form_filled_in_anew_is_no_copy():
    forms = [
        CONDOLENCE.format(country=country, event=event, place=place)
        for country, event, place in [
            ("Chile", "earthquake", "Arica"),
            ("Bolivia", "earthquake", "Potosí"),
            ("Chile", "flood", "Arica"),
            ("Chile", "earthquake", "Atacama"),
        ]
    ]
    assert originals(*forms)[:2] == [None, None]
    assert originals(*forms)[3] is None
    assert is_near_copy(forms[0].replace("wishes", "WISHES").replace("quick", "swift"), forms[0])


def test_swapped_names_are_no_copy():
    swapped = CONDOLENCE.format(country="Chile", event="flood", place="Arica").replace(
        "that Peru stands by Chile", "that Chile stands by Peru"
    )
    assert not is_near_copy(swapped, CONDOLENCE.format(country="Chile", event="flood", place="Arica"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ('Peru "warned"  Chile about the border on Monday.', "Peru “warned” Chile\nabout the border on Monday.", True),
        ("Peru warned Chile about the border on Monday.", "PERU WARNED CHILE ABOUT THE BORDER ON MONDAY.", True),
        ("Peru’s army left.", "Peru's army left.", True),
        ("Peru warned us.", "Peru warned US.", False),
        ("Peru warned Chile about the border on Monday.", "Peru warned Chile about the border on Tuesday.", False),
        ("Peru warned Chile about the border on Monday.", "Peru warned Chile about the border.", False),
    ],
)
def test_short_texts_are_copies_if_they_are_the_same(one, other, same):
    assert originals(one, other) == [None, 0 if same else None]


def test_the_first_of_several_is_the_original():
    assert originals(HARBOUR, UPDATE, reprinted(HARBOUR, 3), HARBOUR, UPDATE.upper()) == [None, None, 0, 0, 1]
    assert originals(HARBOUR, reprinted(HARBOUR, 3), HARBOUR.upper(), rule="same") == [None, None, 0]
    assert originals(HARBOUR, HARBOUR, rule="keep") == [None, None]


def test_earlier_runs_are_known_by_their_sketches():
    with closing(Copies("near", {"old": HARBOUR}.get)) as copies:
        copies.add("old", None, Sketch.from_bytes(sketch(HARBOUR).to_bytes()))
        again = reprinted(HARBOUR, 5)
        assert copies.original(again, sketch(again)) == "old"
        assert copies.original(HARBOUR.upper(), sketch(HARBOUR.upper())) == "old"
        assert copies.original(UPDATE, sketch(UPDATE)) is None


def test_sketches_are_small_and_the_same_everywhere():
    mark = sketch(HARBOUR)
    assert len(mark.to_bytes()) == 8 + 4 * BANDS
    assert len(sketch("Peru warned Chile.").to_bytes()) == 8
    assert Sketch.from_bytes(b"something else") is None
    # They are kept in stores, so that this must never change.
    assert (mark.exact, mark.bands[:3].tolist()) == EXPECTED
    code = "import sys; from relgraph.corpus.sketch import sketch; print(sketch(sys.stdin.read()).to_bytes().hex())"
    done = subprocess.run([sys.executable, "-c", code], input=HARBOUR, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == mark.to_bytes().hex()


EXPECTED = (17471161378082641418, [776406650, 3074737724, 2738603566])


def test_sketches_take_odd_texts():
    for text in ("", " ", "\ud800 " * 50, "word " * 100_000, "中文" * 100, "1 " * 60):
        assert originals(text, text) == [None, 0]


def test_the_index_finds_what_was_added():
    index, added = HashIndex(np.uint32), {}
    chance = np.random.default_rng(1)
    for number in range(4000):
        hashes = chance.integers(0, 3000, size=20).tolist()
        index.add(hashes, number)
        for each in hashes:
            added.setdefault(each, []).append(number)
    assert len(index._levels) >= 1
    for each in (*range(0, 3000, 17), 3001, 2**32 - 1):
        assert sorted(index.find((each,))) == sorted(added.get(each, []))
    assert sorted(index.find((5, 6))) == sorted(added[5] + added[6])


def test_many_documents_take_little_memory():
    marks = [Sketch(number, np.arange(number * BANDS, (number + 1) * BANDS, dtype=np.uint32)) for number in range(5000)]
    with closing(Copies()) as copies:
        tracemalloc.start()
        for number, mark in enumerate(marks):
            copies.add(f"document {number}", HARBOUR, mark)
        taken, _ = tracemalloc.get_traced_memory()
        tracemalloc.stop()
    # Below 600 bytes each beyond what is constant: texts are not in memory.
    assert taken < 5000 * 600 + 4_000_000 + (1 << 23)


def test_ids_belong_to_one_text():
    identities = Identities({"old": "Peru."}.get)
    assert not identities.taken("a", "Peru.")
    assert not identities.taken("a", "Peru.")
    assert identities.taken("a", "Chile.")
    assert identities.taken("old", "Chile.")
    assert not identities.taken("old", "Peru.")
