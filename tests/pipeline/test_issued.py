"""Whose a text is that governments, armies, unions and organisations issue, and whom they mean by their own words."""

import pytest
from said import extractor, said, who


def issuers(text: str) -> set[str]:
    reading = extractor().reading(text)
    return {reading.cast[reading.cast.root(actor)].name for actor in reading.profile.issuers}


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "Press release: National Miners' Federation rejects tax\n\nThe Federation rejects the tax. We will march.",
            "National Miners' Federation",
        ),
        (
            "Callao Dockers' Union calls strike\n\nThe Union has called a strike. Our members are angry.",
            "Callao Dockers' Union",
        ),
        (
            "Address by Prime Minister Ada Fell to the House of Commons\n\nMr. Speaker, I have met the Peruvian envoy.",
            "United Kingdom",
        ),
        (
            "Comment by the Press Department on the Statements of the Peruvian Ministry\n\n"
            "Ministry of Foreign Affairs of the Republic of Chile\n\nWe reject this. Peru must apologise.",
            "Chile",
        ),
    ],
)
def test_who_issued_it(text, issuer):
    assert {name.lower() for name in issuers(text)} == {issuer.lower()}


@pytest.mark.parametrize(
    "text",
    [
        "National Miners' Federation loses case\n\nA court in Lima fined the miners. They will appeal.",
        'Callao Dockers\' Union calls strike\n\nA strike has begun. "We are angry," a docker said.',
        "Reuters: Peru closes its ports\n\nWe have learned that Peru closed its ports.",
    ],
)
def test_news_about_a_body_are_not_its_own(text):
    assert not issuers(text) & {"National Miners' Federation", "Callao Dockers' Union", "Reuters"}


def test_a_later_mention_says_whose_secretary_it_is():
    text = (
        "Secretary Fell's Call with Peruvian Foreign Minister Ruiz\n\n"
        "Secretary of State Ann Fell spoke today with Peruvian Foreign Minister Ana Ruiz. "
        "The Secretary thanked the Foreign Minister for her help. Peru and Chile are friends. Peru thanked Chile."
    )
    assert ("United States", "Peru") in who(text, "cooperates.consults")
    assert ("United States", "Peru") in who(text, "cooperates.supports")
    assert ("Peru", "Peru") not in who(text, "cooperates")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Norway and Iceland align themselves with this statement.",
            {("Norway", "European Union"), ("Iceland", "European Union")},
        ),
        ("Norway associates itself with this declaration.", {("Norway", "European Union")}),
        ("Norway aligned itself with the statement of Peru.", {("Norway", "Peru")}),
        ("Norway found fault with this statement.", set()),
    ],
)
def test_who_joins_a_statement(sentence, expected):
    title = "Statement by the High Representative on behalf of the European Union"
    text = f"{title}\n\nThe vote was held on Sunday. {sentence}"
    found = who(text, "cooperates")
    assert found >= expected
    assert not expected or {frozenset(pair) for pair in found} == {frozenset(pair) for pair in expected}
    assert expected or not found


def test_those_who_speak_jointly_met():
    text = "Joint Statement of the Foreign Ministers of Poland, Lithuania and Romania\n\nWe met today in Bucharest."
    assert {frozenset(pair) for pair in who(text, "cooperates.consults")} == {
        frozenset({"Poland", "Lithuania"}),
        frozenset({"Poland", "Romania"}),
        frozenset({"Lithuania", "Romania"}),
    }
    assert not who(text, "cooperates.agrees")  # a statement is no agreement


@pytest.mark.parametrize(
    "text",
    [
        "Daily Briefing by the Spokesperson for the Secretary-General\n\nThe Secretary-General condemns the Houthis.",
        "The United Nations sent envoys. The Secretary-General condemned the Houthis on Monday.",
    ],
)
def test_the_secretary_general(text):
    assert who(text, "disputes") == {("United Nations", "Houthis")}


def test_the_secretary_general_of_one_of_two():
    assert not who("NATO and the United Nations met. The Secretary-General condemned the Houthis.", "disputes")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Chile expressed its condolences on the death of two American diplomats.", {("Chile", "United States")}),
        ("Chile conveyed condolences over the deaths of eleven Kenyan soldiers.", {("Chile", "Kenya")}),
        ("Chile expressed condolences over the killing of tourists by al-Shabaab.", set()),
        ("Her Majesty's Government thanked Chile.", {("United Kingdom", "Chile")}),
    ],
)
def test_sympathy(sentence, expected):
    assert who(sentence, "cooperates") == expected


def test_an_operation_is_whose_it_was():
    text = "U.S. forces raided a house in Bol. The operation was conducted in close coordination with Chad."
    assert ("United States", "Chad") in who(text, "cooperates.collaborates")


