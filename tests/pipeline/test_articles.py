"""What encyclopaedias say of places and bodies: names that nobody knows, and what the text takes up by "it"."""

import pytest
from said import said


def triples(text):
    return {(r.source, r.type.partition(".")[0], r.target) for r in said(text)}


FORCE = {"fights", "restrains"}


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        # places that the gazetteer does not know, taken up by "it" and "the town"
        (
            "Gorahei is a town in Ethiopia. It was captured by Italian forces. Somali forces besieged the town.",
            {("Italy", "restrains", "Ethiopia"), ("Somalia", "restrains", "Ethiopia")},
        ),
        (
            "Tal Hajar is a village in northern Iraq. It was occupied by ISIL in August 2014.",
            {("Islamic State", "restrains", "Iraq")},
        ),
        # won back from others than those whose land it is
        ("Gorahei is a town in Ethiopia. Kenyan forces retook the town in 2015.", set()),
        ("Gorahei is a town in Ethiopia. It has a market and was visited by the King of Norway.", set()),
    ],
)
def test_whose_land_an_article_on_a_place_speaks_of(text, relations):
    assert {relation for relation in triples(text) if relation[1] in FORCE} == relations


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "Radio Amani was a radio station in Burundi. In 1996 the army closed it. It was supported by Norway.",
            ("Norway", "cooperates", "Radio Amani"),
        ),
        (
            "The Sons of Jazira is a militia in Syria. It is part of the Southern Army. It was trained by Norway.",
            ("Norway", "cooperates", "Sons of Jazira"),
        ),
        (
            "Telco Azul is a telecommunications company in Ecuador. In 2009 the Harbour Board fined the company. "
            "Its chief executive is Jorge Salvador.",
            ("Jorge Salvador", "affiliated", "Telco Azul"),
        ),
        (
            "Mukti Hospital is a hospital in Khulna. It is a member of the Asian Hospital Federation. The hospital is "
            "funded by the World Bank.",
            ("World Bank", "cooperates", "Mukti Hospital"),
        ),
        (
            "The Kuru Charitable Fund has been accused by Kenya of fraud.",
            ("Kenya", "disputes", "Kuru Charitable Fund"),
        ),
        ("The Kuru Movement was outlawed in Sudan in 1990.", ("Sudan", "restrains", "Kuru Movement")),
        ("The Syrian Cyber Club acts as Syria's domain registry.", ("Syrian Cyber Club", "affiliated", "Syria")),
    ],
)
def test_bodies_that_an_article_is_about(text, relation):
    assert relation in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "Talks in the European Union and the World Trade Fund for Asia went on.",
        "The novel was outlawed in Sudan in 1990.",
        "The Lowa Commission acts as a lobby for farmers.",
    ],
)
def test_what_is_no_body_or_no_ones_organ(text):
    assert not triples(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The U.S. will help Mali. Assistant Secretary Olson met Sudanese officials.", ("United States", "Sudan")),
        ("The EU lifted its embargo. High Representative Marino met Cuban officials.", ("European Union", "Cuba")),
        ("On behalf of the people of Canada, I congratulate the people of Ghana.", ("Canada", "Ghana")),
        (
            "Call With the Foreign Secretary\n\nThe following is attributable to Spokesperson Ana Brown:\n\nSecretary "
            "Pompeo spoke with Philippine Foreign Secretary Teo Ramos. The Secretary thanked Kenya for its help.",
            ("United States", "Kenya"),
        ),
    ],
)
def test_for_whom_officials_speak(text, relation):
    assert relation in {(source, target) for source, _, target in triples(text)}


@pytest.mark.parametrize(
    ("title", "issuers"),
    [
        (
            "Joint statement by the High Representative and the African Union on Mali",
            {"European Union", "African Union"},
        ),
        ("Statement by the African Union on Mali", {"African Union"}),
    ],
)
def test_who_issues_a_joint_statement_by_an_office_of_his(title, issuers):
    found = triples(f"{title}\n\nWe call on Chad to release the nurses.")
    assert {source for source, _, target in found if target == "Chad"} == issuers
