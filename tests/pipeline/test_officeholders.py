"""Who "the president" is, and whose an ally, a patron or a committee is."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jacques Chirac flew to Chad. The president praised Sudan.", ("Jacques Chirac", "Sudan")),
        ("Angela Merkel condemned the raid on Israel. The chancellor praised Egypt.", ("Angela Merkel", "Egypt")),
        ("Sergey Lavrov visited Iran. The foreign minister praised Syria.", ("Sergey Lavrov", "Syria")),
        ("Donald Rumsfeld visited Iraq. The secretary praised Poland.", ("Donald Rumsfeld", "Poland")),
    ],
)
def test_known_persons_have_their_offices(text, expected):
    assert expected in who(text, "cooperates.supports")


def test_who_is_out_of_office_is_not_the_president():
    assert ("Ivo Kern", "Peru") not in who("Former president Ivo Kern left. The president praised Peru.", "cooperates")


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("He talked to Fatah's Syrian patrons.", "cooperates.supports", {("Syria", "Fatah")}),
        ("Hezbollah's Iranian backers sent nothing.", "cooperates.supports", {("Iran", "Hezbollah")}),
        ("U.S. Secretary of State Dean Norton left.", "affiliated", {("United States", "United States")}),
        ("The plan would hurt several allies, including Chad and Mali.", "cooperates", set()),
        ("The treaty prevented Chad and Mali from joining an alliance.", "cooperates", set()),
        ("Chad and Mali met. The committee presented their report.", "cooperates.collaborates", set()),
        ("An EU spokesman dismissed the American complaint.", "cooperates", set()),
        ("Turkmenistan shut off gas supplies to Ukraine.", "cooperates", set()),
    ],
)
def test_whose_they_are(text, family, expected):
    assert who(text, family) == expected


def test_the_allies_that_are_listed_are_those_of_their_owner():
    found = {(one.source, one.target) for one in said("America's allies, including Chad and Mali, protested.")}
    assert found == {("United States", "Chad"), ("United States", "Mali")}