READOUT = """Secretary Fell's Call with Peruvian Foreign Minister Ruiz

Secretary of State Ann Fell spoke today with Peruvian Foreign Minister Ana Ruiz. The Secretary thanked the Foreign \
Minister for her help. They discussed tensions between Chad and Mali. """


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Both condemned Belarus.", {("United States", "Belarus"), ("Peru", "Belarus")}),
        ("The two leaders condemned Belarus.", {("United States", "Belarus"), ("Peru", "Belarus")}),
        ("The Secretary denounced Belarus.", {("United States", "Belarus")}),
        ("Chad and Mali both condemned Belarus.", {("Chad", "Belarus"), ("Mali", "Belarus")}),
    ],
)
def test_the_two_who_met(sentence, expected):
    assert who(READOUT + sentence, "disputes.accuses") == expected


def test_who_spoke():
    assert {frozenset(pair) for pair in who(READOUT, "cooperates.consults")} == {frozenset({"United States", "Peru"})}


STATED = "Statement by the Government of the United States on Peru\n\nThe United States thanks Peru. "


def test_offices_in_a_statement_are_the_issuers():
    sentence = "Secretary of State Ann Fell spoke to Peru."
    assert ("United States", "United States") in who(STATED + sentence, "affiliated.leads")
    assert not who(f"The United States thanked Peru. {sentence}", "affiliated.leads")


def test_a_former_minister_leads_nothing():
    text = f"{STATED}Secretary of State Ann Fell met former Secretary of State Bo Hill."
    assert len([one for one in said(text) if one.family == "affiliated"]) == 1


def test_the_issuers_own_prime_minister():
    text = (
        "Defence Secretary's statement on Yemen\n\nYemen is at war. Yemen and Oman are poor. Yemen is far away. "
        "The Prime Minister spoke to President Sisi of Egypt."
    )
    assert ("United Kingdom", "Egypt") in who(text, "cooperates.consults")


def test_a_president_by_his_own_offices():
    text = (
        "Statement from President Alan Webb on the Attack\n\n"
        "I have directed the Secretary of Defense to act. I thank Qatar. Two American soldiers were hurt."
    )
    assert issuers(text) == {"United States"}
    assert ("United States", "Qatar") in who(text, "cooperates")


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("UK sanctions Peruvian intelligence officers over raid", {("United Kingdom", "Peru")}),
        ("UK sanctions policy under review", set()),
        ("UK sanctions regime under review", set()),
    ],
)
def test_headlines_that_begin_with_what_is_done(headline, expected):
    assert who(f"{headline}\n\nIt was late.", "restrains.sanctions") == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The Houthis have launched 25 attacks on commercial shipping.", {("Houthis", "commercial shipping")}),
        ("The Houthis attacked merchant vessels off Aden.", {("Houthis", "merchant vessels")}),
        ("The Houthis attacked a Greek tanker.", {("Houthis", "Greece")}),
        ("The Houthis attacked warships.", set()),
        ("The Houthis attacked ships.", set()),
        ("Oman praised the tankers.", set()),
    ],
)
def test_ships_that_are_attacked(sentence, expected):
    assert who(sentence, "fights") | who(sentence, "cooperates") == expected


def test_a_body_that_other_states_have_too():
    text = "Peru met Omar Said, chairman of the Joint Chiefs of Staff of the Jordanian Armed Forces."
    assert who(text, "affiliated") == {("Jordan", "Jordan")}


def test_the_general_named_before():
    text = "Gen. Omar Said, commander of the Jordanian army, flew to Lebanon. The general was hosted by its army."
    assert ("Lebanon", "Jordan") in who(text, "cooperates.consults")


@pytest.mark.parametrize(
    ("sentence", "doer"),
    [
        ("Britain sanctioned Russia for attacks against Ukraine.", "Russia"),
        ("Britain punished Russia for an invasion of Ukraine.", "Russia"),
        ("Britain apologised for attacks against Ukraine.", "United Kingdom"),
    ],
)
def test_for_whose_deed_one_is_punished(sentence, doer):
    assert who(sentence, "fights") == {(doer, "Ukraine")}


SEIZED = "The Houthis detained 25 Filipino sailors. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{SEIZED}Japan demanded the release of the Filipino sailors.", {("Japan", "Houthis")}),
        ("Japan demanded the release of the Filipino sailors.", set()),
        ("Japan demanded that the Houthis release the sailors.", {("Japan", "Houthis")}),
        ("Japan demanded the withdrawal of Filipino ships.", {("Japan", "Philippines")}),
    ],
)
def test_who_is_asked_to_release_captives(text, expected):
    assert who(text, "disputes.demands") == expected


def test_it_is_not_who_speaks():
    text = "Statement by the Foreign Ministry of Peru\n\nThe RSF has killed villagers, and we sanctioned its leader."
    assert ("Peru", "Rapid Support Forces") in who(text, "restrains.sanctions")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("British forces fly over Iraq. Tornados struck a Daesh position.", {("United Kingdom", "Islamic State")}),
        ("U.S. Air Force crews fly daily. F-16s struck a Daesh position.", {("United States", "Islamic State")}),
        ("British forces and French forces fly over Iraq. Tornados struck a Daesh position.", set()),
        ("British forces are in Mali. A tornado struck a Malian village.", set()),
    ],
)
def test_aircraft_by_their_type(text, expected):
    assert who(text, "fights") == expected


