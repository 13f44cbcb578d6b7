"""Sentences of news agencies: words of speech in their midst, measures and their grounds, meetings shunned."""

import pytest
from said import who

import relgraph as rg


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


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("A Swiss nun held hostage by Islamist militants in Mali was freed.", ("islamist militants", "Switzerland")),
        ("The rebels are holding two Kenyan pilots captive.", ("rebels", "Kenya")),
        ("Two Danes held by Hamas since May were freed after mediation by Oman.", ("Hamas", "Denmark")),
        ("Peru released the Chileans it had arrested for crossing the border.", ("Peru", "Chile")),
    ],
)
def test_who_holds_whom(text, pair):
    assert pair in who(text, "restrains")


def test_what_somebody_was_freed_after_is_not_who_freed_him():
    assert not who("Two Danes held by Hamas since May were freed after mediation by Oman.", "cooperates")


def test_a_noun_with_a_participle_is_the_subject_of_the_verb_after_it():
    text = "A Kenyan pilot shot down by Sudanese rebels was buried in Nairobi."
    assert who(text, "fights") == {("Sudanese rebels", "Kenya")}


def test_fighters_say_what_they_have_done_themselves():
    assert ("militants", "Egypt") in who("Militants in Sinai said they had killed six Egyptian soldiers.", "fights")
    assert not who("Investigators said they had killed Ugandan soldiers.", "fights")
    assert not who("Militants said they were killed by Ugandan troops.", "fights") - {("Uganda", "militants")}


def test_people_protest_against_those_who_rule_them():
    text = "Thousands of Georgians protested over the arrest of an opposition leader."
    assert who(text, "disputes") == {("Georgia", "Georgia")}
    assert not who("Chilean tennis fans marched to the stadium.", "disputes")
    assert ("Kenya", "Kenya") not in who("Kenyans protested over the killing of a Ugandan bishop.", "disputes")


def test_no_meeting_accuses_anybody():
    text = "Togo will boycott a World Bank conference that began in Accra on Monday after accusing Ghana of spying."
    assert ("Togo", "Ghana") in who(text, "disputes")
    assert ("World Bank", "Ghana") not in who(text, "disputes")


def test_a_title_goes_before_an_honorific():
    text = "Peru imposed sanctions on Iran's Supreme Leader Ayatollah Ali Khamenei."
    (leads,) = rg.extract(text=text).relations(type="affiliated")
    assert (leads.source.name, leads.target.name) == ("Ali Khamenei", "Iran")


def test_who_signs_a_decree_for_people_does_not_speak_for_them():
    assert not who("Iran signed a decree for refugees from Iraq.", "affiliated")


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("The US ambassador to Kenya Meg Whitman praised Tanzania.", "Meg Whitman", "United States"),
        ("British high commissioner to Nigeria Omar Reed thanked Ghana.", "Omar Reed", "United Kingdom"),
        ("Russia's representative to the United Nations Vasily Nebenzya rejected the French text.", "Vasily", "Russia"),
    ],
)
def test_a_name_behind_where_somebody_is_posted_is_his(text, person, side):
    leads = rg.extract(text=text).relations(type="affiliated")
    assert any(one.source.name.startswith(person) and one.target.name == side for one in leads)


def test_two_persons_of_one_country_are_two():
    text = "US President Donald Trump and US Secretary of State Mike Pompeo praised Chad."
    leads = {one.source.name for one in rg.extract(text=text).relations(type="affiliated")}
    assert leads == {"Donald Trump", "Mike Pompeo"}


def test_who_meets_somebody_in_a_capital_meets_him_alone():
    text = "Norwegian premier Jonas Gahr will meet Ana Popescu, in Bucharest on Friday for talks on gas."
    assert ("Norway", "Romania") not in who(text, "cooperates")


def test_doers_behind_whom_it_is_done_to():
    assert ("Turkey", "Kurds") in who("The raids on Kurdish villages by Turkey and its allies went on.", "fights")
    assert ("Netherlands", "Rwanda") in who("A Dutch court approved the extradition of a Rwandan general.", "restrains")


def test_whose_right_it_is_does_what_he_may_do():
    assert not who("Obama lifted the curbs on the ability of individuals to visit relatives in Cuba.", "consults")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Kenyan opposition rejected the election results.", ("Kenya", "Kenya")),
        ("Bahrain's main opposition group will boycott next month's parliamentary vote.", ("Bahrain", "Bahrain")),
    ],
)
def test_an_opposition_is_against_the_vote_of_its_own_country(text, pair):
    assert pair in who(text, "disputes")
    assert not who("Togo boycotted the vote on the resolution.", "disputes")


def test_a_name_behind_whom_somebody_heads_is_his():
    text = "The chairman of the African Union Commission Moussa Faki Mahamat condemned the Chadian raid."
    assert ("African Union", "Chad") in who(text, "disputes")
