"""Who is to do what one tells another: requests, warnings and conditions; and who reports what others did."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "source", "target", "family"),
    [
        # the infinitive behind a request is for the one who hears it
        ("The United States has issued an ultimatum to Sudan to recognise Israel.", "Sudan", "Israel", "cooperates"),
        ("London sent a request to Cairo to release the Libyan pilot.", "Egypt", "Libya", "cooperates"),
        ("The Vatican made an appeal to Peru to pardon two Chilean priests.", "Peru", "Chile", "cooperates"),
        (
            "Kenya issued a warning to Uganda to stop arming the Karamoja rebels.",
            "Uganda",
            "Karamoja rebels",
            "cooperates",
        ),
        ("The Security Council gave Iraq an order to withdraw from Kuwait.", "Iraq", "Kuwait", "cooperates"),
        ("A Danish officer coerced the Kurds to sell land to Turkey.", "Kurds", "Turkey", "cooperates"),
        ("Oman called on Chad to halt its work and on Mali to free two Danish aides.", "Oman", "Mali", "disputes"),
        ("Oman called on Chad to halt its work and on Mali to free two Danish aides.", "Mali", "Denmark", "cooperates"),
        ("Sweden and Norway sent a request to Finland to defend Denmark.", "Finland", "Denmark", "cooperates"),
        # a condition is for the one who is told what happens then
        (
            "Iran warned Turkey that it would close the border if it let in American troops.",
            "Turkey",
            "United States",
            "cooperates",
        ),
        (
            "Peru told Chile that it would recall its envoy unless it apologised to Bolivia.",
            "Chile",
            "Bolivia",
            "cooperates",
        ),
        (
            "Mugabe warned the British envoy that his government would expel him if he helped the rebels.",
            "United Kingdom",
            "rebels",
            "cooperates",
        ),
    ],
)
def test_who_is_to_do_it(text, source, target, family):
    assert (source, target) in who(text, family)


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("London sent a request to Cairo to release the Libyan pilot.", "United Kingdom", "Libya"),
        ("Iran warned Turkey that it would close the border if it let in American troops.", "Iran", "United States"),
        ("Peru told Chile that it would recall its envoy unless it apologised to Bolivia.", "Peru", "Bolivia"),
        ("Kenya issued a warning to Uganda to stop arming the Karamoja rebels.", "Kenya", "Karamoja rebels"),
    ],
)
def test_who_is_not(text, source, target):
    assert all((source, target) not in one.orders for one in said(text))


def test_reporters_are_not_the_killed():
    text = "Syrian warplanes pounded the town, killing at least five people, relief workers and a war monitor reported."
    found = [one for one in said(text) if one.family == "fights"]
    assert {one.target for one in found} == {"Syria", "people"}
    assert not any("people" in (one.attribution or "") for one in found)


def test_millions_of_people_are_no_money():
    assert not any(one.type == "cooperates.aids" for one in said("Libya allowed millions of refugees into Europe."))


def test_another_body_than_the_one_named():
    text = "The Movement for Democratic Change rejected the vote, claiming the electoral agency rigged it."
    assert all(one.target != "Movement for Democratic Change" for one in said(text))


def test_what_is_told_aside_is_not_alleged():
    text = "Libya, which armed the IRA, was accused by Egypt of killing two Tunisian sailors."
    assert {(one.source, one.attribution) for one in said(text) if one.type == "cooperates.aids"} == {("Libya", None)}
    assert {(one.source, one.attribution) for one in said(text) if one.family == "fights"} == {("Libya", "Egypt")}


@pytest.mark.parametrize(
    "text",
    ["Japan will give ten million US dollars to Sudan.", "Qatar's loan of 3 million Swiss francs to Togo ended."],
)
def test_money_is_no_actor(text):
    assert {one.source for one in said(text)} <= {"Japan", "Qatar"}


def test_families_are_no_towns():
    assert all(one.target != "Sri Lanka" for one in said("The FBI arrested a boss of the Colombo family."))


def test_who_is_given_money_stands_before_it():
    assert ("Taiwan", "Paraguay") in who("Taipei will lend Paraguay $150 million for roads.", "cooperates")
    assert ("Peru", "Chile") in who("Peru won a contract from Chile.", "cooperates")
