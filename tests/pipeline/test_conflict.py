"""Constructions in which news and history say who opposes, restrains or attacks whom."""

import pytest
from said import said


def found(text: str) -> set[tuple[str, str, str]]:
    return {(one.source, one.type, one.target) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Fighting between Chad and Libya resumed.", ("Chad", "fights.attacks", "Libya")),
        ("There was anger in Cairo over the Ethiopian dam.", ("Egypt", "disputes.accuses", "Ethiopia")),
        ("Oman was shocked by reports that Chad had jailed nurses.", ("Oman", "disputes.accuses", "Chad")),
        ("Seven rebels were killed when Malian troops shelled the camp.", ("Mali", "fights.attacks", "rebels")),
        ("The Saudi-led campaign against the Houthis failed.", ("Saudi Arabia", "fights.attacks", "Houthis")),
        ("Hungary vowed to quit unless Romania gave in.", ("Hungary", "disputes.threatens", "Romania")),
        ("Ghana made it harder for Togolese traders to enter.", ("Ghana", "restrains.limits", "Togo")),
        ("Japan took Rabaul from the Australians.", ("Japan", "fights.attacks", "Australia")),
        ("Relations between Peru and Chile hit a new low.", ("Peru", "disputes.rivals", "Chile")),
        ("Kenya called the Somali raid a cowardly crime.", ("Kenya", "disputes.accuses", "Somalia")),
        ("A spokesman for Malta condemned Libya.", ("Malta", "disputes.accuses", "Libya")),
        ("Yemeni troops blocked the roads leading into Oman.", ("Yemen", "restrains.limits", "Oman")),
        ("Norway no longer sells shells to Serbia.", ("Norway", "restrains.sanctions", "Serbia")),
    ],
)
def test_it_is_read(text, relation):
    assert relation in found(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Peru worries that Chile may lose the cup.", ("Peru", "disputes.accuses", "Chile")),
        ("Kenya protested Turkey's attacks on the Kurds.", ("Kenya", "disputes.protests", "Kurds")),
        ("The US-led coalition strikes on the town ended.", ("United States", "fights.attacks", "Syria")),
        ("A bomber set off a device on a bus in London.", ("bomber", "fights.attacks", "United Kingdom")),
        ("Egypt was held by Chad to a draw.", ("Chad", "restrains.coerces", "Egypt")),
    ],
)
def test_it_is_not_read(text, relation):
    assert relation not in found(text)


def test_who_is_attacked_in_words_is_not_attacked():
    assert ("Turkey", "disputes.accuses", "Greece") in found("Ankara attacked Athens in a statement.")
    assert ("Russia", "restrains.limits", "Poland") in found("Russia kept Poland from building the pipe.")
