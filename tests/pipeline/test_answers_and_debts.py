"""Answers to what the clause before told, two who have just dealt with each other, refuge, debts and threats."""

import pytest
from said import said, who

REJECTS = "disputes.rejects"
AIDS = "cooperates.aids"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway built a pier on the strait. Sweden demanded its removal.", ("Sweden", "disputes.demands", "Norway")),
        ("Norway seized two ferries. Iceland demanded their release.", ("Iceland", "disputes.demands", "Norway")),
        ("Qatar sheltered the exiles. Bahrain objected.", ("Bahrain", REJECTS, "Qatar")),
        ("Yerevan claimed the valley; Tiflis refused to discuss it.", ("Georgia", REJECTS, "Armenia")),
        (
            "Chad and Mali quarrelled. Togo asked Benin for rice, and the two countries signed a pact in May.",
            ("Togo", "cooperates.agrees", "Benin"),
        ),
        ("Uruguay told Brazil no.", ("Uruguay", REJECTS, "Brazil")),
        ("Uruguay would have none of Brazil's scheme.", ("Uruguay", REJECTS, "Brazil")),
        ("Denmark held aloof from the League of Nations.", ("Denmark", REJECTS, "League of Nations")),
        ("Iran warned that Bahrain would pay dearly.", ("Iran", "disputes.threatens", "Bahrain")),
        ("Denmark lectured Turkey on free speech.", ("Denmark", "disputes.accuses", "Turkey")),
        ("Burundian exiles found refuge in Rwanda.", ("Rwanda", AIDS, "Burundian exiles")),
        ("Rwanda gave refuge to the exiles.", ("Rwanda", AIDS, "exiles")),
        ("Belarus depended on Russia for its gas.", ("Russia", AIDS, "Belarus")),
        ("Greece owed its independence to British guns.", ("United Kingdom", AIDS, "Greece")),
        # a visit, whatever is asked of others behind it
        (
            "Kenya's minister called on President Museveni in May, a loan followed, and Nairobi asked editors to wait.",
            ("Kenya", "cooperates.consults", "Museveni"),
        ),
        ("Kenya, which had old scores to settle with Uganda, kept out.", ("Kenya", "disputes.rivals", "Uganda")),
        ("The rebels received mortars and recruits from Burundi.", ("Burundi", AIDS, "rebels")),
        ("Egypt reconciled Sudan with Chad.", ("Sudan", "cooperates.supports", "Chad")),
    ],
)
def test_it_is_said(text, expected):
    found = {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}
    assert expected in found or (expected[2], expected[1], expected[0]) in found


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Norway condemned the coup. Sweden demanded a return to order.", "disputes", ("Sweden", "Norway")),
        ("Norway bombed Chad. Sweden demanded a ceasefire.", "disputes", ("Sweden", "Norway")),
        ("Egypt reconciled Sudan with Chad.", "cooperates", ("Egypt", "Chad")),
        ("Rwanda gave refuge to the exiles of Burundi.", "restrains", ("Rwanda", "exiles")),
        ("The rebels received mortars and recruits from Burundi.", "cooperates", ("recruits", "rebels")),
        ("A NATO panel said that the movement had bombed Chad.", "fights", ("NATO", "Chad")),
        ("Kenya, which had old scores to settle with Uganda, kept out.", "cooperates", ("Kenya", "Uganda")),
        ("Peru said that Chile would play in May.", "disputes", ("Peru", "Chile")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)
