"""Domestic news: who attacks in words, for whom a spokesman speaks, what is no group, and where one only works."""

import pytest
from said import said, who

ACCUSES = "disputes.accuses"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Italy's European commissioner attacked Hungary.", ("Italy", ACCUSES, "Hungary")),
        ("The Lib Dems attacked the Tories.", ("Liberal Democrats", ACCUSES, "Conservative Party")),
        ("The Spanish ambassador attacked Mali.", ("Spain", ACCUSES, "Mali")),
        ("Critics attacked the UN.", ("critics", ACCUSES, "United Nations")),
        ("Senator Reed attacked Pakistan.", ("Reed", ACCUSES, "Pakistan")),
        ("The European Commission was attacked by German ministers.", ("Germany", ACCUSES, "European Union")),
        ("Amnesty International attacked Chad.", ("Amnesty International", ACCUSES, "Chad")),
        # who has arms, or uses them
        ("Hamas attacked Israel.", ("Hamas", "fights.attacks", "Israel")),
        ("Saddam Hussein attacked Iran.", ("Saddam Hussein", "fights.attacks", "Iran")),
        ("General Omar attacked Pakistan.", ("Omar", "fights.attacks", "Pakistan")),
        ("Militants attacked the Kenyan minister.", ("militants", "fights.attacks", "Kenya")),
        ("The Israeli premier attacked Gaza with rockets.", ("Israel", "fights.attacks", "Palestine")),
        # a spokesman says what his body does
        ("Labour criticised the Tories. A UKIP spokesman said it would sue the BBC.", ("UKIP", ACCUSES, "BBC")),
        ("Labour criticised the Tories. A UKIP spokesman said it was ready to sue the BBC.", ("UKIP", ACCUSES, "BBC")),
        (
            "NATO bombed Serbia. An EU spokesman said it would send aid to Mali.",
            ("European Union", "cooperates.aids", "Mali"),
        ),
        (
            "Amnesty condemned Mali. A spokesman for Oxfam said it would help Mali.",
            ("Oxfam", "cooperates.aids", "Mali"),
        ),
        ("A Microsoft executive said it had met Iraqi officials.", ("Microsoft", "cooperates.consults", "Iraq")),
        (
            "Exxon sued Libya. A BP spokeswoman said its refinery had been seized by Iraq.",
            ("Iraq", "restrains.coerces", "BP"),
        ),
        ("Peru accused Chile. A Chilean spokesman said it was Peru's fault.", ("Chile", ACCUSES, "Peru")),
        ("Germany sold tanks to Egypt.", ("Germany", "cooperates.collaborates", "Egypt")),
        ("According to Interfax, Germany may sell tanks to Egypt.", ("Germany", "cooperates.collaborates", "Egypt")),
        ("Sweden gave tanks to Ukraine.", ("Sweden", "cooperates.aids", "Ukraine")),
        # powers that act, and those that one has
        ("Western powers warned Iran.", ("Western powers", "disputes.threatens", "Iran")),
        ("Government forces attacked the rebels.", ("government forces", "fights.attacks", "rebels")),
        # bodies and offices of towns, and people of a country
        ("Chicago mayor Ann Reed met the unions.", ("United States", "affiliated.leads", "United States")),
        ("French lawyer Jean Petit defended Chad.", ("France", "affiliated.member_of", "France")),
        (
            "The two sides are working together. Ghana and Togo are working together.",
            ("Ghana", "cooperates.collaborates", "Togo"),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Israel took the opportunity to bomb Hamas.", "actual"),
        ("Israel went on to bomb Hamas.", "actual"),
        ("Israel wants to use the chance to bomb Hamas.", "intended"),
        ("Israel has an opportunity to bomb Hamas.", "possible"),
    ],
)
def test_a_chance_that_is_taken_is_no_mere_one(text, modality):
    assert ("Hamas", modality) in {(r.target, r.modality) for r in said(text) if r.type == "fights.attacks"}


def test_a_firm_is_no_charity():
    text = "Shell sued Greenpeace. The company accused the group of lying."
    assert ("Shell", ACCUSES, "Greenpeace") in {(r.source, r.type, r.target) for r in said(text)}


def test_who_is_cleared_of_a_deed_has_not_done_it():
    deeds = said("A court acquitted Mario Diaz of attacking Juan Omar.")
    assert ("Mario Diaz", "Juan Omar", "negated") in {(r.source, r.target, r.polarity) for r in deeds}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Tory MPs attacked the prime minister.", "fights", ("Conservative Party", "United Kingdom")),
        (
            "Labour criticised the Tories. A UKIP spokesman said it would sue the BBC.",
            "disputes",
            ("Labour Party", "BBC"),
        ),
        ("Exxon sued Libya. A BP spokeswoman said it had met Iraqi officials.", "cooperates", ("Exxon", "Iraq")),
        ("Detention powers deter terrorists.", "restrains", ("detention powers", "terrorists")),
        ("Spending powers will help Scotland.", "cooperates", ("spending powers", "United Kingdom")),
        ("Market forces forced Greece to leave Serbia.", "restrains", ("market forces", "Greece")),
        ("Market forces hurt farmers in Mali.", "fights", ("Mali", "Mali")),
        ("Christmas parties hurt the prime minister.", "fights", ("parties", "prime minister")),
        ("The question was put by Leeds nurse Ann Reed.", "affiliated", ("Ann Reed", "United Kingdom")),
        ("Iran and Iraq fought for years. Both sides were working to get new arms.", "cooperates", ("Iran", "Iraq")),
        ("A court acquitted Mario Diaz of attacking Juan Omar.", "fights", ("court", "Juan Omar")),
        ("A judge exonerated Chad of arming the rebels.", "cooperates.aids", ("judge", "rebels")),
        ("Judges found Mario Diaz not guilty of fraud.", "disputes", ("judges", "Mario Diaz")),
        ("Germany sold tanks to Egypt.", "cooperates.aids", ("Germany", "Egypt")),
        ("Peru and Chile each worked to win the vote.", "cooperates", ("Peru", "Chile")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("According to the Danish foreign minister, Peter Hansen, the talks failed.", "Denmark"),
        ("According to Chile's president, Laura Pinto, Peru broke the treaty.", "Chile"),
        ("The talks failed, according to the Danish foreign minister, Peter Hansen.", "Denmark"),
    ],
)
def test_a_teller_named_after_his_office_holds_it(text, state):
    assert who(text, "affiliated.leads") == {(state, state)}  # the minister is his state's
