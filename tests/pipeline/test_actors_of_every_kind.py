"""Whose branches, rulers, officers and bodies are read as who, and that no more is read of them than is said."""

import pytest
from said import extraction, said


def told(text: str) -> set[str]:
    """Return the relations of a text as "source type target", the type without its family where it is plain."""
    return {f"{'not ' * (r.polarity == 'negated')}{r.source} {r.type} {r.target}" for r in said(text)}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Hurras al-Din, the Syrian branch of al-Qaeda, denounced Turkey.", "al-Qaeda"),
        ("PJAK, the Iranian wing of the PKK, ambushed a patrol near Mariwan.", "PKK"),
        ("Jemaah Islamiyah, once the Indonesian arm of al-Qaeda, bombed the Australian embassy.", "al-Qaeda"),
        ("Ansaru, a Nigerian faction of Boko Haram, held a village.", "Boko Haram"),
    ],
)
def test_branch_in_a_country_is_part_of_the_body(text, whole):
    parts = {r.target for r in said(text) if r.type == "affiliated.part_of"}
    assert parts == {whole}


@pytest.mark.parametrize(
    "text",
    [
        "Viktor Orbán's Hungary will not send arms to Ukraine.",
        "Perón's Argentina never declared war on the Soviet Union.",
        "Lukashenko's Belarus may join the war against Ukraine.",
        "If Tito's Yugoslavia vetoes the loan, Brussels will freeze its funds.",
    ],
)
def test_ruler_rules_whatever_his_country_does(text):
    (leads,) = (r for r in said(text) if r.type == "affiliated.leads")
    assert (leads.polarity, leads.modality) == ("affirmed", "actual")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The Libyan council negotiated with Turkey.", "cooperates.consults"),
        ("The committee in Tripoli clashed with Tunisia.", "fights.attacks"),
        ("A commission in Chisinau quarrelled with Romania over the archives.", "disputes.rivals"),
        ("The regency council in Baghdad broke with the Axis in 1942.", "restrains.sanctions"),
    ],
)
def test_what_a_body_does_with_somebody_makes_no_joint_body(text, type_):
    assert [r.type for r in said(text)] == [type_]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A captain in the Kenyan navy was shot by Somali soldiers.", "Somalia fights.attacks Kenya"),
        (
            "A pilot in the Royal Jordanian Air Force was burned alive by al-Nusra.",
            "al-Nusra Front fights.attacks Jordan",
        ),
        ("ETA shot a sergeant in the Spanish civil guard in Burgos.", "ETA fights.attacks Spain"),
        ("An attaché at the Polish embassy was expelled by Belarus.", "Belarus restrains.sanctions Poland"),
        ("A judge in the Pakistani army court condemned the Taliban.", "Pakistan disputes.accuses Taliban"),
        ("A minister in the Israeli government threatened Lebanon.", "Israel disputes.threatens Lebanon"),
    ],
)
def test_who_serves_in_a_body_of_a_state_is_its(text, relation):
    assert relation in told(text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Critics in the Kenyan parliament accused Uganda of smuggling.", "critics disputes.accuses Uganda"),
        ("A colonel in the rebel army in Chad attacked Niger.", "colonel fights.attacks Niger"),
        ("A student at an Indian university accused Pakistan of spying.", "student disputes.accuses Pakistan"),
    ],
)
def test_who_is_only_found_in_a_body_is_not_its(text, relation):
    assert told(text) == {relation}


