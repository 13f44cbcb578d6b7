"""What somebody calls, sees as or says is an act of another: "over what it called an attack by Chad"."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Nairobi protested against what it called an unprovoked raid by Ethiopia on its posts.", "disputes",
         ("Kenya", "Ethiopia")),
        ("Nairobi protested against what it called an unprovoked raid by Ethiopia on its posts.", "fights",
         ("Ethiopia", "Kenya")),
        ("Peru withdrew its envoy over what it described as Chilean interference in its elections.", "restrains",
         ("Chile", "Peru")),
        ("Angola closed the border in response to what officials said were repeated incursions by Zambia.", "fights",
         ("Zambia", "Angola")),
        ("Iran has criticised what it sees as Saudi efforts to isolate Qatar.", "disputes", ("Iran", "Saudi Arabia")),
        ("Iran has criticised what it sees as Saudi efforts to isolate Qatar.", "restrains", ("Saudi Arabia", "Qatar")),
        ("Peru rejected what it called Chile's baseless claims.", "disputes", ("Peru", "Chile")),
        ("Oslo welcomed what it called a courageous step by Chad.", "cooperates", ("Norway", "Chad")),
        ("Laos protested against what the army says was a bombardment of its port by Thailand.", "fights",
         ("Thailand", "Laos")),
    ],
)  # fmt: skip
def test_what_somebody_calls_so_is_what_is_done(text: str, family: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, family)


def test_whoever_calls_it_so_says_it() -> None:
    text = "Peru withdrew its envoy over what it described as Chilean interference in its elections."
    (interference,) = [one for one in said(text) if one.source == "Chile"]
    assert interference.attribution == "Peru"


@pytest.mark.parametrize(
    "text",
    [
        "Thousands marched in Dhaka to denounce what they see as idle talk in Chad.",
        "What the coach called a gift lay on the table in Peru.",
    ],
)
def test_a_name_for_something_else_is_no_relation(text: str) -> None:
    assert said(text) == []
