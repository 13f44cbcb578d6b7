"""News with asides between commas, a time before what is struck, contingents of troops, and attacks in words."""

import pytest
from said import said

ASKED = "disputes.demands"
BLAMED = "disputes.accuses"
HIT = "fights.attacks"
AIDED = "cooperates.aids"


def stated(text: str) -> set[tuple[str, str, str]]:
    """Return the relations that a text states, either way round if they are mutual."""
    return {(one, r.type, other) for r in said(text) for one, other in r.orders}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the main verb behind where somebody said it
        (
            "Selma Haddad, the PLO's official spokesperson, in a statement condemned the killing of farmers during the "
            "Israeli operations, and called on Israel to respect the truce.",
            ("Selma Haddad", ASKED, "Israel"),
        ),
        ("On Monday, Juan Ruiz, the Peruvian envoy, in an interview criticised Chile.", ("Peru", BLAMED, "Chile")),
        ("Ana Ruiz, the Peruvian envoy, in a letter published Monday condemned Chile.", ("Peru", BLAMED, "Chile")),
        # what goes on behind examples
        (
            "Ghana announced the deployment of soldiers, including nine nurses, to Liberia on a peacekeeping mission.",
            ("Ghana", AIDED, "Liberia"),
        ),
        ("Norway donated ten boats, including two ferries, to Ghana.", ("Norway", AIDED, "Ghana")),
        # who the contingents are
        ("The first contingents of Kenyan peacekeeping troops arrived in Juba.", ("Kenya", AIDED, "South Sudan")),
        ("A contingent of Fijian peacekeepers was deployed in Lebanon.", ("Fiji", AIDED, "Lebanon")),
        # a time between the strike and whom it hits makes it none of workers
        ("Turkey's air force carried out strikes Monday night against PKK militants.", ("Turkey", HIT, "PKK")),
        ("Chad launched an attack late Tuesday against Boko Haram.", ("Chad", HIT, "Boko Haram")),
        ("Miners staged a two-day strike against the government of Chile.", ("miners", "disputes.protests", "Chile")),
        # who leads attacks on people and their laws attacks in words
        (
            "The party has led the attacks on Senator Joe Hill, the pension law and the budget.",
            ("party", BLAMED, "Joe Hill"),
        ),
        ("Hamas led the attack on an Israeli base.", ("Hamas", HIT, "Israel")),
        # a guarantee of a loan is worth money
        ("Japan is ready to provide a $500 million loan guarantee to Jordan.", ("Japan", AIDED, "Jordan")),
        ("Norway gave security guarantees to Estonia.", ("Norway", "cooperates.agrees", "Estonia")),
    ],
)
def test_it_is_read(text, expected):
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "Turkey's air force carried out strikes Monday night against PKK militants.",
            ("Turkey", "disputes.protests", "PKK"),
        ),
        ("The party has led the attacks on Senator Joe Hill and the pension law.", ("party", HIT, "Joe Hill")),
        ("He met a dozen officials, including the Syrian premier, in Peru.", ("Peru", "cooperates.consults", "Syria")),
    ],
)
def test_it_is_not_read(text, wrong):
    assert wrong not in stated(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is let in, whatever describes the access
        (
            "Myanmar allowed UN monitors limited access to the camps.",
            ("Myanmar", "cooperates.concedes", "United Nations"),
        ),
        (
            "Eritrea granted UNHCR staff access to the border area.",
            ("Eritrea", "cooperates.concedes", "United Nations"),
        ),
        (
            "Sudan has agreed to allow Red Cross workers expanded access to Darfur.",
            ("Sudan", "cooperates.concedes", "Red Cross"),
        ),
        ("Iran denied UN inspectors access to its plant.", ("Iran", "disputes.rejects", "United Nations")),
        # gangs with a name of their own
        (
            "Mexican police arrested nine members of the Santa Clara de Leon gang.",
            ("Mexico", "restrains.coerces", "Santa Clara de Leon"),
        ),
        ("Brazil's army raided a camp of the Rio Verde cartel.", ("Brazil", HIT, "Rio Verde")),
    ],
)
def test_who_is_let_in_or_hunted(text, expected):
    assert expected in stated(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Sudan has agreed to allow Red Cross workers expanded access to Darfur.", "Darfur"),
        ("President Ariel Sharon sent Israeli Air Force jets to destroy the camp in Syria.", "Israel"),
    ],
)
def test_it_is_no_favour_to_them(text, wrong):
    assert not any(r.type.startswith("cooperates.") and r.target == wrong for r in said(text))
