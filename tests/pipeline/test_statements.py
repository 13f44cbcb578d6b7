"""Statements, resolutions and speeches: in whose name they speak, and what they say without naming a subject."""

import pytest
from said import extractor, said, who

RESOLUTION = """Resolution 77 on the Situation in Chad

The Security Council,

Recalling its previous resolutions on Chad,

Deeply concerned at the arrest of three Kenyan pilots by the Chadian army,

Expressing its gratitude to Niger for hosting refugees,

1. Strongly condemns the attack by Boko Haram on Bol;

2. Demands that Boko Haram release its hostages, and urges Cameroon to open its border;

(c) Welcomes the decision of Egypt to mediate.
"""


def issuers(text: str) -> set[str]:
    reading = extractor().reading(text)
    return {reading.cast[reading.cast.root(actor)].name for actor in reading.profile.issuers}


@pytest.mark.parametrize(
    ("heading", "issuer"),
    [
        ("Statement by the North Atlantic Council on Belarus", {"NATO"}),
        ("Statement by the Ministry of Foreign Affairs of Peru", {"Peru"}),
        ("Remarks by Foreign Minister Ana Brown to the Parliament of Georgia", {"Georgia"}),
        ("Remarks to the Press by Ana Brown, Foreign Minister of Peru", {"Peru"}),
        ("ECOWAS Communiqué on the Situation in Niger", {"ECOWAS"}),
        ("Joint Statement by the Governments of Japan and Peru on Trade", {"Japan", "Peru"}),
        ("Foreign Secretary's statement on Sudan", {"United Kingdom"}),
        ("Remarks of the Secretary-General on Sudan", {"United Nations"}),
        ("Our Quarrel Is Not With Chile\n\nBy Ana Brown, President of Peru", {"Peru"}),
        ("Statement on the launch of a missile by North Korea", {"Peru"}),
    ],
)
def test_the_issuer_by_the_title(heading, issuer):
    assert issuers(f"{heading}\n\nWe have met our partners. Peru condemns the attack.") == issuer


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("The Ministry of Defence of the Republic of Peru wishes to convey its anger. We protest.", {"Peru"}),
        ("Attack in Lima\n\nNorway condemns the attack on our embassy in Lima.", {"Norway"}),
        ("Norway condemned Peru on Monday.", set()),
        ('Norway condemned Peru on Monday. "We are angry," an official said.', set()),
    ],
)
def test_the_issuer_by_the_first_sentence(text, issuer):
    assert issuers(text) == issuer


def test_a_resolution():
    assert who(RESOLUTION, "disputes") >= {
        ("United Nations", "Boko Haram"),
        ("United Nations", "Cameroon"),
        ("United Nations", "Chad"),
    }
    assert {("United Nations", "Egypt"), ("United Nations", "Niger")} <= who(RESOLUTION, "cooperates.supports")
    assert ("United Nations", "refugees") not in who(RESOLUTION, "cooperates")


def test_a_body_does_not_ask_its_own_officers():
    text = "The Security Council,\n\n1. Condemns Chad;\n\n2. Requests the World Food Programme to return."
    assert who(text, "disputes") == {("United Nations", "Chad")}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Chile must stop.", ("Peru", "Chile")),
        ("It is vital that Chile stop the war.", ("Peru", "Chile")),
        ("It is time for Chile to leave.", ("Peru", "Chile")),
        ("It is unacceptable that Chile continues to bomb hospitals.", ("Peru", "Chile")),
        ("Chile's attack is unacceptable.", ("Peru", "Chile")),
        ("The Ministry condemns Chile.", ("Peru", "Chile")),
        ("The Principal Secretary, Ana Brown, condemned Chile.", ("Peru", "Chile")),
        ("I condemn Chile.", ("Peru", "Chile")),
        ("Chile accuses us.", ("Chile", "Peru")),
    ],
)
def test_what_the_issuer_demands_and_condemns(text, pair):
    statement = f"Statement by the Government of Peru\n\nThe talks began on Monday. {text}"
    assert pair in who(statement, "disputes")
    if not text.startswith("The Principal"):
        assert pair not in who(f"The talks began on Monday. {text}", "disputes")


def test_turns_of_a_briefing():
    text = (
        "Department Press Briefing\n\nMR. BROWN: We condemn Peru.\n\nQUESTION: Do you condemn Chile? We have heard so."
        "\n\nMR. BROWN: We do not. We thank Bolivia."
    )
    assert ("United States", "Peru") in who(text, "disputes")
    assert ("United States", "Chile") in who(text, "disputes")
    assert ("United States", "Bolivia") in who(text, "cooperates")


