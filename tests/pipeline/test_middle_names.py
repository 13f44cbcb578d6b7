"""One person named with and without a middle name, and whose side he is on who commands a ship."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        (
            "Commodore Robert Schmitt commanded the USS Niagara. Robert Walter Schmitt met the king of Korea.",
            "United States",
            "South Korea",
        ),
        ("General Ana Ruiz of the Peruvian army left. Ana W. Ruiz met Chilean officers.", "Peru", "Chile"),
        ("Minister Ivo K. Petrov of Bulgaria left. Ivo Petrov met Turkish officers.", "Bulgaria", "Turkey"),
        ("Captain Juan Prat commanded the Chilean frigate Esmeralda. Prat met Bolivian officers.", "Chile", "Bolivia"),
    ],
)
def test_side_of_a_person(text, source, target):
    assert (source, target) in who(text, "cooperates")


def test_others_of_the_name_stay_apart():
    text = "Ana K. Ruiz of Peru met Ana L. Ruiz of Chile."
    assert ("Peru", "Chile") in who(text, "cooperates")


@pytest.mark.parametrize(
    "text",
    ["Nelson arbitrated the border dispute with Sierra Leone.", "Peru mediated in the dispute with Chile."],
)
def test_mediators_are_no_party(text):
    assert not who(text, "disputes")
