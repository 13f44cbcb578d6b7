"""Press releases of armed services: who holds which post, who trains and fights at whose side."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Lithuanian Minister of National Defence Arvydas Kalnins thanked Germany.", {("Lithuania", "Lithuania")}),
        ("British Minister for the Armed Forces James Heap visited Estonia.", {("United Kingdom", "United Kingdom")}),
        ("Norwegian Chief of Defence Admiral Haakon Lund spoke.", {("Norway", "Norway")}),
        ("Operation Inherent Resolve spokesman Army Col. Ryan Dell spoke.", {("Global Coalition", "Global Coalition")}),
        ("Gen. Robert Abrams took command of U.S. Forces Korea.", {("Robert Abrams", "United States")}),
        ("Vice Admiral Clive Johns, Commander of NATO's Allied Maritime Command, left.", {("NATO", "NATO")}),
        ("The minister of the church James Brown sang.", set()),
    ],
)  # fmt: skip
def test_offices_are_told_from_their_fields_and_from_services(text, pairs):
    assert who(text, "affiliated.leads") == pairs


def test_who_leads_a_unit_speaks_for_the_nation_of_the_unit():
    text = "Brig. Gen. Alvin Cruz, commander of the Philippine 4th Marine Brigade, thanked the Americans."
    assert who(text, "cooperates") == {("Philippines", "United States")}


def test_a_unit_in_a_list_is_no_officer():
    text = "Capt. Ian Wright, commander of Alpha Company, 3rd Battalion, 7th Infantry Regiment, praised Latvia."
    assert all("Battalion" not in source for source, _ in who(text, "affiliated.leads"))


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Troops from Ghana and Togo kicked off Exercise Western Accord in Accra.", {("Ghana", "Togo")}),
        ("Egypt will host the exercise Bright Star with Jordanian forces.", {("Egypt", "Jordan")}),
        ("Chadian soldiers and Dutch marines practised patrols during the exercise.", {("Chad", "Netherlands")}),
        ("The Lithuanian army hosted German troops for an exercise.", {("Lithuania", "Germany")}),
        ("Marines from Brazil and Portugal opened the exercise.", {("Brazil", "Portugal")}),
        ("French and Ivorian paratroopers jumped together over Bouake.", {("France", "Ivory Coast")}),
        ("U.S., Senegalese Soldiers Train Together in Thies", {("United States", "Senegal")}),
        ("Philippine, U.S. Marines Open Exercise Kamandag", {("Philippines", "United States")}),
        ("Indian, Japanese Navies Begin Exercise in Bay of Bengal", {("India", "Japan")}),
        ("American troops held the exercise in Poland.", set()),
        ("German and French ministers opened the new museum.", set()),
    ],
)
def test_exercises_are_held_by_all_who_begin_them(text, pairs):
    found = {tuple(sorted(pair)) for pair in who(text, "cooperates.collaborates")}
    assert found == {tuple(sorted(pair)) for pair in pairs}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Together with French troops, the Chadian army attacked Boko Haram.", True),
        ("The Chadian army built the camp alongside French soldiers.", True),
        ("The Chadian army stands alongside the road to France.", False),
    ],
)
def test_who_acts_beside_the_forces_of_another_acts_with_it(text, found):
    pairs = {tuple(sorted(pair)) for pair in who(text, "cooperates.collaborates")}
    assert (("Chad", "France") in pairs) is found


def test_shoulder_to_shoulder_is_support():
    text = "The Colombian army stood shoulder to shoulder with the Americans."
    assert ("Colombia", "United States") in who(text, "cooperates.supports")


def test_both_forces_are_those_that_were_named_together():
    text = "The Chinese navy exercised with the Pakistani navy. The two navies have trained together since 2003."
    assert len([one for one in said(text) if one.type == "cooperates.collaborates"]) == 2


def test_pressure_on_fighters_asks_nothing_of_them_at_the_end_of_a_quotation_either():
    text = '"We will keep pressure on al-Shabaab," said Col. Ann Lee, a U.S. Army officer.'
    assert who(text, "disputes") == set()


@pytest.mark.parametrize(
    ("text", "type_", "pairs"),
    [
        ("Somali forces advanced on Jilib, a stronghold of al-Shabaab.", "fights.attacks", {("Somalia", "al-Shabaab")}),
        ("Libyan troops besieged Derna, an al-Qaeda stronghold.", "restrains.coerces", {("Libya", "al-Qaeda")}),
        ("Nigerian soldiers captured Gwoza, the last town held by Boko Haram.", "restrains.coerces",
         {("Nigeria", "Boko Haram")}),
        ("The SDF began the effort to isolate the city of Raqqa, a self-proclaimed ISIL capital.", "restrains.coerces",
         {("Syrian Democratic Forces", "Islamic State")}),
        ("Malian soldiers defended Gao, the largest city in the north.", "fights.attacks", set()),
    ],
)  # fmt: skip
def test_what_else_a_place_is_called_says_who_holds_it(text, type_, pairs):
    assert who(text, type_) == pairs


def test_fighters_who_are_struck_fire_themselves():
    text = "French aircraft flew a strike on the hill to target Boko Haram fighters firing on Chadian troops."
    found = who(text, "fights.attacks")
    assert ("Boko Haram", "Chad") in found
    assert ("France", "Chad") not in found


def test_a_tanker_in_a_list_is_of_those_whose_the_first_is():
    assert who("U.S. strikes destroyed three al-Shabaab vehicles and an oil tanker.", "fights.attacks") == {
        ("United States", "al-Shabaab")
    }


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("British medics treated two injured Afghan policemen.", {("United Kingdom", "Afghanistan")}),
        ("Danish instructors taught Latvian gunners how to use the mortar.", {("Denmark", "Latvia")}),
        ("The Swedish officers taught the choir to sing.", set()),
    ],
)
def test_soldiers_are_treated_and_taught(text, pairs):
    assert who(text, "cooperates.aids") == pairs


def test_a_plane_that_is_escorted_out_is_not_protected():
    text = "Italian fighters escorted a Russian plane out of Lithuanian airspace."
    assert who(text, "restrains.limits") == {("Italy", "Russia")}
    assert who(text, "cooperates") == set()


def test_whoever_flies_close_to_a_land_visits_nobody():
    assert who("A Russian jet flew close to Finnish airspace.", "cooperates") == set()


def test_the_host_nation_is_not_the_land_named_last():
    text = "North Korea fired a missile at Japan. Gen. Mark Dell, a U.S. Army officer, thanked the host nation."
    assert who(text, "cooperates") == set()


def test_we_go_on_from_whom_the_headline_and_the_sentence_before_begin_with():
    text = (
        "NATO Trains Afghan Police\n\nGerman officers trained Afghan police in Kabul. Germany praised Afghanistan. "
        "NATO works with many nations. We will help Afghanistan."
    )
    assert ("NATO", "Afghanistan") in who(text, "cooperates.aids")
    assert ("Germany", "NATO") not in who(text, "cooperates")
