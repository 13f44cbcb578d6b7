"""Short forms and owners that the text makes clear: firms, bodies, halves of countries, office holders, "it"."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # a firm by its nation and kind
        ("Petrobras left Angola. Kenya sued the Brazilian oil giant.", "disputes", ("Kenya", "Petrobras")),
        ("Ericsson accused Samsung. Chile sued the South Korean firm.", "disputes", ("Chile", "Samsung")),
        # a body by a noun of its name
        ("The World Bank lent Ghana money. Kenya criticised the bank.", "disputes", ("Kenya", "World Bank")),
        ("The Republic of Ireland voted. Britain criticised the Republic.", "disputes", ("United Kingdom", "Ireland")),
        # an armed group by what it does
        ("FARC seized a town. Peru accused the militants of murder.", "disputes", ("Peru", "FARC")),
        # an island, parts of a divided country
        ("China held drills near Taiwan. Japan criticised the island.", "disputes", ("Japan", "Taiwan")),
        ("South Korea voted. Japan accused the North of theft.", "disputes", ("Japan", "North Korea")),
        ("The Confederacy sought help. Britain refused to recognise the South.", "disputes",
         ("United Kingdom", "Confederate States of America")),
        # who holds the office: the one most spoken of
        ("President Ade of Benin met President Boro of Togo. Ade spoke. Ade left. Peru criticised the president.",
         "disputes", ("Peru", "Benin")),
        ("The United States aided Greece. Chile criticised the administration.", "disputes",
         ("Chile", "United States")),
        # whose the army and the opposition are in a text about several countries
        ("Syria shot at Israeli jets. The army accused Jordan. Syrian television agreed.", "disputes",
         ("Syria", "Jordan")),
        ("Norway sold its shares in Israeli firms. The country criticised Israel.", "disputes", ("Norway", "Israel")),
        # who is told his duty
        ("Russia told Finland that it must invade Sweden.", "fights", ("Finland", "Sweden")),
        # pairs of those who met, and of bodies
        ("Hamas and Fatah met. The two groups criticised Jordan.", "disputes", ("Fatah", "Jordan")),
        ("President Ade of Benin received Juan Pardo. The pair criticised Mali.", "disputes", ("Juan Pardo", "Mali")),
        # a known person with an initial; his minister
        ("Russia feared the United States. John Q. Adams criticised Chile.", "disputes", ("United States", "Chile")),
        ("Kenyan President Ivo Moru dismissed his prime minister, Juan Pardo. Juan Pardo criticised Chile.", "disputes",
         ("Kenya", "Chile")),
    ],
)  # fmt: skip
def test_who_is_meant(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Peru left. It became clear that Chile would condemn Mali.",
        "Israel left. It was the third attack on Mali.",
        "Iran and Iraq signed a treaty. The government condemned Mali.",
        "Mali feared Chad. The South China Sea criticised Mali.",
    ],
)
def test_unsure_means_nobody(text):
    assert not {source for source, _ in who(text, "disputes") | who(text, "fights")} & {
        "Peru",
        "Israel",
        "Iran",
        "Iraq",
    }
