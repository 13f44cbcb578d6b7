"""Reports of armed services: who strikes whom, who takes part, and in what list the partners stand."""

import pytest
from said import said, who

_OPENING = "Coalition forces conducted nine strikes against ISIL terrorists in Syria and Iraq. "


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("Nations that have imposed sanctions on Belarus include Canada, Norway and Japan.", "restrains",
         {("Canada", "Belarus"), ("Norway", "Belarus"), ("Japan", "Belarus")}),
        ("Countries that recognised Kosovo include Albania and Turkey.", "cooperates",
         {("Albania", "Kosovo"), ("Turkey", "Kosovo")}),
        ("The countries that Iran has threatened include Israel and Bahrain.", "disputes",
         {("Iran", "Israel"), ("Iran", "Bahrain")}),
        ("Topics that Russia raised include Syria and Libya.", "disputes", set()),
    ],
)  # fmt: skip
def test_a_class_does_what_those_do_whom_it_includes(text, family, pairs):
    assert who(text, family) == pairs


def test_strikes_that_name_nobody_hit_whom_those_told_of_before_hit():
    partners = "Coalition nations which have conducted strikes in Syria include Bahrain, Jordan and Turkey."
    found = who(_OPENING + partners, "fights")
    assert {("Bahrain", "Islamic State"), ("Jordan", "Islamic State"), ("Turkey", "Islamic State")} < found
    assert ("Denmark", "Islamic State") in who(_OPENING + "Danish jets also took part in the strikes.", "fights")
    assert ("Turkey", "Islamic State") not in who(_OPENING + "Turkish jets carried out strikes in Libya.", "fights")


def test_all_of_a_list_stand_where_it_begins():
    names = "Australia, Belgium, Canada, Denmark, France, Jordan, Morocco, Norway, Portugal and Spain"
    found = who(f"{_OPENING}Coalition nations which have conducted strikes in Iraq include {names}.", "fights")
    assert {("Australia", "Islamic State"), ("Spain", "Islamic State")} < found


@pytest.mark.parametrize(
    ("text", "type_", "pairs"),
    [
        ("The mission is to eliminate the ISIL terrorist group and the threat they pose to Iraq and Jordan.",
         "disputes.threatens", {("Islamic State", "Iraq"), ("Islamic State", "Jordan")}),
        ("The world must confront North Korea and the threat it poses to Japan.",
         "disputes.threatens", {("North Korea", "Japan")}),
        ("The report plays down the risk posed to Europe by Boko Haram.",
         "disputes.threatens", {("Boko Haram", "Europe")}),
        ("Norway is aware of the threat posed by Russia to the Baltic states.",
         "disputes.threatens", {("Russia", "Baltic states")}),
        ("Kenya spoke of the weapons Sudan sent to Ethiopia.", "cooperates.aids", {("Sudan", "Ethiopia")}),
        ("The role Iran plays in Iraq has grown.", "cooperates.aids", set()),
        ("The day Chad attacked in Mali was a Friday.", "fights.attacks", set()),
        ("ISIL poses a threat to the international community.",
         "disputes.threatens", {("Islamic State", "international community")}),
    ],
)  # fmt: skip
def test_what_somebody_poses_or_sends_to_another(text, type_, pairs):
    assert who(text, type_) == pairs


def test_what_a_second_verb_does_to_things_is_not_said_twice():
    text = _OPENING + "Near Palmyra, two strikes engaged an ISIL tactical unit and destroyed two tactical vehicles."
    assert [one.type for one in said(text)] == ["fights.attacks", "fights.attacks"]


def test_who_takes_part_beside_another_acts_with_him():
    text = "The al-Nusra Front took part in the offensive alongside Ahrar al-Sham."
    assert ("al-Nusra Front", "Ahrar al-Sham") in who(text, "cooperates.collaborates")


def test_a_province_before_its_country_is_no_title():
    assert not said("The attack took place in Nangarhar province, Afghanistan, on Monday.")


@pytest.mark.parametrize(
    ("text", "type_", "pairs"),
    [
        # a title, a comma and the body
        ("Gen. Lloyd Hale, commander, U.S. Central Command, left on Friday.", "affiliated.leads",
         {("United States", "United States")}),
        ("Ana Ruiz, director, Oxfam, said the aid was late.", "affiliated.leads", {("Ana Ruiz", "Oxfam")}),
        ("Peter Cook, press secretary, Hamas said, had lied.", "affiliated.leads", set()),
        # a title before the name, that the parser makes a second subject
        ("A senior commander of Hezbollah, Mustafa Badr was killed in May.", "affiliated.leads",
         {("Hezbollah", "Hezbollah")}),
        # who governs a place
        ("Osman Rahim is the governor of Helmand.", "affiliated.leads", {("Afghanistan", "Afghanistan")}),
        ("The mayor of Mosul, Rashid Omar, fled.", "affiliated.leads", {("Iraq", "Iraq")}),
        # a nation's own bodies
        ("Omar Said is the director of Libya's National Museum.", "affiliated.leads", {("Omar Said", "Libya")}),
        # those who are loyal to a ruler
        ("Syrian rebels fought pro-Assad fighters near Hama.", "affiliated.aligned",
         {("pro-assad fighters", "Syria")}),
    ],
)  # fmt: skip
def test_who_leads_whom(text, type_, pairs):  # by whom they stand for
    assert who(text, type_) == pairs


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("Iraqi forces retook the town, an Islamic State stronghold, on Monday.", "fights",
         {("Iraq", "Islamic State")}),
        ("Iraqi forces retook the town, a former Islamic State base, on Monday.", "fights", set()),
        ("The ISF fought off several counterattacks by ISIL.", "fights",
         {("Iraq", "Islamic State"), ("Islamic State", "Iraq")}),
        ("Israeli jets struck an area south of Damascus.", "fights", {("Israel", "Syria")}),
        ("Boko Haram's siege of Maiduguri began in May.", "restrains", {("Boko Haram", "Nigeria")}),
    ],
)  # fmt: skip
def test_whose_ground_is_struck_or_taken(text, family, pairs):
    assert who(text, family) == pairs


def test_a_formation_is_the_group_that_the_text_is_about():
    text = (
        "Liwa al-Sahel\n\nLiwa al-Sahel is a Syrian rebel group. In 2015, the brigade lost the town to government "
        "forces. In May its commander, Colonel Ahmad Hamada, left for Lebanon."
    )
    assert ("Liwa al-Sahel", "Liwa al-Sahel") in who(text, "affiliated.leads")
