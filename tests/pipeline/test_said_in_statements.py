"""What resolutions and statements say: further that-clauses, on the part of, in a letter to, arrests in a country."""

import pytest
from said import who

REJECTS = "disputes.rejects"
DEMANDS = "disputes.demands"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Finland asks that Russia return the ship and that China explain its role.", ("Finland", DEMANDS, "China")),
        (
            "The African Union recommends that Togo amend the law and that Benin ratify the pact.",
            ("African Union", DEMANDS, "Benin"),
        ),
        (
            "The African Union demands that Chad leave, and that the army of Mali free the crew.",
            ("African Union", DEMANDS, "Mali"),
        ),
        ("Japan proposed to South Korea that the ministers meet in May.", ("Japan", DEMANDS, "South Korea")),
        ("India recommended to Nepal that the treaty be amended.", ("India", DEMANDS, "Nepal")),
        ("Norway urged restraint on the part of Niger.", ("Norway", "restrains.limits", "Niger")),
        ("Canada condemned the aggression on the part of Russia.", ("Canada", "disputes.accuses", "Russia")),
        ("Kenya deplores the use of force on the part of Uganda.", ("Kenya", "disputes.accuses", "Uganda")),
        ("Libya suffered incursions on the part of Egypt.", ("Egypt", "fights.attacks", "Libya")),
        ("Ecuador protested in a letter to Colombia.", ("Ecuador", "disputes.accuses", "Colombia")),
        ("Brazil complained in a note to Peru about the nets.", ("Brazil", "disputes.accuses", "Peru")),
        ("Ghana objected to the arrests in Liberia.", ("Ghana", REJECTS, "Liberia")),
        ("Ghana rejected the coup in Mali.", ("Ghana", REJECTS, "Mali")),
        ("Spain opposed the detention of journalists in Belarus.", ("Spain", REJECTS, "Belarus")),
        ("Portugal will contribute three clinics to Angola.", ("Portugal", "cooperates.aids", "Angola")),
    ],
)
def test_is_said(text: str, expected: tuple[str, str, str]) -> None:
    source, type_, target = expected
    assert (source, target) in who(text, type_)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Iran said that Iraq was weak and that Oman paid.", DEMANDS),
        ("Norway objects to the arrest of two pilots in Sudan.", "restrains.coerces"),
        ("Spain opposes corruption in its ranks.", REJECTS),
        ("Iran contributed ideas to the collapse of Iraq.", "cooperates.aids"),
        ("A lack of will on the part of Greece delayed the accord.", DEMANDS),
    ],
)
def test_is_not_said(text: str, type_: str) -> None:
    assert not who(text, type_)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is incumbent on Togo to free the crew.", (DEMANDS, "Togo")),
        ("The blame for the crash lies with Chad and Niger.", ("disputes.accuses", "Niger")),
        ("Responsibility for the massacre rests with Togo.", ("disputes.accuses", "Togo")),
        ("Togo's claims are baseless.", ("disputes.accuses", "Togo")),
        ("That remark by Togo is an insult.", ("disputes.accuses", "Togo")),
        ("It is regrettable that Togo has closed the port.", ("disputes.accuses", "Togo")),
    ],
)
def test_the_issuer_judges(text: str, expected: tuple[str, str]) -> None:
    type_, target = expected
    assert ("Iceland", target) in who(text, type_, issuer="Iceland")


@pytest.mark.parametrize(
    "text",
    [
        "The claims of Togo are not baseless.",
        "The choice lies with Togo.",
        "Responsibility for the port lies with Togo.",
    ],
)
def test_the_issuer_judges_nobody(text: str) -> None:
    assert not who(text, "disputes.accuses", issuer="Iceland")
