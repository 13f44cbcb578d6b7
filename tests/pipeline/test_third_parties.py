"""Acts on one's own that hit another, and acts that another joins in."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Congress barred the administration from selling arms to Guatemala.", ("United States", "Guatemala")),
        ("The Bundestag forbade the army to train Malian soldiers.", ("Germany", "Mali")),
        ("The Riyadh government banned Saudi companies from trading with Qatar.", ("Saudi Arabia", "Qatar")),
        ("Congress passed a law barring the Pentagon from transferring jets to Turkey.", ("United States", "Turkey")),
        ("The White House may stop American firms from doing business with Sudan.", ("United States", "Sudan")),
        ("India forbids its airlines to fly to Pakistan.", ("India", "Pakistan")),
    ],
)
def test_what_a_state_keeps_its_own_from_doing_restrains_the_other(text: str, pair: tuple[str, str]) -> None:
    restrained = who(text, "restrains")
    assert pair in restrained
    assert pair[:1] * 2 not in restrained
    assert all(one.polarity == "negated" for one in said(text) if one.family == "cooperates")


def test_whom_a_state_bans_at_home_is_its_own() -> None:
    assert ("Peru", "Peru") in who("Peru has banned the opposition leader Jorge Quispe from leaving Peru.", "restrains")


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("Turkey launched strikes on Islamic State together with Jordan.", "fights",
         {("Turkey", "Islamic State"), ("Jordan", "Islamic State")}),
        ("Japan will counter North Korea's missiles together with Washington.", "restrains",
         {("Japan", "North Korea"), ("United States", "North Korea")}),
        ("Chad fought the insurgents together with France.", "fights",
         {("Chad", "insurgents"), ("France", "insurgents")}),
        ("Norway imposed sanctions on Myanmar together with Canada.", "restrains",
         {("Norway", "Myanmar"), ("Canada", "Myanmar")}),
        ("Peru recognised Estonia together with Latvia.", "cooperates", {("Peru", "Estonia"), ("Peru", "Latvia")}),
        ("Ghana has blamed Togo, along with Benin, for the smuggling.", "disputes",
         {("Ghana", "Togo"), ("Ghana", "Benin")}),
    ],
)  # fmt: skip
def test_who_acts_together_with_the_subject_acts_too(text: str, family: str, pairs: set[tuple[str, str]]) -> None:
    assert who(text, family) == pairs


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The report documents the flow of weapons from the Emirates to Chad.", ("United Arab Emirates", "Chad")),
        ("The flow of aid from the United States to Vietnam dried up.", ("United States", "Vietnam")),
        ("Shipments of oil from Venezuela to Cuba have dwindled.", ("Venezuela", "Cuba")),
        ("A stream of money from Qatar to Mali kept the ministries open.", ("Qatar", "Mali")),
    ],
)
def test_what_flows_from_one_to_another_is_aid(text: str, pair: tuple[str, str]) -> None:
    assert who(text, "cooperates") == {pair}


@pytest.mark.parametrize(
    "text",
    [
        "The flow of refugees from Chad to Mali never stopped.",
        "Europe faces a set of challenges, from support for populists in Chad to storms in Mali.",
    ],
)
def test_not_everything_that_comes_from_somewhere_is(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Warsaw rejected the ultimatum from Brussels.", ("Poland", "European Union")),
        ("Brussels has accused Budapest of delay.", ("European Union", "Hungary")),
        ("Kinshasa accused Brussels of arrogance, and the Belgian envoy left.",
         ("Democratic Republic of the Congo", "Belgium")),
    ],
)  # fmt: skip
def test_brussels_is_the_union_unless_belgium_is_named(text: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, "disputes")
