"""Judgements on what is so in a country, and what people earn by their deeds; who goes somewhere to protest."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Finland criticised the slow pace of judicial reforms in Serbia.", ("Finland", "Serbia")),
        ("Lenders deplored a lack of transparency in Gabon's public finances.", ("lenders", "Gabon")),
        ("Denmark is worried about the state of press freedom in Zambia.", ("Denmark", "Zambia")),
        ("Danish criticism of the elections in Zambia was muted.", ("Denmark", "Zambia")),
        ("Austria voiced concern about the human rights situation in Laos.", ("Austria", "Laos")),
        ("Benin objected to the jailing of editors in Togo.", ("Benin", "Togo")),
        ("The blockade earned Serbia the condemnation of Albania.", ("Albania", "Serbia")),
    ],
)
def test_what_is_so_in_a_country_is_its_own(text: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Finland praised the progress of reforms in Serbia.", ("Finland", "Serbia")),
        ("The airlift won Kenya praise from Rwanda.", ("Rwanda", "Kenya")),
    ],
)
def test_praise_for_what_is_so(text: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, "cooperates")


@pytest.mark.parametrize(
    "text",
    [
        "Finland criticised the summit in Serbia.",
        "Finland criticised Malta at a conference on reforms in Serbia.",
        "Finland criticised the trial in Geneva.",
    ],
)
def test_where_something_was_is_no_target(text: str) -> None:
    assert not {target for _, target in who(text, "disputes")} & {"Serbia", "Switzerland"}


def test_a_challenge_to_do_something_is_a_demand() -> None:
    assert [(one.source, one.type, one.target) for one in said("Tirana challenged Belgrade to open its archives.")] == [
        ("Albania", "disputes.demands", "Serbia")
    ]


def test_who_is_jailed_for_a_deed_did_it() -> None:
    found = who(
        "A Kenyan court sentenced four al-Shabaab men to death for an ambush that killed Ugandan troops.", "fights"
    )
    assert found == {("al-Shabaab", "Uganda")}


def test_bodies_are_told_to_do_something() -> None:
    found = who("Oman warned the Danish embassy not to meddle in its affairs.", "restrains")
    assert found == {("Denmark", "Oman")}


def test_who_marches_to_protest_protests() -> None:
    (protest,) = [
        one
        for one in said("Nurses marched through Lima to protest against the Peruvian government.")
        if one.target == "Peru"
    ]
    assert protest.modality == "actual"
