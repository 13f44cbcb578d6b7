"""Subjects, objects and verbs that a time, a noun or an infinitive before them has taken in."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("In the winter of 1990 Lithuania was blockaded by the Soviet government.", ("Soviet Union", "Lithuania")),
        ("In the spring of 1939 Albania was occupied by Italian troops.", ("Italy", "Albania")),
    ],
)
def test_a_noun_right_behind_a_year_is_the_subject(text, pair):
    assert pair in who(text, "restrains")


def test_a_noun_behind_a_year_is_no_subject_where_there_is_one():
    assert who("After the 1986 raids Libya accused France.", "disputes") == {("Libya", "France")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Sebastian Kurz, at the time Austria's chancellor, met a team from Chad.", ("Austria", "Austria")),
        ("Ana Salim, in those days Kenya's health minister, opened the clinic.", ("Kenya", "Kenya")),
    ],
)
def test_an_office_of_that_time(text, pair):
    assert pair in who(text, "affiliated")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Uganda shelters more than a million Kenyans in settlements near Arua.", "cooperates", ("Uganda", "Kenya")),
        ("Rwanda shelters Burundian politicians, according to the BBC.", "cooperates", ("Rwanda", "Burundi")),
        ("Spain, Morocco in talks on fishing", "cooperates", ("Spain", "Morocco")),
        ("Bolivia, Chile at odds over river", "disputes", ("Bolivia", "Chile")),
        ("Kenya, Somalia at loggerheads over maritime border", "disputes", ("Kenya", "Somalia")),
    ],
)
def test_a_verb_or_none_behind_the_first_name(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize("text", ["Paris, France, in talks", "Lima, Peru at odds over a river"])
def test_a_town_and_its_country_are_not_two(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Ghana wants Togo to reopen the border and has asked Mali for help.", {("Ghana", "Togo"), ("Ghana", "Mali")}),
        (
            "Oslo expects Iraq to take back the refugees and has threatened Syria with a ban.",
            {("Norway", "Syria")},
        ),
        ("Chile asked Peru to open the road and to warn Bolivia.", {("Chile", "Peru"), ("Peru", "Bolivia")}),
    ],
)
def test_a_finite_verb_goes_on_with_the_one_above_the_infinitive(text, pairs):
    assert who(text, "disputes") == pairs


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("To punish Iran, Washington told Iraqi banks to close accounts.", ("United States", "Iran")),
        ("To isolate Serbia, Austria pressed Hungary to shut the pipeline.", ("Austria", "Serbia")),
        ("To contain China, Japan asked Philippine officials to open bases.", ("Japan", "China")),
    ],
)
def test_what_is_aimed_at_in_front_is_the_subjects_aim(text, pair):
    assert who(text, "restrains") == {pair}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Omani officials held talks on fishing with a delegation from Eritrea in Muscat.", "cooperates", {"Eritrea"}),
        ("Norwegian diplomats received a team from Chad in Oslo.", "cooperates", {"Chad"}),
        ("Sudan has denied Russia a port on the Red Sea.", "restrains", {"Russia"}),
        ("Hungary refused Kyiv its consent on Thursday.", "disputes", {"Ukraine"}),
        ("Niger expelled the staff of the French embassy from Niamey.", "restrains", {"France"}),
        ("Washington has issued Beijing with a warning over Taiwan.", "disputes", {"China"}),
        ("Athens presented Sofia with an ultimatum in 1913.", "disputes", {"Bulgaria"}),
    ],
)
def test_whom_it_befalls(text, family, pair):
    assert pair <= {name for found in who(text, family) for name in found}


def test_staff_put_out_are_not_fought():
    assert who("Niger expelled the staff of the French embassy from Niamey.", "fights") == set()


@pytest.mark.parametrize(
    "text", ["France denied the report on Tuesday.", "Peru has never refused a neighbour help after a storm."]
)
def test_nobody_is_refused_anything(text):
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Spain's donation of armoured ambulances to Ukraine has grown.", ("Spain", "Ukraine")),
        ("The Belgian gift of two patrol boats to Benin was praised.", ("Belgium", "Benin")),
        ("Egypt's supply of gas to Lebanon resumed.", ("Egypt", "Lebanon")),
    ],
)
def test_to_whom_something_is_given(text, pair):
    assert who(text, "cooperates") == {pair}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "The president of Mali was told by the African Union on Sunday to hand over boxes.",
            ("African Union", "Mali"),
        ),
        ("Nepal was instructed by India in 2015 to reopen the road.", ("India", "Nepal")),
        ("Peru held a march against Chile, which it holds responsible for the fire.", ("Peru", "Chile")),
    ],
)
def test_what_one_is_told_and_held_to_have_done(text, pair):
    assert pair in who(text, "disputes")


def test_a_letter_goes_to_a_town():
    assert said("The delivery of a letter to Paris took a week.") == []


def test_what_is_judged_in_a_headline_is_done_nothing_to():
    assert who("Ukraine drones a threat to Russia", "disputes") <= {("Ukraine", "Russia")}
    assert said("Germany denied Brazil a place in the final in 2014.") == []
