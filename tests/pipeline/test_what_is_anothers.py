"""What is another's: deeds of those whom somebody met, what stopped ships carry, recognition lost."""

import pytest
from said import said

BACKED = "cooperates.supports"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenya urged Egypt to sell companies and praised its decision to float the pound.",
            ("Kenya", BACKED, "Egypt"),
        ),
        (
            "Russia met with China and condemned its treatment of Uighurs.",
            ("Russia", "disputes.accuses", "China"),
        ),
        ("Honduras, which switched its recognition from Taiwan to China, voted.", ("Honduras", BACKED, "China")),
        ("Libya shifted its backing from Chad to Niger.", ("Libya", "restrains.sanctions", "Chad")),
        # behind the list on which they stood
        (
            "The U.S. Treasury removed from its sanctions list a Zimbabwean merchant.",
            ("United States", "cooperates.concedes", "Zimbabwe"),
        ),
        (
            "London added to its sanctions list four Iranian generals.",
            ("United Kingdom", "restrains.sanctions", "Iran"),
        ),
        ("Moscow promised Belgrade its veto.", ("Russia", "cooperates.agrees", "Serbia")),
        ("Nordic ministers gathered in Oslo condemned Russia.", ("Nordic countries", "disputes.accuses", "Russia")),
        ("Any aggression on Libya's part alarmed Chad.", ("Chad", "disputes.accuses", "Libya")),
    ],
)
def test_said(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("Malta seized a ship carrying arms for the Libyan rebels.", ("Malta", "cooperates.aids", "libyan rebels")),
        (
            "Turkey closed its airspace to planes carrying weapons for Armenia.",
            ("Turkey", "cooperates.aids", "Armenia"),
        ),
        ("Honduras switched its recognition from Taiwan to China.", ("Taiwan", BACKED, "China")),
        (
            "China shifted its support from the Malian opposition to Niger.",
            ("Mali", "disputes.rejects", "Niger"),
        ),
        ("Kenya bombed Somalia and defended its decision.", ("Kenya", BACKED, "Somalia")),
        ("Italy kept Eritrea, a restraint on Menelik's part.", ("Eritrea", "restrains.limits", "Menelik")),
        ("Albania could not swallow Nixon's journey.", ("Albania", "restrains.coerces", "Nixon")),
    ],
)
def test_not_said(text: str, unexpected: tuple[str, str, str]) -> None:
    assert unexpected not in stated(text)


def test_who_issues_what_a_heading_is_about() -> None:
    text = (
        "Raid on Lomé by Ghana (Statement by the Foreign Ministry)\n\nYesterday Ghana raided Lomé, the capital of "
        "Togo. Togo condemns the raid. We demand that Ghana withdraw."
    )
    assert ("Togo", "disputes.demands", "Ghana") in stated(text)


def test_under_secretaries_are_of_many_states() -> None:
    text = "The envoy of Belarus came to Warsaw, where Under-Secretary of State Anna Nowak criticised Belarus."
    assert ("United States", "disputes.accuses", "Belarus") not in stated(text)
