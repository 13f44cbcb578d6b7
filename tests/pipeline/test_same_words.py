"""Words that say one thing in one place and another in the next: clashes in talks, calls that ring, ties that hold."""

import pytest
from said import Said, said


def links(text: str) -> set[str]:
    """Return what a text says as "source type target"."""
    return {f"{one.source} {one.type} {one.target}" for one in said(text)}


def only(text: str) -> Said:
    """Return the one relation that a text states."""
    (one,) = said(text)
    return one


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("France and Italy clashed again during the trade negotiations in 1925.", "France disputes.rivals Italy"),
        ("Turkish and Greek delegates clashed at the summit.", "Turkey disputes.rivals Greece"),
        ("Greek and Turkish troops clashed on the island.", "Greece fights.attacks Turkey"),
        ("Ottawa got a call from the Danish premier.", "Denmark cooperates.consults Canada"),
        ("Norway received calls from Chile to stop whaling.", "Chile disputes.demands Norway"),
        ("Israel received complaints from Jordan about the water.", "Jordan disputes.accuses Israel"),
        ("Germany demanded the return of the port by Lithuania.", "Germany disputes.demands Lithuania"),
        ("Egypt asked Syria to free the pilots and accuse Jordan of the raid.", "Syria disputes.accuses Jordan"),
        ("The rebels enjoyed the protection of Zaire.", "Zaire cooperates.supports rebels"),
    ],
)
def test_what_the_surroundings_tell(text, link):
    assert link in links(text)


@pytest.mark.parametrize(
    "text",
    [
        "The riots by students eroded support for the Socialist Party.",
        "British aid doubled after the loss of Herat to the Taliban.",
        "Voters were split between supporters and opponents of the ban.",
        "OPEC held a summit in Vienna.",
        "The League held further meetings in Belgrade, Madrid and Vienna.",
        "Venezuela's decline helped Brazil.",
        "Brazil and Argentina discussed how to exploit the war in Europe.",
    ],
)
def test_whom_it_does_not_concern(text):
    assert not any(
        word in link for link in links(text) for word in ("supports", "aids", "coerces", "Austria", "attacks")
    )


def test_who_suffers_is_not_among_those_who_demand_it():
    assert "Israel disputes.demands Israel" not in links("Israel and Syria called for Israeli withdrawals.")


def test_a_place_is_no_officer():
    assert not any(link.startswith("Egypt") for link in links("Paul Smith, the CIA Chief of Station in Cairo, left."))


def test_what_was_nearly_doubled_was_bought():
    bought = only("The United States nearly doubled its territory with the purchase of Louisiana from France.")
    assert bought.polarity == "affirmed"


@pytest.mark.parametrize(
    "text",
    [
        "The incident did not derail the warm relationship between Norway and Russia.",
        "Nothing could break the friendship between Norway and Russia.",
        "They hoped to prevent the collapse of the alliance between Norway and Russia.",
    ],
)
def test_ties_that_nothing_ends_hold(text):
    held = only(text)
    assert (held.type, held.polarity) == ("cooperates.supports", "affirmed")


def test_who_does_not_end_his_own_ties():
    ended = only("Chile did not end its alliance with Peru.")
    assert (ended.type, ended.polarity) == ("restrains.sanctions", "negated")


def test_a_railway_that_is_built_is_nobody():
    assert links("Chad and Niger agreed to build a railway between Zinder and Abeche.") == {
        "Chad cooperates.agrees Niger"
    }
