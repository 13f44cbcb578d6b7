"""Words that only look like an act between two: who is no party to it, and what is meant by other words."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "doer", "other"),
    [
        ("Gunmen loyal to the Islamic State killed five Nigerian soldiers.", "gunmen", "Nigeria"),
        (
            "Masked men loyal to the Serb politician Radoje Milic ambushed a patrol of the Kosovo Police.",
            None,
            "Kosovo",
        ),
        ("Forces loyal to Khalifa Haftar shelled a Turkish convoy.", "Khalifa Haftar", "Turkey"),
    ],
)
def test_only_forces_act_for_whom_they_are_loyal_to(text, doer, other):
    found = who(text, "fights")
    assert {target for _, target in found} == {other}
    assert {"Islamic State", "Serbia"}.isdisjoint(source for source, _ in found)
    assert doer is None or {doer} == {source for source, _ in found}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Israel bombed Gaza. The Israeli army shelled Rafah. A Thai court ordered the government to act.", "Thailand"),
        ("American troops left Iraq. Jamaica's opposition accused the government of corruption.", "Jamaica"),
        (
            "Mali accused Chad. Malian troops shelled the rebels. Lebanon's cabinet told the army to withdraw.",
            "Lebanon",
        ),
    ],
)
def test_bodies_of_one_country_have_to_do_with_its_own(text, pair):
    assert (pair, pair) in who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("In Sudan, the army fought rebels. The US ambassador urged the government to stop the fighting.", "Sudan"),
        ("Sudan's army shelled villages in Darfur. American lawmakers accused the government of genocide.", "Sudan"),
    ],
)
def test_rulers_of_another_country_may_mean_the_government_that_was_spoken_of(text, others):
    assert {target for _, target in who(text, "disputes")} == {others}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Mali and Niger exchanged fire. Togo and Benin appealed to both sides to stop.", {"Mali", "Niger"}),
        ("Mali and Niger exchanged fire. Togo spoke to both sides.", {"Mali", "Niger"}),
        ("Togo and Benin observed the vote. Togo spoke to both sides.", set()),
    ],
)
def test_who_deals_with_both_sides_is_neither(text, pair):
    found = {order for family in ("disputes", "cooperates") for order in who(text, family)}
    assert {name for order in found for name in order} - {"Togo", "Benin"} == pair
    assert ("Togo", "Benin") not in found


@pytest.mark.parametrize(
    "text",
    [
        "Pretoria provided oil, credit and two thousand policemen.",
        "Cuba sent doctors.",
        "Canada offered troops and nurses.",
        "Benin withdrew its offer of 2,000 soldiers.",
        "Peru called up reservists.",
    ],
)
def test_people_who_are_sent_are_no_party(text):
    assert not said(text)


def test_they_go_to_somebody():
    assert ("Cuba", "Angola") in who("Cuba sent teachers to Angola.", "cooperates")
    assert ("Germany", "refugees") in who("Germany provided refugees with tents.", "cooperates")
