"""Lives: "he" is mostly whom the text is about, whoever acted in the sentence before."""

import pytest
from said import said

LIFE = "Aurelio Quiroga (1931–2009) was a Bolivian general and politician. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Argentina's Perón received him twice. He denounced Peru.", ("Aurelio Quiroga", "Peru")),
        ("Argentina's Perón received him. His own aide, Jorge Paz, overthrew him.", ("Jorge Paz", "Aurelio Quiroga")),
        ("Alfredo Stroessner sheltered him. From Asunción he denounced Peru.", ("Aurelio Quiroga", "Peru")),
        ("Víctor Paz ruled then. A court in Lima sentenced him to 30 years in jail.", ("Peru", "Aurelio Quiroga")),
        # he who acts before in the sentence may be meant, and is, of what he says
        ("The minister of Chile, Juan Soto, said that he had visited Peru.", ("Juan Soto", "Peru")),
    ],
)
def test_whose_life_it_is(text, expected):
    found = said(LIFE + text)
    names = {("Juan Soto" if r.source == "Chile" else r.source, r.target) for r in found}
    assert expected in names
    assert not {pair for pair in names if pair[0] in ("Perón", "Argentina", "Paraguay")} - {
        ("Argentina", "Aurelio Quiroga"),
        ("Paraguay", "Aurelio Quiroga"),
    }


def test_a_village_is_nobody():
    text = "Hibhib is a village in Iraq. Omar Said lived there. He was killed by American troops."
    assert "Hibhib" not in {r.target for r in said(text)}


def test_mourning_is_no_blame():
    (found,) = said("Poland mourns the Ukrainian soldiers who fell.")
    assert (found.source, found.type, found.target) == ("Poland", "cooperates.supports", "Ukraine")