def test_a_speech_without_quotation_marks():
    text = (
        "Foreign Secretary Ana Brown has met the press in Oslo.\n\nForeign Secretary Ana Brown said:\n\n"
        "I condemn Chile. We thank Norway."
    )
    assert ("United Kingdom", "Chile") in who(text, "disputes")
    assert ("United Kingdom", "Norway") in who(text, "cooperates")


REPORT = """Strike report

On Monday Coalition forces conducted nine strikes against Islamic State in Syria.

- Near Dayr Hafir, two strikes engaged an Islamic State tactical unit.
"""


def test_the_strikes_of_a_report():
    engaged = [candidate for candidate in extractor().reading(REPORT).kept if candidate.trigger.lower_ == "engaged"]
    assert "whose strikes the text reports" in {candidate.source.how for candidate in engaged}


def test_strikes_of_two_sides_are_nobodys():
    text = (
        "Israel carried out strikes on Syria. Iran carried out strikes on Iraq. Two strikes destroyed a Syrian depot."
    )
    assert not who(text, "fights") & {("Iran", "Syria")}


OFFICERS = """Foreign Secretary statement on Chad

The Foreign Secretary has condemned the shelling of Abéché by Sudan.

The UK supports the ceasefire. The Foreign Secretary met Niger's prime minister on Monday.
"""
ORGANS = """Joint statement by High Representative Federica Mogherini on Mali

The European Union condemns the attack. The Council has extended restrictive measures against Belarus until June.

The Head of Delegation met the mayor of Gao. The High Representative will travel to Senegal.

The Delegation of the European Union to Chad opened a school.
"""


def test_an_officer_without_a_name_speaks_for_the_issuer():
    assert who(OFFICERS, "disputes") >= {("United Kingdom", "Sudan")}
    assert who(OFFICERS, "cooperates") >= {("United Kingdom", "Niger")}


def test_an_organisation_names_itself_by_its_organs_and_officers():
    assert who(ORGANS, "restrains") == {("European Union", "Belarus")}
    assert ("European Union", "Senegal") in who(ORGANS, "cooperates")
    assert ("European Union", "Chad") not in who(ORGANS, "cooperates")


def test_an_officer_of_nobody_known_is_nobody():
    assert not who("The Foreign Secretary met the Chadian leader.", "cooperates")


@pytest.mark.parametrize(
    "text",
    [
        "Norway made clear to Russia that it must leave.",
        "Norway has made it clear to Russia that it should pay.",
        "Norway told Russia that it must pay its debts.",
    ],
)
def test_who_is_told_what_must_be_done_has_to_do_it(text):
    (demand,) = (each for each in said(text) if each.family == "disputes")
    assert (demand.source, demand.type, demand.target) == ("Norway", "disputes.demands", "Russia")
    assert demand.modality == "actual"


def test_fellows_in_a_body_are_the_body():
    text = (
        "Statement by the United States\n\nOur partners in the Syrian Democratic Forces have driven ISIS out of Raqqa."
    )
    assert who(text, "fights") == {("Syrian Democratic Forces", "Islamic State")}


def test_a_verb_in_the_name_of_a_body_says_nothing():
    assert not who("Jordan is a partner in the Coalition to defeat ISIS.", "fights")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Britain and France co-sponsored the motion.", "cooperates", ("United Kingdom", "France")),
        ("Iran re-armed Hezbollah.", "cooperates", ("Iran", "Hezbollah")),
        ("Germany's co-operation with Poland grew.", "cooperates", ("Germany", "Poland")),
        ("Israel pre-empted the Egyptian attack.", "restrains", ("Israel", "Egypt")),
        ("Kenya's vice-president visited Chad.", "cooperates", ("Kenya", "Chad")),
        ("Ottawa designated Rosneft for helping Cuba.", "cooperates", ("Rosneft", "Cuba")),
    ],
)
def test_words_with_a_prefix_are_whole(text, family, pair):
    assert pair in who(text, family)


ALLIANCE = """NATO Secretary General Jens Stoltenberg welcomed Montenegro's decision. Russia criticised the Alliance.

The Alliance has suspended practical cooperation with Moscow in response to its annexation of Crimea.
"""
BRIEFING = """Foreign Ministry Spokesperson's Regular Press Conference

Q: Japan has lodged a protest with Brazil over the drilling. What is your comment?

A: Brazil's exploration is beyond reproach. We urge the Japanese side to hold talks. Brazil stands for
peace, and President Lula will visit Tokyo.
"""
MEMBERS = """Security Council Press Statement on Mali

The members of the Security Council expressed their condolences to Guinea. They paid tribute to the peacekeepers.

They called on Niger to investigate the attack. They welcomed the deployment of a force by Chad.
"""


