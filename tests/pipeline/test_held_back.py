"""Who is arrested, shut out or held back, and by whom, where words between or above them say so."""

import pytest
from said import said


def pairs(text: str, family: str) -> set[tuple[str, str]]:
    """Return who does something of a family of types to whom."""
    return {(one.source, one.target) for one in said(text) if one.type.startswith(f"{family}.")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        # whoever decrees that something be done does it
        ("A Lagos court ordered that the Ghanaian trader be remanded in custody.", ("Nigeria", "Ghana")),
        ("The Athens government ordered the Turkish consul expelled.", ("Greece", "Turkey")),
        (
            "French leaders decided to issue an order allowing for the seizure of American ships.",
            ("France", "United States"),
        ),
        # whose flag a ship flies, for whom a cargo is
        ("Indonesian patrol boats detained a trawler flying the Vietnamese flag.", ("Indonesia", "Vietnam")),
        ("Kenya impounded a shipment of ammunition destined for South Sudan.", ("Kenya", "South Sudan")),
        # phrases of time, place and doer that stand between
        ("Sudan's expulsion in March of two Kenyan diplomats was a surprise.", ("Sudan", "Kenya")),
        ("The arrest by Georgian police of a Russian journalist was criticised.", ("Georgia", "Russia")),
        ("A British nurse was sentenced in Saudi Arabia to 500 lashes.", ("Saudi Arabia", "United Kingdom")),
        ("A German pastor spent two years in a Turkish prison.", ("Turkey", "Germany")),
        ("An EU arms embargo is in force against Belarus.", ("European Union", "Belarus")),
        ("Under sanctions imposed by the United States, Syria cannot buy parts.", ("United States", "Syria")),
        ("Denmark imposed a ban on fish sales to Iceland.", ("Denmark", "Iceland")),
        ("The Kremlin has reined in the Belarusian president's guards.", ("Russia", "Belarus")),
        ("Fourteen Chinese firms were placed on the Commerce Department's entity list.", ("United States", "China")),
        ("Turkey summoned home its envoy to Stockholm.", ("Turkey", "Sweden")),
        # a country named before cannot be the one whose occupation of it is meant
        ("In 1940 Germany invaded Denmark, and the German occupation of the country was long.", ("Germany", "Denmark")),
    ],
)
def test_restraint_is_read_across_what_stands_between(text, pair):
    assert pair in pairs(text, "restrains")


@pytest.mark.parametrize(
    "text",
    [
        "The Iranian authorities crushed the protests.",
        "The regime in Tehran put down the uprising with tanks.",
        "Iran has cracked down on dissent since July.",
    ],
)
def test_unrest_put_down_at_home_is_ones_own_peoples(text):
    assert pairs(text, "restrains") == {("Iran", "Iran")}


def test_soldiers_may_put_down_a_rebellion_abroad():
    assert not pairs("British soldiers put down the rebellion within a week.", "restrains")


def test_having_detained_somebody_is_no_quality_of_ones_own():
    assert pairs("Houthi rebels have detained two employees of the United Nations.", "restrains") == {
        ("Houthis", "United Nations")
    }


def test_who_appeals_for_a_release_releases_nobody():
    assert not pairs("Ghana appealed for the release of the Togolese sailors.", "cooperates")


def test_a_ban_on_trade_is_a_sanction_and_a_ban_on_a_body_coercion():
    types = {one.type for one in said("The French ban on imports of British beef hurt farmers.")}
    assert "restrains.sanctions" in types
    assert "restrains.coerces" in {one.type for one in said("Chad outlawed the Islamic Movement.")}


@pytest.mark.parametrize(
    "text",
    [
        "Mitsubishi's takeover of UFJ will go ahead.",
        "Johnson sent troops to prevent another Cuba.",
        "Norway debated whether or not to allow Danish ships to pass.",
    ],
)
def test_firms_types_and_open_questions_restrain_nobody(text):
    assert not pairs(text, "restrains")


def test_a_part_of_the_world_before_a_noun_is_its_subject():
    assert pairs("British forces seized French Caribbean islands.", "restrains") == {("United Kingdom", "France")}


def test_an_order_that_is_ignored_is_not_carried_out():
    (one,) = said("Pretoria ignored a court order to arrest the Sudanese president.")
    assert (one.source, one.type, one.target) == ("South Africa", "restrains.coerces", "Sudan")
    assert one.polarity == "negated"


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("A rebel attack on Chadian troops killed ten.", ("rebels", "Chad")),
        ("Four Indian peacekeepers were killed by rebel shelling.", ("rebels", "India")),
        ("Six Nepalese policemen were killed in a guerrilla ambush.", ("guerrillas", "Nepal")),
        ("The murder of three Kenyans was blamed on Somali intelligence.", ("Somalia", "Kenya")),
    ],
)
def test_whose_blow_it_is_stands_before_it_or_is_said_of_it(text, pair):
    assert pair in pairs(text, "fights")


@pytest.mark.parametrize(
    "text",
    [
        "It is a race in search between Chad, Mali and Togo.",
        "Ghana was told in advance of Togo's findings.",
        "Ghana's envoy left in advance of the Togolese minister.",
    ],
)
def test_nothing_is_done_in_a_phrase_of_time_or_purpose(text):
    assert not [one for one in said(text) if one.family in ("restrains", "fights")]
