"""Prose on the history of diplomacy: rulers and their heirs, seats of old, lands evacuated, what is promised."""

import pytest
from said import said

AGREED = "cooperates.agrees"
BACKED = "cooperates.supports"
YIELDED = "cooperates.concedes"
BLAMED = "disputes.accuses"
ASKED = "disputes.demands"
CURBED = "restrains.limits"
FOUGHT = "fights.attacks"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a ruler is called by his name without the number
        (
            "Tsar Alexander I of Russia distrusted Austria. Alexander offered help to France.",
            ("Russia", AGREED, "France"),
        ),
        ("Emperor Pedro II of Brazil was patient. In 1864 Pedro attacked Uruguay.", ("Brazil", FOUGHT, "Uruguay")),
        ("King Alfonso XIII of Spain was ill. Alfonso praised the French government.", ("Spain", BACKED, "France")),
        # or by his title
        ("Germany mobilized. The Kaiser assured Vienna of his support.", ("Germany", AGREED, "Austria")),
        (
            "Muhammad Ali of Egypt sent his fleet. The pasha defied Britain.",
            ("Egypt", "disputes.rejects", "United Kingdom"),
        ),
        # who has an office after another one has it of the same state
        (
            "The Peruvian envoy Luis Salas returned home. Salas's successor, Jorge Pinto, accused Chile of bad faith.",
            ("Peru", BLAMED, "Chile"),
        ),
        (
            "Foreign Minister Goto Ken of Japan fell. His successor, Okada Jun, concluded a treaty with Mexico.",
            ("Japan", AGREED, "Mexico"),
        ),
        (
            "President Ana Ruiz of Bolivia died. She was succeeded by Carlos Mendez, who recognized Cuba.",
            ("Bolivia", BACKED, "Cuba"),
        ),
        # the president is the one whose administration was named since
        (
            "President Sukarno spoke. The Kennedy administration took office. The president warned Jakarta.",
            ("United States", "disputes.threatens", "Indonesia"),
        ),
        (
            "President Nasser of Egypt mistrusted the Eisenhower administration. The president accused Britain.",
            ("Egypt", BLAMED, "United Kingdom"),
        ),
        # seats of government and towns in their time
        ("In 1871 St. Petersburg assured Peking that the troops would leave.", ("Russia", AGREED, "China")),
        ("In 1866 Rio de Janeiro demanded an apology from Montevideo.", ("Brazil", ASKED, "Uruguay")),
        ("The Ottoman Empire was weak. Russia attacked Izmir.", ("Russia", FOUGHT, "Ottoman Empire")),
        ("The Qing court was weak. In 1879 the Manchu envoy accused Russia.", ("Qing Dynasty", BLAMED, "Russia")),
        # states that go by a longer name, and two of them by what they are
        ("France recognized the United States of Brazil.", ("France", BACKED, "Brazil")),
        (
            "Russia and Turkey were old rivals. In 1833 the two empires concluded a treaty.",
            ("Russia", AGREED, "Turkey"),
        ),
        ("Chile and Peru had a dispute. In 1929 the two republics signed a treaty.", ("Chile", AGREED, "Peru")),
        # of a nation and at the head of a land
        ("Lord Curzon, the British viceroy of India, resigned.", ("United Kingdom", "affiliated.leads", "India")),
        (
            "The Dutch chairman of the European Council, Jan Smit, resigned.",
            ("Netherlands", "affiliated.leads", "European Union"),
        ),
    ],
)
def test_who_it_is(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Egyptian army routed the Ottomans.", ("Egypt", FOUGHT, "Ottoman Empire")),
        ("Chile evacuated Lima in 1883.", ("Chile", YIELDED, "Peru")),
        ("France agreed to evacuate Siam.", ("France", YIELDED, "Siam")),
        ("The navy of India evacuated Nepalese workers.", ("India", "cooperates.aids", "Nepal")),
        ("France had urged clemency upon Spain.", ("France", ASKED, "Spain")),
        ("Britain pressed reforms upon Turkey.", ("United Kingdom", ASKED, "Turkey")),
        ("Britain used Japan as a counterweight to Russia.", ("Japan", CURBED, "Russia")),
        ("Chile's envoy called for reforms and for war with Peru.", ("Chile", FOUGHT, "Peru")),
        ("Peru kept Bolivia as a barrier against Chile.", ("Bolivia", CURBED, "Chile")),
        ("Peru used the port as a base for an attack on Chile.", ("Peru", FOUGHT, "Chile")),
    ],
)
def test_what_is_done(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unsaid"),
    [
        # what lies between two is neither's
        ("Mongolia served as a buffer between Russia and China.", ("Russia", CURBED, "China")),
        # power that is given to another one is not the giver's
        (
            "The powers of Europe offered Muhammad Ali hereditary rule in Egypt.",
            ("Europe", "restrains.coerces", "Egypt"),
        ),
        # lands are not received as guests are, nor attacked by who marches across them to another one
        ("Peru received the Chilean territory in 1929.", ("Peru", "cooperates.consults", "Chile")),
        ("Germany offered to march troops across Belgium to France.", ("Germany", FOUGHT, "Belgium")),
        # who is embarrassed imprisoned nobody
        (
            "The king had thousands of liberals imprisoned, to the embarrassment of France.",
            ("France", "restrains.coerces", "king"),
        ),
        # how many men an army has says whom it attacks as little
        ("A French army of 900 men under the Duke of Aumale crossed the river.", ("France", FOUGHT, "men")),
        # what shall be accepted is not yet
        (
            "At Castro's request, Peru proposed a treaty, and Chile forwarded it with advice that it be accepted.",
            ("Peru", AGREED, "Castro"),
        ),
        # the quarrel of others is not that of those named behind it
        ("The brothers' quarrel paved the way for talks between Chad and Mali.", ("Chad", "disputes.rivals", "Mali")),
        # no emirate and no king
        ("Yaqub Beg founded an emirate. Japan watched. China crushed the emirate in 1877.", ("China", FOUGHT, "Japan")),
        ("Japan held back. In 2016 St. Petersburg assured Poland of its help.", ("Russia", AGREED, "Poland")),
    ],
)
def test_what_is_not_said(text: str, unsaid: tuple[str, str, str]) -> None:
    assert unsaid not in stated(text)


def test_a_town_at_the_head_of_a_clause_is_nobody() -> None:
    found = said(
        "The Chinese envoy met Alexander. In October 1879, at Livadia, he signed a treaty that ceded land to Russia."
    )
    assert not any("Livadia" in (r.source, r.target) for r in found)


@pytest.mark.parametrize(
    "text",
    [
        "France gave an assurance that it would support Spain.",
        "France promised that it would support Spain.",
        "The pledge that France would support Spain pleased Rome.",
        "France guaranteed that it would support Spain.",
    ],
)
def test_what_is_promised_is_a_plan(text: str) -> None:
    assert ("France", "Spain", "intended") in {(r.source, r.target, r.modality) for r in said(text) if r.type == BACKED}