def test_an_organisation_named_by_its_kind_is_itself():
    assert ("Russia", "NATO") in who(ALLIANCE, "disputes")
    assert who(ALLIANCE, "restrains") == {("NATO", "Russia"), ("Russia", "Crimea")}


def test_who_answers_in_a_briefing_is_the_one_whose_answers_they_are():
    assert ("Brazil", "Japan") in who(BRIEFING, "disputes")


def test_they_go_on_as_they_began_and_nothing_is_deployed_against_who_welcomes_it():
    assert who(MEMBERS, "disputes") == {("United Nations", "Niger")}
    assert not who(MEMBERS, "fights")


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("Militants of Boko Haram shelled Diffa.", "fights", {("Boko Haram", "Niger")}),
        ("Oman could not separate the protesters from Hamas.", "affiliated", set()),
        ("Oman voiced concern about Russian meddling in Mali.", "disputes", {("Oman", "Russia")}),
        ("Nobody voiced concern about Russian meddling in Mali.", "disputes", set()),
        ("Peru will punish those who enable the Maduro regime to hit its citizens.", "fights", set()),
    ],
)
def test_whose_the_people_places_and_citizens_are(text, family, pairs):
    assert who(text, family) == pairs


QUOTE = """Monthly update

Defence Secretary Michael Fallon of the UK said:

"Our aircraft have struck Daesh in Iraq. We are training Iraqi forces in bomb disposal."
"""


def test_a_quotation_after_a_colon_runs_over_sentences():
    assert ("United Kingdom", "Iraq") in who(QUOTE, "cooperates")


def test_strikes_in_a_land_where_a_group_is_fought_are_not_on_the_land():
    assert not who("French air strikes in Mali continued.\n\nThe jets bombed Boko Haram.", "fights") & {
        ("France", "Mali")
    }


def test_what_a_statement_is_on_is_not_the_speakers_doing():
    text = "Foreign Minister Ana Brown of Peru issued a statement on the arrest of Ali Can. She spoke of a raid."
    assert not who(text, "restrains") | who(text, "fights")


def test_strikes_of_so_many_engagements_are_attacks():
    text = "On Monday, Turkish forces conducted 24 strikes consisting of 31 engagements against PKK fighters."
    assert who(text, "fights") == {("Turkey", "PKK")}


def test_a_ministry_speaks_for_the_state_that_its_statement_names():
    text = "Statement by the Foreign Ministry\n\nNorway condemns the attack. We call on Chad to end it.\n"
    assert who(text, "disputes") == {("Norway", "Chad")}


_JOINT = """Joint Statement by the Foreign Ministers of Japan, Peru and Denmark

The three Ministers condemned Chile's raid. They urged Chile to withdraw its ships.
"""


def test_all_issuers_of_a_joint_text_speak():
    found = {(s.source, s.type, s.target) for s in said(_JOINT)}
    assert found >= {(who, "disputes.accuses", "Chile") for who in ("Japan", "Peru", "Denmark")}
    assert found >= {(who, "disputes.demands", "Chile") for who in ("Japan", "Peru", "Denmark")}


@pytest.mark.parametrize(
    ("text", "triple"),
    [
        ("The United States thanks Kenya for its leadership.", ("United States", "cooperates.supports", "Kenya")),
        ("Peru thanked Jordan for hosting Syrian refugees and said it would support the kingdom.",
         ("Peru", "cooperates.supports", "Jordan")),
        ("The ministry of Chad condemns the actions of the Libyan forces.", ("Chad", "disputes.accuses", "Libya")),
        ("Chile sanctioned two Danish banks. Today's action also targets three Irish firms.",
         ("Chile", "restrains.sanctions", "Ireland")),
        ("At the invitation of President Juan Perez of Peru, the Chilean president paid a visit to Lima.",
         ("Peru", "cooperates.agrees", "Chile")),
        ("Spain expressed its sympathy to the Government of Somalia.", ("Spain", "cooperates.supports", "Somalia")),
    ],
)  # fmt: skip
def test_words_of_statements(text, triple):
    assert triple in {(s.source, s.type, s.target) for s in said(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Chile imposed Magnitsky-style penalties.",
        "The boy thanked a Berlin-based shop for its role in shipping Iranian oil.",
    ],
)
def test_statements_say_nothing_more(text):
    assert not said(text)


def test_a_speech_is_his_who_stands_under_its_title():
    text = "Remarks at a UN Security Council Briefing\nAmbassador Juan Perez of Peru\nWe condemn Chad."
    assert issuers(text) == {"Peru"}
