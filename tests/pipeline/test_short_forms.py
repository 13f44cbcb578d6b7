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
         ("United Kingdom", "Confederacy")),
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


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # the Senate of two states, and the bare name after that
        ("The Chilean Senate voted. The U.S. Senate, as the U.S. Senate of old, agreed. The Senate condemned Chile.",
         "disputes", ("United States", "Chile")),
        ("The Kenyan Parliament condemned the Ugandan Parliament.", "disputes", ("Kenya", "Uganda")),
        ("The Arts Council of Wales criticised Mali.", "disputes", ("United Kingdom", "Mali")),
        # the nation addressed; the country that the text is about
        ("The United States won. President Bush of the United States addressed the nation. Mali accused the nation.",
         "disputes", ("Mali", "United States")),
        # who says what he will do; not the one acted on
        ("Iran and Iraq met. Hezbollah told Syria that they would attack Jordan.", "fights", ("Hezbollah", "Jordan")),
        # lists of nations before one noun; these countries
        ("French, German and Italian officials criticised Mali.", "disputes", ("France", "Mali")),
        ("Peru, Chile and Bolivia voted. Mali criticised these countries.", "disputes", ("Mali", "Bolivia")),
        # services of the United States
        ("The United States fought. Marine Gen. Lou Barton criticised Mali.", "disputes", ("United States", "Mali")),
    ],
)  # fmt: skip
def test_whose_body_it_is(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "The Island Relations Act (IRLA) was new. The IRLA condemned Mali.",
        "Operation Silver Oak condemned Mali.",
        "Juan Pardo fought Ivo Kahn. He condemned Ivo Kahn.",
    ],
)
def test_documents_and_the_other_one_do_nothing(text):
    assert not {source for source, _ in who(text, "disputes")} - {"Juan Pardo"}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # from where a report was sent
        ("KARACHI: Police accused Iran. Kenya and Iran agreed.", "disputes", ("Pakistan", "Iran")),
        ("LIMA (Reuters) - The government criticised Mali. Mali protested.", "disputes", ("Peru", "Mali")),
        # whose fight one helps in; what was done for what
        ("Australia criticised Chad. Australia helped Manila in its war against Mali.", "fights",
         ("Philippines", "Mali")),
        # a shared of-phrase
        ("Egypt left. Peru criticised the government and people of Mali.", "disputes", ("Peru", "Mali")),
        # a brigade of an army, a council of a state
        ("The 32 Artillery Brigade of the Nigerian Army attacked Mali.", "fights", ("Nigeria", "Mali")),
    ],
)  # fmt: skip
def test_what_the_words_around_say(text, family, pair):
    assert pair in who(text, family)
