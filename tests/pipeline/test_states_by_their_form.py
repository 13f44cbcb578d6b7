"""States of the past by their form, breakaway and retaken lands, and "the two post-Soviet countries"."""

import pytest
from said import said


def _found(text):
    return {(r.source, r.type, r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Oyo Empire invaded Dahomey.", ("Oyo Empire", "fights.attacks", "Dahomey")),
        ("The Oyo empire invaded Dahomey.", ("Oyo Empire", "fights.attacks", "Dahomey")),
        ("The Kingdom of Kongo shelled Dahomey.", ("Kingdom of Kongo", "fights.attacks", "Dahomey")),
        (
            "The Kingdom of Kongo rose. In 1660 Kongo shelled Dahomey.",
            ("Kingdom of Kongo", "fights.attacks", "Dahomey"),
        ),
        ("The Bukhara Emirate signed a truce with Russia.", ("Bukhara Emirate", "cooperates.agrees", "Russia")),
        # what is known stays what it is
        ("The Kingdom of Norway recalled its envoy from Chad.", ("Norway", "restrains.sanctions", "Chad")),
        ("The Russian Empire fought Sweden.", ("Russian Empire", "fights.attacks", "Sweden")),
        # land that is taken again
        ("Russia retook Chechnya by force.", ("Russia", "restrains.coerces", "Chechnya")),
        (
            "Chad and Mali signed a text. The two post-Soviet countries have fought a series of wars.",
            ("Chad", "fights.attacks", "Mali"),
        ),
        (
            "Chad and Mali met. The two cash-strapped governments signed a treaty.",
            ("Chad", "cooperates.agrees", "Mali"),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Evil Empire attacked Chad.",
        "The Magic Kingdom sued Chad.",
        "A media empire attacked Chad.",
        "The Murdoch empire sued Chad.",
    ],
)
def test_it_is_no_state(text):
    assert not any("mpire" in r.source or "ingdom" in r.source for r in said(text))


def test_who_breaks_away_with_help_breaks_with_no_helper():
    found = _found("Biafra broke away with help from France.")
    assert ("France", "cooperates.aids", "Biafra") in found
    assert not any(source == "Biafra" for source, _, _ in found)
