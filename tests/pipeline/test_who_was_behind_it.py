"""Who did what only a weapon is said to have done: he owns up to it, or others charge him with it."""

import pytest
from said import said

ATTACKS = "fights.attacks"


def _attacks(text):
    return {(r.source, r.target) for r in said(text) if r.type == ATTACKS and r.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in the clause itself
        ("A bomb killed four Turkish soldiers in an attack claimed by the PKK.", ("PKK", "Turkey")),
        ("A blast wounded two Spanish judges in an attack blamed on ETA.", ("ETA", "Spain")),
        # by a noun that sums it up
        ("A bomb killed four Turkish soldiers, an attack that the PKK claimed.", ("PKK", "Turkey")),
        ("Drones struck a Saudi pipeline, an attack claimed by the Houthis.", ("Houthis", "Saudi Arabia")),
        ("The embassy of Niger was bombed, an attack that Chad blamed on Libya.", ("Libya", "Niger")),
        ("A bomb killed five soldiers in Kenya, an attack claimed by al-Shabaab.", ("al-Shabaab", "Kenya")),
        # by what is said next
        ("A bomb killed four Turkish soldiers. The PKK claimed responsibility.", ("PKK", "Turkey")),
        ("A rocket hit an Israeli school. Hamas claimed the attack.", ("Hamas", "Israel")),
        ("A car bomb killed two Turkish policemen; the PKK claimed responsibility.", ("PKK", "Turkey")),
        ("Missiles struck a Ukrainian hospital on Monday. Kyiv blamed Russia for the attack.", ("Russia", "Ukraine")),
        ("Drones struck a Saudi refinery. Washington blamed the attack on Iran.", ("Iran", "Saudi Arabia")),
        ("An explosion killed three Turkish guards in Van. Ankara blamed the PKK.", ("PKK", "Turkey")),
        ("Drones hit a Saudi refinery. The attack was claimed by the Houthis.", ("Houthis", "Saudi Arabia")),
        # of a deed without a doer
        ("Three Turkish guards were killed in a bomb attack in Van. Ankara blamed the PKK.", ("PKK", "Turkey")),
        ("Six Israeli soldiers died in an ambush near Gaza. Hamas claimed responsibility.", ("Hamas", "Israel")),
    ],
)
def test_it_is_known_who_did_it(text, expected):
    assert expected in _attacks(text)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed four Turkish soldiers. No group claimed responsibility.",
        "A bomb killed four Turkish soldiers. The PKK denied responsibility.",
        "A bomb killed four Turkish soldiers. The PKK did not claim responsibility.",
        "A bomb killed a Spanish judge. Lima blamed Quito for the delay.",
        "A bomb killed four Turkish soldiers. Hamas claimed the attack on a bus in Haifa.",
        "Two Turkish guards were wounded in a rocket attack. No group claimed responsibility.",
        "Two Turkish guards were hurt in a blast. Ankara blamed the heat.",
        "A mudslide killed four Turkish soldiers. Ankara blamed the PKK for the war.",
    ],
)
def test_it_is_not(text):
    assert not any(target in ("Turkey", "Spain") for _, target in _attacks(text))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Missiles struck a Ukrainian hospital on Monday. Kyiv blamed Russia for the attack.", "Ukraine"),
        ("The embassy of Niger was bombed, an attack that Chad blamed on Libya.", "Chad"),
        ("A rocket hit an Israeli school. Hamas claimed the attack.", None),
    ],
)
def test_who_says_so(text, speaker):
    assert {r.attribution for r in said(text) if r.type == ATTACKS} == {speaker}
