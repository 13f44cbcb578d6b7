"""Kinds of sentences that texts of all sorts share: who is meant, and what looks like a relation and is none."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # names joined by a hyphen after an abbreviation
        ("A strong U.S.-Iraq partnership is critical.", "cooperates", ("United States", "Iraq")),
        ("Analysts spoke of the prospects of U.S.-Iranian cooperation.", "cooperates", ("United States", "Iran")),
        ("The crisis ended in a U.S.-Soviet military confrontation.", "fights", ("United States", "Soviet Union")),
        ("The U.S.-led\ncoalition struck ISIL.", "fights", ("Global Coalition", "Islamic State")),
        ("The U.S.-led coalition struck ISIL.", "affiliated", ("United States", "Global Coalition")),
        # a country by its league
        ("Washington accused Algeria of fixing prices and warned the OPEC member.", "disputes",
         ("United States", "Algeria")),
        ("Herrera left Norway and imposed tariffs on the NATO ally.", "restrains", ("Herrera", "Norway")),
        # a class of states by the names after it
        ("Its major European powers, Belgium and Italy, supported Chad.", "cooperates", ("Italy", "Chad")),
        # purposes and means
        ("In order to appease Russia, Chancellor Weber sought a compromise.", "cooperates", ("Weber", "Russia")),
        ("The bases could be used by Eritrea to attack Ethiopia.", "fights", ("Eritrea", "Ethiopia")),
        # what somebody has done to others
        ("A Kenyan judge ordered two Ugandan officials jailed.", "restrains", ("Kenya", "Uganda")),
        # with whom one shares what is broken
        ("Peru reneged on its accord with Chile.", "disputes", ("Peru", "Chile")),
        ("Peru violated its treaty with Chile.", "disputes", ("Peru", "Chile")),
        # on whose ground
        ("Turkish jets bombed the rebel-held district of Zahra.", "fights", ("Turkey", "rebels")),
        ("Turkey continued its attacks on the rebel-held northern region.", "fights", ("Turkey", "rebels")),
        # who is backed, by name
        ("Moscow-backed candidate Igor Dodon won the vote.", "affiliated", ("Igor Dodon", "Russia")),
        # who visits
        ("A Dutch lawyer filed a lawsuit against visiting Ugandan President Yoweri Museveni.", "disputes",
         ("Netherlands", "Uganda")),
        ("Chad met visiting Kenyan Foreign Minister Ali Juma.", "cooperates", ("Chad", "Kenya")),
        # a federation's own government
        ("China condemned the United States. The federal government banned Chinese ships.", "restrains",
         ("United States", "China")),
        # whose partners they are is not who they are
        ("Kenya told our Kurdish partners to leave.", "disputes", ("Kenya", "Kurds")),
        # an acronym in brackets
        ("Boeing sued Hindustan Aeronautics (HAL) on Monday.", "disputes", ("Boeing", "Hindustan Aeronautics")),
        ("The Pentagon approved a request from Poland for help.", "disputes", ("Poland", "United States")),
    ],
)  # fmt: skip
def test_who_is_meant(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("A suicide bomber in Kabul killed Peruvians.", "affiliated"),
        ("The Dutch moved to help the Belgians against a common enemy, imperial Germany.", "fights"),
        ("Norway offered support to Chad.", "affiliated"),
        ("Denmark takes over the chair from Cyprus in July.", "cooperates"),
        ("The envoy stayed at a base called Camp Hope in southern Kenya.", "cooperates"),
        ("Japan announced money to fight the cholera epidemic in Haiti.", "fights"),
        ("10,000 Danish soldiers served in Kosovo over ten years.", "affiliated"),
        ("Critics spoke against admitting Mexicans into the United States.", "affiliated"),
        ("Argentina's claim was based on the voyages of Spain.", "disputes"),
        ("Irish merchants paid their passage to Canada.", "cooperates"),
        ("On behalf of the African Union, the president of Mali spoke in Lima.", "cooperates"),
        ("The council approved the deployment of a European Union team.", "fights"),
        ("Turkish jets bombed a warehouse in Tal Mizrab.", "fights"),
        ("Students held a protest at Makerere University.", "disputes"),
        ("Brown opened the conference with a long discussion of Laos.", "cooperates"),
    ],
)
def test_what_is_none(text, family):
    assert not who(text, family)


def test_attackers_in_a_capital_are_not_its_country():
    assert ("Kenya", "Uganda") not in who("A gunman in Nairobi shot dead two Ugandan diplomats.", "fights")


def test_a_federal_government_needs_a_federation():
    text = "France condemned Chad. The federal government banned French ships."
    assert ("Chad", "France") not in who(text, "restrains")


def test_an_object_is_not_the_side_of_its_subject():
    text = (
        "Foreign Secretary Jack Straw of Britain met Kenya. Britain was cautious, but Straw said he wanted it to end."
    )
    assert ("United Kingdom", "United Kingdom") not in who(text, "disputes")


def test_they_may_be_people_nobody_knows():
    text = "The French left. Leaders of the Democratic-Republican party demanded letters. Peru condemned them."
    assert ("Peru", "France") not in who(text, "disputes")


def test_who_fears_for_its_interests_fears_for_his_own():
    text = "Peru is concerned that Chilean-Bolivian military escalation would harm its interests."
    assert ("Chile", "Peru") in who(text, "disputes")
    assert ("Chile", "Bolivia") not in who(text, "disputes")


def test_an_army_is_no_armed_group():
    text = "The Syrian army fled. Hezbollah met Iran. The army warned Israel."
    assert ("Syria", "Israel") in who(text, "disputes")
    assert ("Hezbollah", "Israel") not in who(text, "disputes")


def test_a_party_that_is_not_known_is_not_the_last_body_named():
    text = "The Federalists won. Leaders of the Democratic-Republican party were suspicious of Peru."
    assert ("Federalists", "Peru") not in who(text, "disputes")


def test_what_a_claimant_says_was_hit_is_his():
    text = "The court rejected Ghana's claim that Peru violated its rights."
    assert ("Peru", "Ghana") in who(text, "disputes")
    assert ("Peru", "court") not in who(text, "disputes")


def test_him_may_be_somebody_without_a_name_whom_one_calls():
    text = "Laurent Gbagbo of Ivory Coast left. Nigeria's minister telephoned his counterpart in Bissau to warn him."
    assert ("Nigeria", "Ivory Coast") not in who(text, "disputes")
    assert ("Obama", "Putin") in who("Obama phoned Putin to warn him.", "disputes")
