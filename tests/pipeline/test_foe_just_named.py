"""Acts of war and breaks that name no foe: he is whom alone the text has just put at odds with their actor."""

import pytest
from said import said


@pytest.mark.parametrize(
    ("text", "type_", "pair"),
    [
        ("Peru was at odds with Ecuador over the river. Peru declared war in June.", "fights.attacks",
         ("Peru", "Ecuador")),
        ("Peru was at odds with Ecuador over the river. In June Peru massed troops in Piura.", "fights.mobilizes",
         ("Peru", "Ecuador")),
        ("Chile was at odds with Bolivia over the port. Bolivian battalions were massed along the frontier.",
         "fights.mobilizes", ("Bolivia", "Chile")),
        ("Uganda quarrelled with Rwanda over the crossing, and Uganda closed the border in May.",
         "restrains.sanctions", ("Uganda", "Rwanda")),
        ("Libyan jets bombed an Egyptian village. The next morning Egypt mobilised two armoured divisions.",
         "fights.mobilizes", ("Egypt", "Libya")),
        ("Somalia and Ethiopia clashed at Dolo. By Friday Ethiopia had put its brigades on alert.",
         "fights.mobilizes", ("Ethiopia", "Somalia")),
        ("Iran threatened Kuwait over the gas field. Kuwait called up reservists.", "fights.mobilizes",
         ("Kuwait", "Iran")),
        ("Relations between Greece and Turkey grew tense. Greek warships were sent to the islands.",
         "fights.mobilizes", ("Greece", "Turkey")),
    ],
)  # fmt: skip
def test_the_foe_is_whom_the_text_has_just_put_at_odds(text: str, type_: str, pair: tuple[str, str]) -> None:
    assert pair in {(one.source, one.target) for one in said(text) if one.type == type_}


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Mali was at odds with Niger over the wells. Niger sent teachers to the villages.", "Niger"),
        ("India and China clashed in June, and Pakistan deployed a brigade.", "Pakistan"),
        ("Kenya quarrelled with Uganda over an island. Kenya closed its stock exchange on Monday.", "Kenya"),
        ("Armenia has fought Azerbaijan for years. Armenia deployed nurses to the flooded valley.", "Armenia"),
        ("Ghana was at odds with Togo over a dam and clashed with Benin over a road. Ghana called up reservists.",
         "Ghana"),
        ("The United Nations quarrelled with Burundi over the camps. Burundi mobilised its troops.", "Burundi"),
        ("Oman never clashed with Yemen. Oman called up reservists.", "Oman"),
    ],
)  # fmt: skip
def test_who_is_at_odds_with_several_or_nobody_has_no_foe(text: str, actor: str) -> None:
    unwanted = ("fights.mobilizes", "restrains.sanctions", "cooperates.aids")
    assert not [one for one in said(text) if one.source == actor and one.type in unwanted]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Two Moroccan brigades were drawn up along the Algerian frontier.", ("Morocco", "Algeria")),
        ("Greek destroyers were positioned off the Turkish coast.", ("Greece", "Turkey")),
        ("Serbian artillery was arrayed along the border with Kosovo.", ("Serbia", "Kosovo")),
        ("Polish infantry was assembled near the frontier with Lithuania.", ("Poland", "Lithuania")),
        ("Thai reservists were mustered against Cambodia.", ("Thailand", "Cambodia")),
        ("Three Peruvian columns were marshalled on Ecuador's border.", ("Peru", "Ecuador")),
        ("Syrian armour was massed along the Jordanian border.", ("Syria", "Jordan")),
    ],
)
def test_forces_drawn_up_by_nobody_named_are_their_countrys(text: str, pair: tuple[str, str]) -> None:
    assert pair in {(one.source, one.target) for one in said(text) if one.type == "fights.mobilizes"}


@pytest.mark.parametrize(
    "text",
    [
        "Malian players were gathered in a hotel on the border with Niger.",
        "Portuguese ships were drawn by Spanish painters.",
        "The Danish army was drawn into a scandal in Germany.",
        "Chilean tanks were assembled in Peru for sale.",
    ],
)
def test_what_else_is_drawn_or_assembled_is_no_show_of_force(text: str) -> None:
    assert not [one for one in said(text) if one.family in ("fights", "restrains")]
