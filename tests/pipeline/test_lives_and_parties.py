"""Lives that begin with a birth, bodies that one joins and leads, and those of names in other tongues."""

import pytest
from said import said

LIFE = "Ana Diaz was born in 1925 at Quito. "


def _found(text):
    return {(r.source, r.type, r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{LIFE}Fidel Castro gave her money. From Cuba she led the rebels.",
            ("Ana Diaz", "affiliated.leads", "rebels"),
        ),
        (
            f"{LIFE}She joined the Andean Liberation Front in 1948 and became its president four years later.",
            ("Ana Diaz", "affiliated.leads", "Andean Liberation Front"),
        ),
        ("The Green Party demanded a vote. Chad banned it in May.", ("Chad", "restrains.coerces", "Green Party")),
        (
            "The Front populaire pour la libération du Tchad (FPLT) signed a truce with Sudan.",
            ("Front populaire pour la libération du Tchad", "cooperates.agrees", "Sudan"),
        ),
        (
            "The Frente Martí para la Unión (FMU) shelled a barracks. The FMU condemned Honduras.",
            ("Frente Martí para la Unión", "disputes.accuses", "Honduras"),
        ),
    ],
)
def test_it_is_said(text, expected):
    assert expected in _found(text)


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            f"{LIFE}Fidel Castro gave her money. From Cuba she led the rebels.",
            ("Fidel Castro", "affiliated.leads", "rebels"),
        ),
        ("Peru joined the Andean Pact and became its main critic.", ("Peru", "affiliated.leads", "Andean Community")),
        ("The film was shot in Lima. Chad banned it in May.", ("Chad", "restrains.coerces", "Peru")),
    ],
)
def test_it_is_not(text, never):
    assert never not in _found(text)
