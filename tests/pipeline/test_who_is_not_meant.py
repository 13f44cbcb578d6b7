"""Who is not meant: mediators by "the two", each other by "each other's rebels", a reporter's country."""

import pytest
from said import said


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        (
            "Chad and Sudan quarrelled in 2008. Qatar and Libya mediated, and the two countries signed a protocol.",
            "cooperates.agrees",
            {"Chad", "Sudan"},
        ),
        (
            "The head of Benin's mission in Niamey said Togo must mediate with neighbouring Niger over the two "
            "countries' disputed border.",
            "disputes.rivals",
            {"Benin", "Niger"},
        ),
        (
            "Since the war between Ghana and Togo in 2023, Benin has accused Niger of helping Togo.",
            "fights.attacks",
            {"Ghana", "Togo"},
        ),
        ("Sudan bombed positions inside Chad.", "fights.attacks", {"Sudan", "Chad"}),
        ("Israel would invade the Sinai.", "fights.attacks", {"Israel", "Egypt"}),
        (
            "WASHINGTON (AFP) - The United States imposed sanctions on a Belarusian exporter and 12 officials.",
            "restrains.sanctions",
            {"United States", "Belarus"},
        ),
        (
            "The Popular Front for Recovery left the talks. Ghana said PFR fighters had attacked the port of Tema.",
            "fights.attacks",
            {"Popular Front for Recovery", "Ghana"},
        ),
    ],
)
def test_who_is_meant(text, type_, pair):
    found = [r for r in said(text) if r.type == type_]
    assert [{r.source, r.target} for r in found] == [pair]
    assert type_ != "fights.attacks" or "Benin" not in {r.attribution for r in found}


@pytest.mark.parametrize(
    "text",
    [
        "Chad and Sudan arm each other's rebels.",
        "Chad and Sudan bankrolled each other's insurgents.",
        "Chad and Sudan stopped supporting each other's enemies.",
        "Chad and Sudan shelled each other's rebels.",
    ],
)
def test_foes_of_each_other_are_not_each_other(text):
    assert not [r for r in said(text) if {r.source, r.target} == {"Chad", "Sudan"}]


def test_what_is_each_others_is_done_to_each_other():
    (found,) = said("Chad and Sudan expelled each other's diplomats.")
    assert ({found.source, found.target}, found.type, found.symmetric) == (
        {"Chad", "Sudan"},
        "restrains.sanctions",
        True,
    )


def test_both_countries_are_not_a_country_and_a_foreign_minister():
    text = (
        "London and Paris bombed Egypt. Washington was furious. Eisenhower refused to support the pound until Britain "
        "withdrew. Saudi Arabia imposed an oil embargo on both countries."
    )
    assert "United States" not in {r.target for r in said(text) if r.source == "Saudi Arabia"}
