"""Disputes told in more than one sentence: plans refused, other sides left unsaid, and who strikes or is a rival."""

import pytest
from said import said, who

REFUSED = "disputes.rejects"
RIVALS = "disputes.rivals"
STRUCK = "disputes.protests"


def triples(text):
    return {(s.source, s.type, s.target) for s in said(text) if s.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a plan, draft or suggestion that was told of, refused by words of more than one kind
        ("France proposed a customs union. Italian leaders shelved the plan.", ("Italy", REFUSED, "France")),
        ("France proposed a customs union. Italian leaders laughed off the idea.", ("Italy", REFUSED, "France")),
        ("Ghana put forward a draft in Accra. Togo objected to the draft.", ("Togo", REFUSED, "Ghana")),
        ("Norway suggested a new border. Denmark brushed aside any such suggestion.", ("Denmark", REFUSED, "Norway")),
        ("Peru demanded the return of the province. Chile would not hear of it.", ("Chile", REFUSED, "Peru")),
        ("Peru demanded the return of the province. Chile would have none of it.", ("Chile", REFUSED, "Peru")),
        ("Spain asked Chile for a loan. Chile did not agree.", ("Chile", REFUSED, "Spain")),
        ("Hungary presented a plan for the river. Austria raised objections.", ("Austria", REFUSED, "Hungary")),
        ("Spain asked for a share of the mines. Peru scoffed at the demand.", ("Peru", REFUSED, "Spain")),
        # who refuses to join somebody refuses him
        ("The Swiss declined to join the European Union.", ("Switzerland", REFUSED, "European Union")),
        ("The Swiss voted against joining the European Union.", ("Switzerland", REFUSED, "European Union")),
        ("The Dutch refused to join the British expedition.", ("Netherlands", REFUSED, "United Kingdom")),
        # no answer
        ("Chile did not answer Peru's note.", ("Chile", REFUSED, "Peru")),
        ("Togo ignored two letters from Benin.", ("Togo", REFUSED, "Benin")),
        ("Kuwait did not grant Iraqi fishermen access to its waters.", ("Kuwait", REFUSED, "Iraq")),
    ],
)
def test_what_was_put_forward_is_refused(text, expected):
    assert expected in triples(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Turkey and Greece quarrelled over the islands. The Turks threatened war.",
            ("Turkey", "disputes.threatens", "Greece"),
        ),
        (
            "Relations between Chad and Libya soured in 1978. Libya issued an ultimatum.",
            ("Libya", "disputes.threatens", "Chad"),
        ),
        ("Relations between Chad and Libya soured in 1978. Libya went to war.", ("Libya", "fights.attacks", "Chad")),
        (
            "Austria and Serbia were at odds over the railway. Vienna demanded an apology.",
            ("Austria", "disputes.demands", "Serbia"),
        ),
        ("Turkey and Greece quarrelled over the islands. Turkey refused to compromise.", ("Turkey", REFUSED, "Greece")),
        (
            "Turkey and Greece fought over the islands. Greece sued for peace.",
            ("Greece", "cooperates.agrees", "Turkey"),
        ),
        ("Peru and Chile fought over the desert. Chile withdrew its troops.", ("Chile", "cooperates.concedes", "Peru")),
        (
            "Egypt and Israel opened talks in Geneva. Egypt walked out of the talks in June.",
            ("Egypt", REFUSED, "Israel"),
        ),
        (
            "Egypt and Israel opened talks in Geneva. Israel entered the negotiations from a position of strength.",
            ("Israel", "cooperates.consults", "Egypt"),
        ),
        (
            "Iran and Iraq opened talks in Vienna. Iran rejected any limit on oil in the talks.",
            ("Iran", REFUSED, "Iraq"),
        ),
    ],
)
def test_the_other_side_is_left_unsaid(text, expected):
    assert expected in triples(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ryanair pilots went on strike over pay.", ("pilots", STRUCK, "Ryanair")),
        ("Nurses at Mulago hospital have downed tools over unpaid salaries.", ("nurses", STRUCK, "Mulago hospital")),
        ("Miners at the Marikana mine have been on strike for weeks.", ("miners", STRUCK, "Marikana mine")),
        ("Steel workers at Renault struck for higher pay.", ("steel workers", STRUCK, "Renault")),
        ("Employees of Amazon protested against working conditions.", ("employees", STRUCK, "Amazon")),
        ("The guards will not end the strike until the ministry pays them.", ("guards", STRUCK, "ministry")),
    ],
)
def test_workers_strike_against_whom_they_work_for(text, expected):
    assert expected in triples(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The affair was a diplomatic incident between Russia and Britain.", ("Russia", RIVALS, "United Kingdom")),
        ("In May, divisions emerged between Serbia and Bulgaria.", ("Serbia", RIVALS, "Bulgaria")),
        ("A price war between Chad and Niger broke out.", ("Chad", RIVALS, "Niger")),
        ("The border between Guyana and Venezuela is contested.", ("Guyana", RIVALS, "Venezuela")),
        (
            "The commission visited contested areas along the border between Bolivia and Paraguay.",
            ("Bolivia", RIVALS, "Paraguay"),
        ),
        ("Peru and Bolivia claimed large parts of the desert.", ("Peru", RIVALS, "Bolivia")),
        ("The French and the Dutch wanted the same islands.", ("France", RIVALS, "Netherlands")),
    ],
)
def test_they_are_rivals(text, expected):
    assert expected in triples(text)


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Ghana put forward a draft in Accra. Togo had an idea.", ("Togo", "Ghana")),
        ("Norway suggested a new border. Denmark took a step towards the sea.", ("Denmark", "Norway")),
        ("Hungary presented a plan for the river. Austria raised pigs.", ("Austria", "Hungary")),
        ("Spain and Morocco quarrelled over the river. France threatened war.", ("France", "Spain")),
        ("Egypt and Israel opened talks in Geneva. France walked out of the room.", ("France", "Egypt")),
        ("The mayor warned Chad against hiring Libya.", ("Chad", "Libya")),
        ("The division of labour between France and Italy suited both.", ("France", "Italy")),
        ("The border between Guyana and Venezuela is long.", ("Guyana", "Venezuela")),
        ("Brazil and Argentina wanted the same thing.", ("Brazil", "Argentina")),
        ("Pilots of Ryanair celebrated.", ("pilots", "Ryanair")),
        ("Air France attendants protested a rule from Iran.", ("attendants", "Air France")),
    ],
)
def test_no_dispute(text, pair):
    assert pair not in who(text, "disputes")


@pytest.mark.parametrize(
    "text",
    [
        "Turkey and Greece quarrelled over the islands. Greece refused to sell its railway.",
        "Turkey and Greece quarrelled over the islands. Greece demanded higher taxes at home.",
    ],
)
def test_an_act_at_home_concerns_no_other_side(text):
    assert {s.type for s in said(text)} == {RIVALS}
