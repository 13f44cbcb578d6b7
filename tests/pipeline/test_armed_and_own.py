"""Who fights for whom, what rulers do to their own people, and who asks it of them: press, agencies and NGOs."""

import pytest
from said import said, who


def relations(text):
    return {(s.source, s.type.partition(".")[0], s.target) for s in said(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chadian army killed six militants linked to Boko Haram.", ("Chad", "Boko Haram")),
        ("Belgian commandos hunt terrorists associated with ISIL.", ("Belgium", "Islamic State")),
        ("Gunmen belonging to Hamas attacked an Egyptian post.", ("Hamas", "Egypt")),
        ("Pro-Iranian militias fired rockets at Jordanian troops.", ("pro-Iranian militias", "Jordan")),
    ],
)
def test_fighters_tied_to_a_group_act_as_it(text, expected):
    source, target = expected
    assert (source.lower(), target.lower()) in {(s.lower(), t.lower()) for s, t in who(text, "fights")}


def test_who_is_only_loyal_to_a_group_is_another_one():
    found = who("Fighters loyal to Hezbollah shelled the Lebanese army.", "fights")
    assert found == {("fighters", "Lebanon")}


def test_women_freed_from_a_group_are_not_it():
    assert not who("Nigerian troops rescued 80 women from Boko Haram fighters.", "cooperates") & {
        ("Nigeria", "Boko Haram")
    }


@pytest.mark.parametrize(
    ("text", "country", "family"),
    [
        ("Egyptian police clashed with workers at a textile factory.", "Egypt", "fights"),
        ("A Moroccan court jailed six students.", "Morocco", "restrains"),
        ("Kenyan teachers rejected a pay offer from the government.", "Kenya", "disputes"),
        ("The Bolivian government reached a deal with striking miners.", "Bolivia", "cooperates"),
        ("Thousands of Romanians protested against their government.", "Romania", "disputes"),
        ("Residents of Harare accused the police of brutality.", "Zimbabwe", "disputes"),
    ],
)
def test_people_whom_nothing_says_whence_they_are_are_their_rulers_own(text, country, family):
    assert who(text, family) == {(country, country)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Polish police arrested students from Belarus.", ("Poland", "Belarus")),
        ("Iranian authorities arrested three journalists.", ("Iran", "journalists")),
        ("Israeli soldiers shot three protesters in Nablus.", ("Israel", "Palestine")),
    ],
)
def test_others_are_not_their_own(text, expected):
    assert expected in {pair for family in ("restrains", "fights") for pair in who(text, family)}
    assert (expected[0], expected[0]) not in {pair for family in ("restrains", "fights") for pair in who(text, family)}


def test_what_is_given_is_no_receiver():
    assert not relations("Cuba sent a team of medical experts, equipment and drugs to the hospital.")
    assert ("India", "cooperates", "Nepal") in relations("India sent a planeload of medicine and tents to Nepal.")


def test_two_agree_by_what_a_third_brokers():
    found = relations("Armenia and Azerbaijan agreed to a ceasefire brokered by Russia.")
    assert {("Russia", "cooperates", "Armenia"), ("Russia", "cooperates", "Azerbaijan")} <= found
    assert not relations("The pipeline brokered by Iran was late.")


def test_talks_mediated_by_a_third_are_those_of_the_two():
    assert ("United States", "Iran") in who("The United States and Iran held talks mediated by Oman.", "cooperates")


def test_alert_for_an_errand():
    assert who("Paris put 500 paratroopers on standby to go to Gabon.", "fights.mobilizes") == {("France", "Gabon")}
    assert not relations("The hospital placed its doctors on alert to go to Chad.")


def test_troops_committed_to_a_task_do_it_for_their_country():
    assert ("Australia", "Iraq") in who("Australia has committed troops to train Iraqi soldiers.", "cooperates.aids")


def test_pressure_on_fighters_asks_nothing_of_them():
    assert who("The United States will keep up the pressure on al-Qaeda.", "restrains") == {
        ("United States", "al-Qaeda")
    }
    assert ("Qatar", "Hamas") in who("Qatar put pressure on Hamas to release the hostages.", "disputes.demands")


def test_a_coalition_by_its_number():
    text = "With the support of the 60-plus nation coalition, the SDF has retaken Tabqa from ISIS."
    assert ("Global Coalition", "Syrian Democratic Forces") in who(text, "cooperates")


def test_bodies_given_back():
    assert who("The rebels handed over the bodies of four Ukrainian soldiers.", "cooperates") == {("rebels", "Ukraine")}


def test_an_organisation_asks_what_its_report_says_others_should_do():
    text = (
        "(Kyiv) - Russian forces fired cluster munitions at a hospital in Vuhledar, Human Rights Watch said today.\n"
        "Russian forces should end their use of cluster munitions. Ukraine should join the convention."
    )
    assert who(text, "disputes.demands") == {("Human Rights Watch", "Russia"), ("Human Rights Watch", "Ukraine")}
    assert not who("Russian forces should end their use of mines. Ukraine should join the convention.", "disputes")


def test_what_one_is_called_is_nobody():
    text = "The Iranian parliament approved a bill designating the US military a terrorist organization."
    assert who(text, "restrains.sanctions") == {("Iran", "United States")}


def test_what_a_vehicle_carries_is_hit():
    assert who("Rebels fired on a convoy carrying Ukrainian soldiers.", "fights") == {("rebels", "Ukraine")}
    assert who("Insurgents ambushed a truck which carried Polish troops.", "fights") == {("insurgents", "Poland")}
    assert not relations("The president boarded a train carrying Chinese workers.")


def test_a_director_of_a_watchdog_asks_in_its_name():
    text = '"The Malian army should free the detainees," said Ana Ruiz, Africa director of Human Rights Watch.'
    assert ("Human Rights Watch", "Mali") in who(text, "disputes.demands")


def test_police_where_a_clause_says_it_happens():
    text = "Spain criticised abuses in Zimbabwe where members of the police were accused of kidnapping citizens."
    assert ("Zimbabwe", "Zimbabwe") in who(text, "restrains.coerces")


def test_condolences_to_comrades_take_no_side():
    text = "Gen. Votel offered his condolences to the family, friends and fellow service members of the fallen soldier."
    assert not who(text, "cooperates")
    assert ("Norway", "Denmark") in who(
        "Norway offered condolences to the families of the fallen Danish soldiers.", "cooperates"
    )


def test_patrols_coordinated_with_another():
    assert ("Turkey", "Russia") in who("Turkey flew patrols coordinated with Russia.", "cooperates.collaborates")
    assert not who("France condemned a deal signed with Chad.", "cooperates")


def test_who_asks_for_mediation_has_the_dispute():
    found = who("Chad asked Libya to mediate in its dispute with Sudan.", "disputes.rivals")
    assert ("Chad", "Sudan") in found
    assert ("Libya", "Sudan") not in found


def test_those_sentenced_did_it():
    text = "A Chadian court sentenced five men to death for killing a Chinese engineer."
    assert ("Chad", "China") not in who(text, "fights")


def test_troops_that_expel_a_group_fight_it():
    assert ("Turkey", "Islamic State") in who(
        "Turkish forces occupied Jarabulus after expelling Islamic State.", "fights"
    )


def test_backers_of_the_members_back_the_league():
    text = "The Army of Conquest was a coalition of Islamist groups backed by Saudi Arabia and Qatar."
    assert {("Saudi Arabia", "Army of Conquest"), ("Qatar", "Army of Conquest")} <= who(text, "cooperates")
