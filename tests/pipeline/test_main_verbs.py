"""Sentences whose main verb the parser takes for a participle, behind an aside, a list or a word of time."""

import pytest
from said import who

READ = [
    ("Belize, which had never taken sides, armed the Peruvian navy.", ("Belize", "cooperates", "Peru")),
    ("Togo, a small and quiet neighbour, accepted Malian rule over the islands.", ("Togo", "cooperates", "Mali")),
    ("Laos, for its part, hosted talks with Nepal.", ("Laos", "cooperates", "Nepal")),
    ("Gabon, whose schools were shut, obstructed Chad's entry into the bank.", ("Gabon", "restrains", "Chad")),
    ("Oman, Kuwait, and Jordan sided with Lebanon.", ("Oman", "cooperates", "Lebanon")),
    ("Oman, Kuwait, and Jordan sided with Lebanon.", ("Kuwait", "cooperates", "Lebanon")),
    ("Oman, Kuwait, and Jordan sided with Lebanon.", ("Jordan", "cooperates", "Lebanon")),
    ("Honduras, Belize, and Panama accused Cuba of theft.", ("Belize", "disputes", "Cuba")),
    ("Togo last spring borrowed from Morocco for the port.", ("Morocco", "cooperates", "Togo")),
    ("Ghana armed Togo, Benin, and Mali.", ("Ghana", "cooperates", "Togo")),
    ("Ghana armed Togo, Benin, and Mali.", ("Ghana", "cooperates", "Mali")),
    ("Nepal, together with Laos, boycotted talks with Burma.", ("Nepal", "disputes", "Myanmar")),
    ("Bhutan, supporting Nepal over the dam, ended years of silence.", ("Bhutan", "cooperates", "Nepal")),
]


@pytest.mark.parametrize(("text", "relation"), READ)
def test_main_verb(text: str, relation: tuple[str, str, str]) -> None:
    source, family, target = relation
    assert (source, target) in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Ghana, armed by Togo in 1950, is a republic.",
        "Togo, backed by Mali, Chad, and Niger, is poor.",
        "Ghana armed forces.",
        "A minister detained in Mali.",
        "Peru, Chile, and Cuba, accused of nothing, are islands of calm.",
    ],
)
def test_participles_stay(text: str) -> None:
    found = {pair for family in ("cooperates", "disputes", "restrains", "fights") for pair in who(text, family)}
    assert not any(source in ("Ghana", "Peru", "Chile") for source, _ in found)
    assert ("Togo", "Mali") not in found


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Chad began a campaign against Hezbollah which attacked Mali in May.", ("Hezbollah", "Mali")),
        (
            "Togo launched an operation against the Kenyan Army which played a role in beating back Malta.",
            ("Kenya", "Malta"),
        ),
    ],
)
def test_what_a_name_does_is_its_own_deed(text: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, "fights")


def test_a_name_is_what_the_noun_before_it_says() -> None:
    assert who("Ghana fined the Swiss miner Glencore over a spill.", "restrains") == {("Ghana", "Glencore")}


def test_a_visit_told_of_in_passing() -> None:
    text = "Oman's premier, visiting Rabat, announced that Muscat would help Morocco."
    assert ("Oman", "Morocco") in who(text, "cooperates")


def test_a_subject_behind_an_opening_phrase_is_nothing_that_the_phrase_names() -> None:
    text = "In a snub to Dar es Salaam, Zambia's parliament on Wednesday condemned Malawi."
    assert who(text, "disputes") == {("Zambia", "Malawi")}
    assert not who(text, "affiliated")
