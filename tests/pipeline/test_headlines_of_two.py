"""Headlines that begin with two names: what both do to each other, also where the parser sees no verb."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Taliban, Pakistan trade fire at Torkham crossing", "fights", ("Taliban", "Pakistan")),
        ("Israel, Hezbollah trade blows over border", "fights", ("Israel", "Hezbollah")),
        ("Peru, Chile feud over pisco", "disputes", ("Peru", "Chile")),
        ("Hamas, Fatah clash in Gaza", "fights", ("Hamas", "Fatah")),
        ("Chad, Sudan seal border pact", "cooperates", ("Chad", "Sudan")),
        ("Bolivia, Chile at odds over river", "disputes", ("Bolivia", "Chile")),
        ("Spain, Morocco in talks on fishing", "cooperates", ("Spain", "Morocco")),
    ],
)
def test_two_names(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    ["Paris, France share of exports falls", "Geneva, Switzerland trade talks", "Lima, Peru at odds over a river"],
)
def test_a_town_and_its_country(text):
    assert said(text) == []


def test_an_envoy_and_his_country_are_not_two():
    assert ("Russia", "Russia") not in who("Lavrov, Russia trade envoy, met Chile's president.", "cooperates")
