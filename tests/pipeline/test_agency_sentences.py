"""Sentences of news agencies: words of speech in their midst, measures and their grounds, meetings shunned."""

import pytest
from said import who


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Saudi jets bombed a market in Sanaa, the Houthis said, killing ten Yemenis.", ("Saudi Arabia", "Yemen")),
        ("Boko Haram raided a village in Chad, officials said Monday, wounding two Danes.", ("Boko Haram", "Denmark")),
    ],
)
def test_a_deed_behind_words_of_speech_goes_on_with_what_was_said(text, pair):
    assert pair in who(text, "fights")


def test_speech_behind_words_of_speech_is_the_speakers():
    said = who("Peru shelled Arica, Chile's army said, accusing Lima of murder.", "disputes")
    assert ("Chile", "Peru") in said
    assert who("Israel closed the crossing, Egypt said, urging Jordan to act.", "disputes") == {("Egypt", "Jordan")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Canada imposed sanctions on Nicaragua due to its repression of priests.", ("Nicaragua", "priests")),
        ("The EU extended sanctions on Belarus because of its crackdown on protesters.", ("Belarus", "Belarus")),
        ("Iran has released a Greek tanker it seized near the Strait of Hormuz.", ("Iran", "Greece")),
        ("Kenya says it is enforcing all UN sanctions on Eritrea.", ("Kenya", "Eritrea")),
    ],
)
def test_measures(text, pair):
    assert pair in who(text, "restrains")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Kenya said it would boycott the East African Community summit.", ("Kenya", "East African Community")),
        ("Qatar skipped the Arab League conference in Riyadh.", ("Qatar", "Arab League")),
    ],
)
def test_who_shuns_a_meeting_rejects_whose_it_is(text, pair):
    assert pair in who(text, "disputes")
    assert pair not in who(text, "restrains")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Turkish minister Hulusi Akar said that they will not accept Greek claims.", "disputes", ("Turkey", "Greece")),
        ("The Malian envoy said they welcome the Arab League's plan.", "cooperates", ("Mali", "Arab League")),
        ("Israeli officials said they oppose the American plan.", "disputes", ("Israel", "United States")),
    ],
)
def test_they_are_for_whom_the_speaker_stands(text, family, pair):
    assert pair in who(text, family)


def test_a_campaign_in_a_country_is_against_those_named():
    text = "The Rwandan military intervention in Mozambique against insurgents went on."
    assert who(text, "fights") == {("Rwanda", "insurgents")}
    assert ("Houthis", "Yemen") in who("The Houthis violated the ceasefire agreement with Yemen.", "fights")
