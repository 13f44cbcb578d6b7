"""Groups that are named beside the words that say whose friends they are, and bands under somebody."""

import pytest
from said import said

ALIGNED = "affiliated.aligned"
LEADS = "affiliated.leads"


@pytest.mark.parametrize(
    ("text", "group", "patron"),
    [
        ("The Zouave Front, a Morocco-backed group that has fought Algeria, sent a letter.", "Zouave Front", "Morocco"),
        ("Lithuania banned the Amber Guard, a Belarus-aligned movement.", "Amber Guard", "Belarus"),
        ("A Rwanda-backed militia called the Kivu Guard shelled the town.", "Kivu Guard", "Rwanda"),
    ],
)
def test_a_named_group_is_meant_by_its_own_name(text: str, group: str, patron: str) -> None:
    assert (group, patron) in {(r.source, r.target) for r in said(text) if r.type == ALIGNED}


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("A Rwanda-backed militia shelled the town.", "rwanda-backed militia"),
        ("Turkey, which arms a pro-Azerbaijani militia, protested.", "pro-azerbaijani militia"),
    ],
)
def test_a_group_without_a_name_keeps_its_description(text: str, group: str) -> None:
    assert group in {r.source for r in said(text) if r.type == ALIGNED}


@pytest.mark.parametrize(
    ("text", "leader"),
    [
        ("A splinter faction under Joseph Mwangi attacked Ugandan soldiers.", "Joseph Mwangi"),
        ("A militia under Idris Kalla shelled a village in Togo.", "Idris Kalla"),
    ],
)
def test_a_band_is_led_by_whom_it_is_under(text: str, leader: str) -> None:
    assert leader in {r.source for r in said(text) if r.type == LEADS}


def test_a_faction_under_pressure_is_led_by_nobody() -> None:
    assert not [r for r in said("A faction under pressure from Moscow left the party.") if r.type == LEADS]
