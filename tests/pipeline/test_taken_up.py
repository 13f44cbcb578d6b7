"""What a later sentence takes up: answers to what was said, places and rulers named by a bare noun."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # a claim made without a verb of accusing
        ("Turkey said Greek jets had violated its airspace. Athens denied the claim.", "disputes.rejects",
         ("Greece", "Turkey")),
        ("Chad accused Sudan of bombing a post. A spokesman in Khartoum denied the report.", "disputes.rejects",
         ("Sudan", "Chad")),
        # by people without a name
        ("Human rights groups accused the Malian army of murder. Mali has denied the charge.", "disputes.rejects",
         ("Mali", "human rights groups")),
        # of two who accuse each other, never the one who answers
        ("Kenya accused Somalia of theft. Somalia accused Kenya of fraud. Somalia dismissed the accusations.",
         "disputes.rejects", ("Somalia", "Kenya")),
        # "it"
        ("Egypt proposed a conference on water. Sudan opposed it.", "disputes", ("Sudan", "Egypt")),
        ("Egypt put forward a proposal. Sudan backed it, but Ethiopia rejected it.", "disputes",
         ("Ethiopia", "Egypt")),
        ("Egypt offered to mediate. Libya accepted the offer, but Chad turned it down.", "disputes",
         ("Chad", "Egypt")),
        # what two have made
        ("Chad and Libya signed a border treaty. Mali condemned the treaty.", "disputes", ("Mali", "Chad")),
        ("Chad signed a treaty with Libya. Mali condemned the deal.", "disputes", ("Mali", "Libya")),
        # what was announced and done
        ("Spain said it would recognise Palestine. Kenya welcomed the announcement, but Israel protested against the "
         "decision.", "disputes", ("Israel", "Spain")),
        ("Denmark expelled two Iranian diplomats. Tehran called the move illogical.", "disputes", ("Iran", "Denmark")),
        ("Chad said that Libya had lied. Tripoli called the allegations absurd.", "disputes", ("Libya", "Chad")),
    ],
)  # fmt: skip
def test_answers(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Peru arrived. Chad denied the claim.",
        "Peru founded a bank. Chad opposed it.",
        "Peru joined Mali in March. Chad condemned the deal.",
        "Peru and Chad reached a deal. Chad condemned the deal.",
    ],
)
def test_nobody_answers_what_was_not_said(text):
    assert not {target for _, target in who(text, "disputes")} & {"Peru", "Chad", "Mali", "Siemens"}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Russian forces besieged Kharkiv. Russian ships shelled the city.", "fights", ("Russia", "Ukraine")),
        ("UNITA rebels shelled Huambo. The Red Cross sent food to the besieged city.", "cooperates",
         ("Red Cross", "Angola")),
        ("UNITA rebels shelled Huambo. UNITA holds most of the town.", "restrains", ("UNITA", "Angola")),
        ("Gangs took a fort in Haiti on Monday. The gangs control most of the capital.", "restrains",
         ("gangs", "Haiti")),
        # rulers by their titles
        ("The pope condemned Chad.", "disputes", ("Holy See", "Chad")),
        ("Pope John Paul condemned Chad.", "disputes", ("Holy See", "Chad")),
        ("Russia was weak. The tsar condemned Sweden.", "disputes", ("Russia", "Sweden")),
        ("The Ottoman Empire was weak. Sweden condemned the sultan.", "disputes", ("Sweden", "Ottoman Empire")),
        # who goes on behind a judgement
        ("Peru was calm. Chad called the junta in Lima illegal and imposed sanctions on it.", "restrains",
         ("Chad", "Peru")),
    ],
)  # fmt: skip
def test_places_and_rulers(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Kharkiv and Huambo were quiet. Chad shelled the city.",  # which
        "Kharkiv was quiet. Chad shelled the other city.",
        "Tunis bought grain. Chad shelled the town.",  # no town that was spoken of
        "Chad condemned the sultan.",
        "Oman was calm. Chad condemned the late sultan.",
    ],
)
def test_unsure_of_places_and_rulers(text):
    found = who(text, "fights") | who(text, "disputes")
    assert not {target for _, target in found} & {"Ukraine", "Angola", "Tunisia", "Oman", "Ottoman Empire"}


def test_an_official_is_not_of_the_country_that_he_acts_on():
    assert who("Foreign Minister Ana Ruiz urged Chad to sign. Chad refused.", "affiliated") == set()
    assert ("Ana Ruiz", "Chad") in who("Foreign Minister Ana Ruiz urged Chad to sign. Chad refused.", "disputes")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("The IAEA accused Iran of lying. Its plants were bombed by Israel.", "fights", ("Israel", "Iran")),
        ("NATO warned Peru. Chad wants to ban its missiles.", "restrains", ("Chad", "Peru")),
        ("Siemens sued Chad. Its factories were seized by Mali.", "restrains", ("Mali", "Siemens")),
    ],
)
def test_what_no_body_of_states_has(text, family, pair):
    assert pair in who(text, family)
