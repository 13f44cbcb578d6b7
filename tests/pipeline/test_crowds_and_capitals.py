"""Crowds that strike, capitals that alone name a country, and names in years told in words."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "family", "target"),
    [
        ("Crowds pelted a UN convoy with stones in Goma.", "fights", "United Nations"),
        ("Angry crowds looted Lebanese shops in Abidjan.", "fights", "Lebanon"),
        ("Crowds chanted slogans against Rwanda in Goma.", "disputes", "Rwanda"),
        ("Crowds stormed the Danish consulate in Beirut.", "disputes", "Denmark"),
    ],
)
def test_crowds_act_as_one_where_they_strike(text, family, target):
    assert {whom for _, whom in who(text, family)} == {target}


@pytest.mark.parametrize(
    "text",
    ["Crowds greeted the Cuban team in Managua.", "Crowds lined the streets as the Chilean president arrived."],
)
def test_crowds_that_watch_do_nothing(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Vilnius rejected it, the prime minister said after meeting her Irish counterpart.", ("Lithuania", "Ireland")),
        ("Lima rejected the offer. The foreign minister met his Cuban counterpart.", ("Peru", "Cuba")),
    ],
)
def test_the_minister_is_the_one_of_the_capital_that_acts(text, pair):
    assert pair in who(text, "cooperates")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("By the mid-sixties Conakry had grown angry at Moscow.", ("Guinea", "Soviet Union")),
        ("In the nineties Conakry had grown angry at Moscow.", ("Guinea", "Russia")),
        ("The Soviet Union fell. In 2006 Conakry condemned Moscow.", ("Guinea", "Russia")),
        ("A Soviet ban was unthinkable, but Guinea condemned Russian threats in 2006.", ("Guinea", "Russia")),
    ],
)
def test_a_name_means_the_state_of_the_years_told(text, pair):
    assert who(text, "disputes") == {pair}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("A German charity has paid for solar pumps in eastern Chad.", "cooperates", ("Germany", "Chad")),
        ("India and Bangladesh swapped enclaves in 2015.", "cooperates", ("India", "Bangladesh")),
        ("A Kenyan frigate is hunting for Somali pirates.", "fights", ("Kenya", "Somali pirates")),
        ("The extent of American support for the contras was debated.", "cooperates", ("United States", "Contras")),
    ],
)
def test_works_paid_for_land_swapped_and_fighters_hunted(text, family, pair):
    assert pair in who(text, family)


def test_a_delegation_from_a_capital_is_its_country():
    assert ("Norway", "Iran") in who("Norwegian diplomats met a team from Tehran in Oslo.", "cooperates")
    assert ("Kuwait", "Iran") in who("Kuwait will discuss the field with a delegation from Tehran.", "cooperates")
    assert said("A football team from Paris beat Chad.") == []
