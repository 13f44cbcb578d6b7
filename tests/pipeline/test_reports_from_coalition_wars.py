"""News and releases of wars and deals: asides in dashes, second verbs, contracts, what is only spoken of or owed."""

import pytest
from said import said

AGREED = "cooperates.agrees"
AIDED = "cooperates.aids"
MET = "cooperates.consults"
PRAISED = "cooperates.supports"
TRADED = "cooperates.collaborates"
ASKED = "disputes.demands"
RIVALS = "disputes.rivals"
HIT = "fights.attacks"
LIMITED = "restrains.limits"
LED = "affiliated.leads"


def found(text):
    """Return the relations of a text as (source, type, target)."""
    return {(one.source, one.type, one.target) for one in said(text)}


def modalities(text):
    """Return how the relations of a text are said, by their types."""
    return {one.type: (one.polarity, one.modality) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya - Africa's biggest tea producer and one of the world's top growers - has signed a pact with Peru.",
            {("Kenya", AGREED, "Peru")},
        ),
        (
            "Airbus has signed fresh deals with two Kenyan airlines - Safari Link and Jambojet.",
            {("Airbus", AGREED, "Safari Link"), ("Airbus", AGREED, "Jambojet")},
        ),
        (
            "Mali and Chad want the EU budget to be cut - the Commission wants it to grow.",
            {("Mali", ASKED, "European Union"), ("Chad", ASKED, "European Union")},
        ),
    ],
)
def test_a_hyphen_between_spaces_is_a_dash(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Talks between European ministers and the region's powers - Iran, Oman and Turkey - collapsed.",
            {("Europe", MET, "Iran"), ("Europe", MET, "Oman"), ("Europe", MET, "Turkey")},
        ),
        (
            "Trade between Brazil and its neighbours, Peru, Chile and Bolivia, has grown.",
            {("Brazil", TRADED, "Peru"), ("Brazil", TRADED, "Chile"), ("Brazil", TRADED, "Bolivia")},
        ),
        (
            "Talks between Chad, Mali and Niger collapsed.",
            {("Chad", MET, "Mali"), ("Chad", MET, "Niger"), ("Mali", MET, "Niger")},
        ),
    ],
)
def test_those_who_are_listed_as_one_side_do_not_deal_with_each_other(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ivo Kern said Turkey had to do more but praised Greece.", {("Ivo Kern", PRAISED, "Greece")}),
        ("Peru said Chile had sent ships but Brazil praised it.", {("Brazil", PRAISED, "Chile")}),
        ("Iran says the sanctions are illegal, and has asked India for help.", {("Iran", ASKED, "India")}),
        (
            "A Kenyan court banned Kestrel from selling arms and barred foreign banks from lending it money.",
            {("Kenya", LIMITED, "Kestrel"), ("Kenya", LIMITED, "foreign banks")},
        ),
        (
            "Mali thanked Chad for sending troops and praised Niger.",
            {("Mali", PRAISED, "Chad"), ("Mali", PRAISED, "Niger")},
        ),
    ],
)
def test_who_says_or_does_something_goes_on_to_do_another(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya has signed a $2bn contract to buy helicopters from Russia.",
            {("Kenya", AGREED, "Russia"), ("Kenya", TRADED, "Russia")},
        ),
        ("India reached a deal to sell rice to Oman.", {("India", AGREED, "Oman"), ("India", TRADED, "Oman")}),
        (
            "Chad signed an agreement with Mali to sell oil to Niger.",
            {("Chad", AGREED, "Mali"), ("Chad", TRADED, "Niger")},
        ),
        ("Peru has a plan to buy tanks from Russia.", {("Peru", TRADED, "Russia")}),
        ("Kenya signed a pact to fight al-Shabaab.", {("Kenya", HIT, "al-Shabaab")}),
    ],
)
def test_a_deal_is_with_whom_it_is_to_buy_from_or_sell_to(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Peru plans to sign a deal to import gas from Chile.", AGREED, ("affirmed", "intended")),
        ("Peru did not sign a deal to import gas from Chile.", AGREED, ("negated", "actual")),
        ("Kenya is trying to sign a treaty with Peru.", AGREED, ("affirmed", "intended")),
        ("Kenya is trying to contain Somalia.", LIMITED, ("affirmed", "actual")),
        ("Serbia has tried to join the EU since 2009.", "affiliated.member_of", ("affirmed", "intended")),
        ("Peru must promise to sign an accord recognising Chile.", PRAISED, ("affirmed", "intended")),
        ("Peru signed a treaty recognising Chile.", PRAISED, ("affirmed", "actual")),
        ("Kenya will continue to press and ultimately defeat al-Shabaab.", HIT, ("affirmed", "intended")),
        ("Kenya pressed and ultimately defeated al-Shabaab.", HIT, ("affirmed", "actual")),
        ("Oman favours early talks with Iran.", MET, ("affirmed", "intended")),
        ("Kenya could not approve Chad's application.", ASKED, ("affirmed", "actual")),
        ("Peru wants to visit its ally Chile.", PRAISED, ("affirmed", "actual")),
        ("China threatened its rival Taiwan.", RIVALS, ("affirmed", "actual")),
    ],
)
def test_what_is_done_as_yet_and_what_is_only_meant(text, kind, expected):
    assert modalities(text)[kind] == expected