def test_an_instance_is_no_part():
    assert not who("Partner nations include the United States and Australia.", "affiliated")


def test_destruction_is_whose_the_strikes_are():
    text = "Three American strikes hit Daesh. The destruction of oil limits the ability of Daesh to fund its raids."
    assert who(text, "restrains.limits") == {("United States", "Islamic State")}
    assert not who(text, "cooperates")


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        (
            "PM statement on the attacks\n\nI spoke to President Hollande. The British people stand with France.",
            "United Kingdom",
        ),
        (
            "Envoy Hill's Travel to Peru\n\nMedia Note\nOffice of the Spokesperson\n\nWe will help Peru.",
            "United States",
        ),
        ("Peru National Day\n\nPress Statement\nAnn Fell, Secretary of State\n\nI congratulate Peru.", "United States"),
        ("Call with Peru\n\nThe below is attributable to Spokesperson Bo Hill:\n\nWe will help Peru.", "United States"),
    ],
)
def test_the_issuer_by_its_formulas(text, issuer):
    assert issuers(text) == {issuer}


def test_all_who_are_we():
    text = "Statement issued by partners\n\nWe, the Foreign Ministers of Peru, Chile and Bolivia, condemn Daesh."
    assert issuers(text) == {"Peru", "Chile", "Bolivia"}


def test_a_premier_whose_country_is_not_known():
    text = "PM statement on the attacks\n\nI spoke to President Hollande. We stand with France. Peru and Chile met."
    assert issuers(text) != {"United Kingdom"}


@pytest.mark.parametrize(
    ("sentence", "kind", "expected"),
    [
        ("Iraqi forces pushed ISIL out of Ramadi.", "fights", {("Iraq", "Islamic State")}),
        ("ISIL was pushed out of Ramadi by Kenyan forces.", "fights", {("Kenya", "Islamic State")}),
        ("Chile pushed Peru out of the alliance.", "fights", set()),
        ("Britain announced £40 million of new aid for Iraqis.", "cooperates.aids", {("United Kingdom", "Iraq")}),
        ("Britain announced £40 million for roads.", "cooperates.aids", set()),
        ("Peruvian soldiers fled the reign of terror of the Taliban.", "affiliated", set()),
        ("Norway offered to send police officers to Mali.", "cooperates.agrees", {("Norway", "Mali")}),
        ("Norway offered to contribute special operators.", "cooperates.agrees", set()),
    ],
)
def test_what_releases_tell_of(sentence, kind, expected):
    assert who(sentence, kind) == expected


def test_those_who_train_together():
    found = who("American and Jordanian soldiers train together at Zarqa.", "cooperates.collaborates")
    assert ("United States", "Jordan") in found


def test_we_go_on_to_commend():
    text = (
        "Statement by the Foreign Ministry of Peru\n\n"
        "We welcome Chad's decision to resume the talks and commend Mali for its patience."
    )
    assert who(text, "cooperates.supports") >= {("Peru", "Chad"), ("Peru", "Mali")}
    assert ("Chad", "Mali") not in who(text, "cooperates.supports")


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Lebanese Armed Forces Commander Gen. Joseph Haddad hosted Chile.", "affiliated.leads"),
        ("Gen. Joseph Haddad of the Lebanese army hosted Chile.", "affiliated.member_of"),
    ],
)
def test_an_office_before_a_rank(sentence, kind):
    assert ("Lebanon", "Lebanon") in who(sentence, kind)
    assert ("Lebanon", "Chile") in who(sentence, "cooperates.consults")


def test_whom_the_issuer_sends():
    text = (
        "Special Envoy Hill's Travel to Peru\n\nMedia Note\nOffice of the Spokesperson\n\n"
        "Special Envoy Bo Hill will thank the Government of Peru. He will meet a French Envoy, Luc Roux."
    )
    assert ("United States", "Peru") in who(text, "cooperates.supports")
    assert ("United States", "Peru") in who(text, "cooperates.consults")


def test_an_ambassador_by_the_line_below():
    text = (
        "Remarks by Ambassador Dana Whitlow at a Briefing on Sudan\n\n"
        "Ambassador Dana Whitlow\nU.S. Representative to the United Nations\n\nWe commend Chad. Mali must leave."
    )
    assert who(text, "cooperates.supports") == {("United States", "Chad")}
    assert who(text, "disputes.demands") == {("United States", "Mali")}


@pytest.mark.parametrize(
    "person",
    ["ex-Tory education secretary Ann Fell", "union general secretary Ann Fell", "former trade secretary Ann Fell"],
)
def test_who_leads_no_state(person):
    text = f"{STATED}On Monday {person} praised Peru."
    assert not who(text, "affiliated.leads")
