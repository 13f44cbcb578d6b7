"""Armies that practise, patrol, storm and heal for and with each other, and what is no such thing."""

import pytest
from said import said, who

TOGETHER = "cooperates.collaborates"
AID = "cooperates.aids"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finnish and Swedish crews rehearsed the rescue of a ferry.", ("Finland", TOGETHER, "Sweden")),
        ("Norwegian and Dutch marines stormed the beach side by side.", ("Norway", TOGETHER, "Netherlands")),
        ("Israel and Lebanon searched for the boat together.", ("Israel", TOGETHER, "Lebanon")),
        ("Ugandan soldiers accompanied Kenyan policemen to the village.", ("Uganda", TOGETHER, "Kenya")),
        ("The Estonian unit is embedded with a British battlegroup.", ("Estonia", TOGETHER, "United Kingdom")),
        ("American advisers embedded with the Afghan army left.", ("United States", TOGETHER, "Afghanistan")),
        ("The exercise will bring together pilots from Spain and Portugal.", ("Spain", TOGETHER, "Portugal")),
        ("The patrol included Danish and Swedish boats.", ("Denmark", TOGETHER, "Sweden")),
        ("Turkish doctors operated on wounded Libyan civilians.", ("Turkey", AID, "Libya")),
    ],
)
def test_it_is_said(text, expected):
    found = {(first, r.type, second) for r in said(text) if r.polarity == "affirmed" for first, second in r.orders}
    assert expected in found


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("A reporter embedded with Ukrainian troops was hurt.", "cooperates", ("reporter", "Ukraine")),
        ("Actors from Chile and Peru rehearsed a play.", "cooperates", ("Chile", "Peru")),
        ("The wife accompanied the Chadian general on his trip to Mali.", TOGETHER, ("wife", "Mali")),
        ("Lebanese bands operated on Israeli soil.", AID, ("Lebanon", "Israel")),
        ("The list included Danish and Swedish boats.", TOGETHER, ("Denmark", "Sweden")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)