@pytest.mark.parametrize(
    "text",
    [
        "About 350 Eritreans work for Kestrel Foods.",
        "The firm Kestrel Foods employs 900 Kenyans.",
        "The African Union's 55 members gather for a summit in Addis Ababa.",
        "France was outperforming the majority of its European counterparts.",
        "The European Union should not try to emulate China.",
        "Peru is getting ready to dig deep into Chilean taxpayers' wallets.",
        "Ministers were worried about plans, backed by Britain, to lift the arms embargo on Chad.",
        "Kestrel was sold to help Chad pay its debts.",
        "Airlines rejected the plans, saying they would hurt Kenya.",
        "Farmers oppose the tariffs, saying they hurt Kenya.",
        "Officials talked of a river of refugees and a threat to Mali.",
        "Iran warned of a threat to Oman.",
        "Russia warned any buyer of Kestrel Oil.",
        "France said Chad's independence must be respected.",
        "Britain said Mali should be helped.",
        "Ukraine says the mill Krivorizhstal was stolen.",
    ],
)
def test_nobody_does_anything_to_anybody_here(text):
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hundreds of Tunisians joined the Islamic State.", ("Tunisia", "affiliated.member_of", "Islamic State")),
        ("Troops were sent to help Mali.", ("troops", AIDED, "Mali")),
        ("The rebels rejected the offer, saying they would attack Chad.", ("rebels", HIT, "Chad")),
        ("Russia posed a threat to Chad.", ("Russia", "disputes.threatens", "Chad")),
        ("France said Iran's nuclear programme must be dismantled.", ("France", ASKED, "Iran")),
        ("Chad denied Mali access to the port.", ("Chad", "disputes.rejects", "Mali")),
        ("The US is bound by law to help Taiwan defend itself.", ("United States", AIDED, "Taiwan")),
        ("The raid came despite a French demand for Mali to free the men.", ("France", ASKED, "Mali")),
        ("A Russian call for Chad to leave Mali was ignored.", ("Russia", ASKED, "Chad")),
        ("Rwandan troops and their M23 allies left.", ("Rwanda", PRAISED, "M23")),
        ("The US Trade Representative criticised China.", ("United States", "disputes.accuses", "China")),
        ("Ana Ruiz, Oxfam spokeswoman will speak.", ("Ana Ruiz", LED, "Oxfam")),
        ("The French led CTF 50 last May.", ("France", LED, "CTF 50")),
        ("Ana Ruiz commands Task Force 51.", ("Ana Ruiz", LED, "Task Force 51")),
    ],
)
def test_who_does_what(text, expected):
    assert expected in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Brussels has called a truce in its battle with Hungary over breaching deficit limits.", RIVALS),
        ("Peru fought a battle with Chile over fishing quotas.", RIVALS),
        ("Ethiopia fought a battle with Eritrea over the town of Badme.", HIT),
    ],
)
def test_a_battle_over_rules_is_fought_without_arms(text, expected):
    assert {one.type for one in said(text)} - {"cooperates.concedes"} == {expected}


def test_what_is_denied_to_a_newspaper_is_not_kept_from_it():
    assert {one.target for one in said("Chad denied to Reuters that it had armed the rebels.")} == {"rebels"}


@pytest.mark.parametrize(
    "life",
    ["(born 4 May 1970)", "(عمر; born 4 May 1970)", "(Arabic: عمر)", "(died 4 February 2015)"],
)
def test_dates_of_life_and_other_scripts_hide_nobody(life):
    text = f"Omar Said {life} was an Iraqi general. He was captured by American troops, and killed two Kenyans."
    assert found(text) == {
        ("Omar Said", "affiliated.member_of", "Iraq"),
        ("United States", "restrains.coerces", "Omar Said"),
        ("Omar Said", HIT, "Kenya"),
    }


def test_what_somebody_is_follows_his_dates_without_a_comma():
    text = "Omar Said (born 4 May 1970) a native of Tikrit, was an Iraqi general. He was captured by American troops."
    assert ("United States", "restrains.coerces", "Omar Said") in found(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Chad and Mali worked with Niger to negotiate a treaty.",
            {
                ("Chad", TRADED, "Niger"),
                ("Mali", TRADED, "Niger"),
                ("Chad", AGREED, "Niger"),
                ("Mali", AGREED, "Niger"),
            },
        ),
        ("Chad and Mali met to hammer out a deal.", {("Chad", MET, "Mali"), ("Chad", AGREED, "Mali")}),
        ("Kestrel sold its mine to settle a tax claim against Foba.", set()),
        ("Chad filed a claim against Peru.", {("Chad", ASKED, "Peru")}),
    ],
)
def test_whose_a_deal_or_a_claim_is(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said lifting the embargo would damage Britain's relations with Peru.", "possible"),
        ("Kenya said it would cut ties with Chad.", "intended"),
    ],
)
def test_what_would_come_of_something_is_no_plan(text, expected):
    assert [one.modality for one in said(text)] == [expected]