def test_powers_are_no_power():
    text = "Samoa took nine nuclear powers to the International Court of Justice."
    assert not [r for r in said(text) if r.family == "affiliated"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Vice-President Cevdet Yılmaz of Turkey met the Azerbaijani prime minister.", "Cevdet Yılmaz"),
        ("Vice-Admiral Sanjay Vatsayan, commander of the fleet, thanked Vietnam.", "Sanjay Vatsayan"),
        ("Vice-Chancellor Robert Habeck of Germany visited Qatar.", "Robert Habeck"),
    ],
)
def test_office_of_a_deputy_is_no_part_of_his_name(text, name):
    assert name in {actor.name for actor in extraction(text).actors}


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Chilean foreign minister in Lima for talks on fishing rights",
            {"Chile cooperates.consults Peru"},
        ),
        (
            "Kenyan spy chief in Khartoum for talks with Chad",
            {"Kenya cooperates.consults Sudan", "Kenya cooperates.consults Chad"},
        ),
        ("Saudi crown prince in Paris on first visit since 2022", {"Saudi Arabia cooperates.consults France"}),
        ("British ambassador in Tehran", set()),
        ("Protest in London against bread prices", set()),
        ("French tourists in Cairo for Tutankhamun exhibition", set()),
        ("Ghana's president in Accra for funeral of king", set()),
    ],
)
def test_headline_without_verb_tells_of_visit(text, relations):
    assert told(text) == relations


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Supreme Court of the Philippines condemned China.", "Philippines disputes.accuses China"),
        ("The Central Bank of the Bahamas sued an American lender.", "Bahamas disputes.accuses United States"),
        ("The Coast Guard of the Philippines rescued Vietnamese sailors.", "Philippines cooperates.aids Vietnam"),
    ],
)
def test_body_of_a_country_with_an_article_is_its(text, relation):
    assert told(text) == {relation}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Greek-flagged tanker Sounion was set ablaze by the Houthis.", "Houthis fights.attacks Greece"),
        ("Iran seized the Marshall Islands-flagged tanker Talara.", "Iran restrains.coerces Marshall Islands"),
        ("Iran seized the Delta Poseidon, a Greek-owned tanker.", "Iran restrains.coerces Greece"),
        ("Iran seized the Delta Poseidon, a Greek tanker.", "Iran restrains.coerces Greece"),
        ("The Houthis sank the Vega Star, a ship of the Turkish navy.", "Houthis fights.attacks Turkey"),
    ],
)
def test_ship_by_name_is_of_its_flag_or_owner(text, relation):
    assert told(text) == {relation}


def test_ship_is_meant_by_the_word_that_it_was_called():
    text = "The Spanish frigate Marta freed the Pakistani-flagged dhow Rehmat. The frigate also shelled Chad."
    assert "Spain fights.attacks Chad" in told(text)


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Followers of the cleric Muqtada al-Sadr stormed the Swedish embassy.",
            {"followers affiliated.aligned Muqtada al-Sadr", "followers disputes.protests Sweden"},
        ),
        (
            "Partisans of the deposed emperor Haile Selassie ambushed Italian columns.",
            {"partisans affiliated.aligned Haile Selassie", "partisans fights.attacks Italy"},
        ),
        (
            "Gunmen loyal to the warlord Ahmed Madobe seized the port of Ras Kamboni from Somali troops.",
            {"gunmen affiliated.aligned Ahmed Madobe", "gunmen fights.attacks Somalia"},
        ),
        ("Supporters of the plan criticised Mali.", {"supporters disputes.accuses Mali"}),
        ("Followers rioted against Chad.", set()),
    ],
)
def test_followers_of_somebody_with_a_title(text, relations):
    assert told(text) == relations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "A Maltese patrol boat turned back ninety Bangladeshis south of Lampedusa.",
            {"Malta restrains.limits Bangladesh"},
        ),
        ("Poland turned back forty Chechens at Terespol.", {"Poland restrains.limits Chechnya"}),
        ("Widows sued the Dutch state in a court in The Hague.", {"widows disputes.accuses Netherlands"}),
        ("Serbia struck the Albanians from the electoral roll.", set()),
    ],
)
def test_people_of_a_nation_as_targets(text, relations):
    assert told(text) == relations


def test_troops_that_must_leave_expel_no_envoy():
    text = "The Cypriot president told the UN envoy that Turkish troops must leave the island."
    assert not [r for r in said(text) if r.target == "United Nations"]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        (
            "The Sikh Empire ceded Kashmir to the East India Company.",
            "Sikh Empire cooperates.concedes East India Company",
        ),
        ("The Khanate of Khiva defied Russia.", "Khanate of Khiva disputes.rejects Russia"),
        ("The Crown of Castile signed a treaty with Portugal.", "Crown of Castile cooperates.agrees Portugal"),
        ("The Safavids attacked the Ottomans.", "Safavid Empire fights.attacks Ottoman Empire"),
        ("Bolshevik Russia recognised Finland.", "Soviet Union cooperates.supports Finland"),
    ],
)
def test_states_that_are_no_more_keep_their_name(text, relation):
    assert told(text) == {relation}
