"""Whom raids strike, also where the parser gives it to the raiders."""

import pytest
from said import said


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The raid of Turkish commandos on the Kurdish village was brief.", "Kurds"),
        ("Mali condemned the raid of Algerian gunmen on its post.", "Mali"),
        ("The attacks of Sudanese rebels on Chadian villages went on.", "Chad"),
        ("The assault of Serbian units on the Albanian quarter lasted a day.", "Albania"),
        ("The onslaught of Ethiopian militias against Eritrean farmers was condemned by Kenya.", "Eritrea"),
        ("The strikes by Israeli jets on Lebanese towns went on.", "Lebanon"),
        ("An ambush by Nigerian bandits on a Beninese convoy was repelled.", "Benin"),
    ],
)
def test_a_raid_of_fighters_strikes_whom_it_is_on(text: str, target: str) -> None:
    assert target in {one.target for one in said(text) if one.type == "fights.attacks"}


@pytest.mark.parametrize(
    "text",
    [
        "The bombing of Syrian troops on the Turkish border was denied.",
        "The shelling of Armenian units on the hill of Azerbaijan was denied.",
        "The dependence of Chadian rebels on Libyan fuel grew.",
        "The report of Danish experts on Greek debt was late.",
    ],
)
def test_where_others_stand_or_what_a_report_is_on_is_not_struck(text: str) -> None:
    assert not [one for one in said(text) if one.family == "fights"]
