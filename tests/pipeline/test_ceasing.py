"""Who stops doing something, or is to: what was friendly is withheld, what was hostile is conceded, or goes on."""

import pytest
from said import said, who


def between(text: str) -> dict[str, tuple[str, str]]:
    """Return the types that hold from Ghana to Togo, each with polarity and modality."""
    return {one.type: (one.polarity, one.modality) for one in said(text) if ("Ghana", "Togo") in one.orders}


@pytest.mark.parametrize(
    ("text", "type_", "modality"),
    [
        ("Ghana stopped providing aid to Togo.", "restrains.sanctions", "actual"),
        ("Ghana ceased giving support to Togo.", "restrains.sanctions", "actual"),
        ("Ghana quit selling gas to Togo.", "restrains.sanctions", "actual"),
        ("Ghana will stop cooperating with Togo on migration.", "restrains.sanctions", "intended"),
        ("Ghana has stopped bombing Togo.", "cooperates.concedes", "actual"),
        ("Ghana stopped carrying out raids on Togo.", "cooperates.concedes", "actual"),
        ("Ghana stopped imposing tariffs on Togo.", "cooperates.concedes", "actual"),
        ("Ghana decided to stop shelling Togo.", "cooperates.concedes", "intended"),
    ],
)
def test_what_is_stopped_is_withheld_or_conceded_and_not_coded_again(text, type_, modality):
    assert between(text) == {type_: ("affirmed", modality)}


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Ghana scrapped the visa waiver for Togo.", "restrains.sanctions"),
        ("Ghana ended the truce with Togo.", "disputes.rejects"),
        ("Ghana suspended its withdrawal from Togo.", "disputes.rejects"),
    ],
)
def test_a_concession_that_is_taken_back_is_none(text, type_):
    assert between(text) == {type_: ("affirmed", "actual")}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana did not stop bombing Togo.",
        "Ghana has never stopped bombing Togo.",
        "Niger urged Ghana to stop bombing Togo.",
        "Niger called on Ghana to stop bombing Togo.",
        "Niger said that Ghana must stop bombing Togo.",
    ],
)
def test_what_is_only_to_be_stopped_goes_on(text):
    assert between(text) == {"fights.attacks": ("affirmed", "actual")}


@pytest.mark.parametrize(
    "text",
    [
        "Niger called on Ghana to arm Togo.",
        "Niger appealed to Ghana to arm Togo.",
        "Niger prevailed upon Ghana to arm Togo.",
        "Niger relied on Ghana to arm Togo.",
        "Niger is counting on Ghana to arm Togo.",
    ],
)
def test_who_is_appealed_to_is_who_is_to_act(text):
    assert who(text, "cooperates.aids") == {("Ghana", "Togo")}


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Kenya, which attacked Sudan, and Chad, which supports Mali, signed a treaty.", "fights", ("Kenya", "Sudan")),
        ("Kenya, which attacked Sudan, and Chad, which supports Mali, met.", "cooperates.supports", ("Chad", "Mali")),
        ("Peru and Chile, which supports Bolivia, met.", "cooperates.supports", ("Chile", "Bolivia")),
        ("Armenia, which hosts Russian guards, offered to help, but Azerbaijan refused.", "cooperates.consults",
         ("Armenia", "Russia")),
    ],
)  # fmt: skip
def test_a_relative_clause_is_said_of_the_noun_before_it_alone(text, family, expected):
    assert who(text, family) == {expected}


def test_a_relative_clause_in_the_plural_is_said_of_all_before_it():
    supporters = {("Peru", "Bolivia"), ("Chile", "Bolivia")}
    assert who("Peru and Chile, which support Bolivia, met.", "cooperates.supports") == supporters
    assert who("Kenya met Peru and Chile, which have sanctioned Bolivia.", "restrains") == supporters
