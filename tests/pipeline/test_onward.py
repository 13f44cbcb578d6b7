"""Acts that name nobody whom they concern: it is whom the act before concerns."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        ("Turkey condemned Greece and put its navy on alert.", "fights.mobilizes", ("Turkey", "Greece")),
        ("Serbia threatened Kosovo and called up reservists.", "fights.mobilizes", ("Serbia", "Kosovo")),
        ("Vietnam warned China and held live-fire drills off Danang.", "fights.mobilizes", ("Vietnam", "China")),
        ("Thailand protested to Cambodia and sealed three crossings.", "restrains.sanctions",
         ("Thailand", "Cambodia")),
        ("Honduras crossed into El Salvador, occupied two towns and burned the mill at Sula.", "restrains.coerces",
         ("Honduras", "El Salvador")),
        ("India expelled Pakistan's envoy. It also closed its airspace.", "restrains.sanctions",
         ("India", "Pakistan")),
        ("Denmark's prime minister visited Kyiv and announced a new package of military aid.", "cooperates.aids",
         ("Denmark", "Ukraine")),
        ("Egypt recognised the government of Libya and sent 200 trucks of food.", "cooperates.aids",
         ("Egypt", "Libya")),
        ("Japan praised Vietnam and pledged two patrol ships.", "cooperates.agrees", ("Japan", "Vietnam")),
        ("China welcomed Nauru and offered a loan of 30 million dollars.", "cooperates.aids", ("China", "Nauru")),
    ],
)  # fmt: skip
def test_an_act_goes_on_against_or_for_the_same_one(text: str, type_: str, pair: tuple[str, str]) -> None:
    assert pair in {(one.source, one.target) for one in said(text) if one.type == type_}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("France accused two Russian diplomats of spying and banned plastic bags.", "restrains"),
        ("Kenya praised Uganda and closed the border.", "restrains"),
        ("The European Union condemned Serbia and offered a grant.", "cooperates"),
        ("The United States knew of Iraq's designs on Kuwait but did not foresee the Iraqi incursion.", "fights"),
        ("Hungary condemned Serbia, and Romania massed troops.", "fights"),
        ("Chile denounced Peru and Bolivia and called up reservists.", "fights"),
    ],
)
def test_another_vein_subject_or_clause_is_no_going_on(text: str, family: str) -> None:
    assert not who(text, family)


def test_troops_are_of_whoever_moves_them_though_the_text_goes_on_about_another() -> None:
    text = (
        "Peru recalled its ambassador from Ecuador on Monday and massed troops in the Cenepa valley. "
        "Ecuador rejected the accusation that it had armed rebels."
    )
    assert ("Peru", "Ecuador") in who(text, "fights")


FOUGHT = "Coalition jets hit ISIL positions near Mosul in Iraq on Monday. On Tuesday they bombed ISIL near Hit. "


def test_strikes_on_nobody_named_are_on_the_group_that_all_strikes_before_are_on() -> None:
    told = said(FOUGHT + "Nations that have conducted strikes in Iraq include Canada and Denmark.")
    assert {("Canada", "Islamic State"), ("Denmark", "Islamic State")} <= {(one.source, one.target) for one in told}


@pytest.mark.parametrize(
    "last",
    [
        "Chad carried out air strikes on Monday.",  # it may be at another war
        "Nations that have not conducted strikes in Iraq include Chad.",
    ],
)
def test_whom_else_strikes_hit_is_not_known(last: str) -> None:
    assert ("Chad", "Islamic State") not in {
        (one.source, one.target) for one in said(FOUGHT + last) if one.polarity == "affirmed"
    }
