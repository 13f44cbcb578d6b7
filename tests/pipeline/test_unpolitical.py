"""Sport, business and art use the words of politics: no relation between countries is meant."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    "text",
    [
        "Jones misses the Wales team for Sunday's Six Nations clash with France.",
        "Brazil's World Cup battle against Ghana ended in a draw.",
        "Dutch brewers have made inroads into the Vietnamese market.",
        "Samsung stole market share from Nokia.",
        "A British group criticised the new series of US drama 24.",
        "The critics praised the Iranian film.",
        "Taiwan director Ang Tan was honoured.",
        "Jazz producer Quincy Hall was honoured.",
        "Iranian film director Asghar Navid was honoured.",
        "The law does not apply to British citizens.",
        "The decision turned the spotlight on Cuba's economy.",
    ],
)
def test_these_state_nothing(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "family", "expected"),
    [
        ("Chad attacked Niger.", "fights", ("Chad", "Niger")),
        ("Iran banned the American film.", "restrains", ("Iran", "United States")),
        ("Chile praised the Peruvian report.", "cooperates", ("Chile", "Peru")),
        ("US budget director Mick Moore visited Chile.", "affiliated", ("United States", "United States")),
        ("Ghana applied to the IMF for a loan.", "disputes.demands", ("Ghana", "International Monetary Fund")),
        ("Maria Lopez, head of research at Bank of America, left.", "affiliated", ("Maria Lopez", "Bank of America")),
        ("HSBC Asia chairman Peter Wong left.", "affiliated", ("Peter Wong", "HSBC")),
        ("World Anti-Doping Agency chief Dick Pond left.", "affiliated",
         ("Dick Pond", "World Anti-Doping Agency")),
        ('Teachers walked out in Kenya. KNUT chairman Ali Omar said: "We reject the government\'s offer."',
         "disputes.rejects", ("KNUT", "Kenya")),
        ("Chad had harmed the refugees by expelling them.", "restrains", ("Chad", "refugees")),
        ("Halden Robotics sued Tarn Energy over a patent.", "disputes", ("Halden Robotics", "Tarn Energy")),
        ("War in the north\n\nFighters of the Mole Front attacked a Peruvian post.", "fights", ("Mole Front", "Peru")),
    ],
)  # fmt: skip
def test_these_do(text, family, expected):
    assert who(text, family) == {expected}


def test_a_shadow_minister_is_not_the_minister():
    text = "Shadow Foreign Secretary Michael Ancrum criticised Iran. The foreign secretary visited Iran."
    assert who(text, "cooperates.consults") == set()


def test_a_match_among_the_days_news_makes_no_text_about_sport():
    briefs = [
        "Ministers met in Oslo on Friday.",
        "Nurses in Malawi went home.",
        "A ferry ran aground off Samoa.",
        "The harvest in Laos was poor.",
        "Prices rose in Peru in May.",
        "A bridge in Ghana was closed.",
        "Storms hit Fiji on Sunday.",
        "A museum opened in Bonn.",
        "Japan and Germany drew 1-1 in a friendly football match in Osaka.",
        "Trains in Poland ran late.",
        "Sudan's army drove fighters of Hamas out of Omdurman.",
    ]
    assert ("Sudan", "Hamas") in who("\n\n".join(briefs), "fights")
