"""Clauses that a semicolon, a colon or a comma parts, whom the second goes on about, and whose a country is called."""

import pytest
from said import said, who

ATTACK = "fights.attacks"
AID = "cooperates.aids"
BLAME = "disputes.accuses"
DEMAND = "disputes.demands"
SANCTION = "restrains.sanctions"
LEADS = "affiliated.leads"
MEMBER = "affiliated.member_of"


def holds(text):
    return {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the noun behind a semicolon is the subject of the verb that has none
        (
            "France recalled its envoy; Britain, fearing a wider war, supplied Greece with rifles.",
            ("United Kingdom", AID, "Greece"),
        ),
        (
            "Libya paid the rebels; and the Arab League, while it refused to pay, threatened Chad with sanctions.",
            ("Arab League", "disputes.threatens", "Chad"),
        ),
        (
            "In March Peru invaded Ecuador; Brazil and Chile, alarmed, urged both sides to stop.",
            ("Chile", DEMAND, "Peru"),
        ),
        (
            "Mali recalled its ambassador; Togo and Benin, shocked by the coup, suspended aid to Niger.",
            ("Benin", SANCTION, "Niger"),
        ),
        (
            "Iraq attacked Kuwait; Jordan, to the dismay of its patrons, backed Iraq.",
            ("Jordan", "cooperates.supports", "Iraq"),
        ),
        # a clause before a colon says nothing of those behind it
        (
            "It was foreseen: Moscow expelled the British envoy, closed the consulate, and accused London of spying.",
            ("Russia", BLAME, "United Kingdom"),
        ),
        (
            "Nobody was surprised; in June Togo expelled the French, sued Benin, and warned Mali.",
            ("Togo", "disputes.threatens", "Mali"),
        ),
        # "it" goes on from the subject of the clause before, whatever that says
        (
            "Mexico protested that the tariff fell on its farmers, and it accused Monsanto of dumping.",
            ("Mexico", BLAME, "Monsanto"),
        ),
        (
            "Lima complained that the border had been violated, and it threatened Chile with war.",
            ("Peru", "disputes.threatens", "Chile"),
        ),
        (
            "Norway held that the line was fixed; it nevertheless invited Russia to talks.",
            ("Norway", "cooperates.agrees", "Russia"),
        ),
        # an object pronoun before the main clause means its subject
        ("After Chile had attacked it, Bolivia turned to Argentina for arms.", ("Chile", ATTACK, "Bolivia")),
        ("When Israel bombed it, Lebanon appealed to the United Nations.", ("Israel", ATTACK, "Lebanon")),
        ("While Uganda shelled them, the rebels accused Rwanda of treason.", ("Uganda", ATTACK, "rebels")),
        # two men are the two persons named
        (
            "Arafat quarrelled with Hussein, and Brezhnev warned both men.",
            ("Brezhnev", "disputes.threatens", "Hussein"),
        ),
        ("Blair wrote to Chirac. Annan urged the two men to meet.", ("Annan", DEMAND, "Blair")),
        ("Putin called Erdoğan in May. Macron criticised both leaders.", ("Macron", BLAME, "Putin")),
    ],
)
def test_it_is_said_of_its_own_subject(text, expected):
    assert expected in holds(text)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        (
            "France recalled its envoy; Britain, fearing a wider war, supplied Greece with rifles.",
            "cooperates",
            ("France", "Greece"),
        ),
        (
            "In March Peru invaded Ecuador; Brazil and Chile, alarmed, urged both sides to stop.",
            "fights",
            ("Peru", "Brazil"),
        ),
        (
            "The delegation met officials of Chile, which hosts the talks; Peru; and Bolivia.",
            "cooperates",
            ("Chile", "Peru"),
        ),
        (
            "Poland argued that the treaty was void and that it humiliated Lithuania.",
            "disputes",
            ("Poland", "Lithuania"),
        ),
        ("After Chile had won it, the war changed Bolivia.", "fights", ("Chile", "Bolivia")),
        ("Sudan dissociated itself from the resolution of the Arab League.", "restrains", ("Sudan", "Arab League")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)


def test_what_a_semicolon_parts_is_no_intention():
    (first, *_) = said("Iran and Pakistan exchanged fire; China urged both neighbours to be patient.")
    assert (first.type, first.modality) == (ATTACK, "actual")


@pytest.mark.parametrize(
    ("text", "leader", "led"),
    [
        ("The United Front of Jean Bemba attacked Rwanda.", "Jean Bemba", "United Front"),
        ("Viktor Orbán's Fidesz criticised Brussels.", "Viktor Orbán", "Fidesz"),
        ("Farid Nasser, whose Freedom Party won the vote, met Macron.", "Farid Nasser", "Freedom Party"),
        ("The Iraq of Saddam Hussein invaded Kuwait.", "Iraq", "Iraq"),
        ("Tito's Yugoslavia supplied Albania with grain.", "Yugoslavia", "Yugoslavia"),
        (
            "Maria Lopez, who as president of the Andean Bank had lent money, criticised Chile.",
            "Maria Lopez",
            "Andean Bank",
        ),
    ],
)
def test_whose_a_country_or_party_is_called_leads_it(text, leader, led):
    assert (leader, LEADS, led) in holds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Peru of today trades with China.",
        "Obama's Iran policy angered Israel.",
        "The London of Karl Marx sheltered exiles.",
    ],
)
def test_nobody_leads_what_is_only_spoken_of(text):
    assert not who(text, LEADS)


def test_a_title_set_before_a_name_is_its_own():
    assert ("Kenji Sato", MEMBER, "Liberal Party") in holds(
        "A member of the Liberal Party, Kenji Sato criticised China."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what somebody demanded is for another one to yield or to refuse
        ("Peru paid the indemnity that Chile demanded.", ("Chile", DEMAND, "Peru")),
        ("Finland refused the naval base Stalin demanded.", ("Stalin", DEMAND, "Finland")),
        ("Denmark ceded the province which Prussia had demanded.", ("Prussia", DEMAND, "Denmark")),
        # who acts at the side of a power does the same
        ("Prussia, with Austria, invaded Denmark in 1864.", ("Austria", ATTACK, "Denmark")),
        # what stands between a second verb and its subject is said of these
        (
            "Chile broke with Vichy in 1943, and Argentina, under American pressure, followed a year later.",
            ("United States", DEMAND, "Argentina"),
        ),
        (
            "Togo closed the border, while Benin, in defiance of Nigeria, sold oil.",
            ("Benin", "disputes.rejects", "Nigeria"),
        ),
        # workers who strike hit nobody
        ("A dockers' strike against the Polish government spread.", ("dockers", "disputes.protests", "Poland")),
        ("The Israeli strike on Syria killed a miner.", ("Israel", ATTACK, "Syria")),
        # a person who is called one of a nation
        ("John Hale, a Briton commanding the Arab Legion, met Nasser.", ("Jordan", LEADS, "Jordan")),
        # what goes to a front that is a group is for it
        ("The Moro Front fights the Philippines. Libya shipped weapons to the front.", ("Libya", AID, "Moro Front")),
        ("Two Nigerian captains deserted to Boko Haram.", ("Nigeria", MEMBER, "Boko Haram")),
        ("Maduro spoke in praise of Castro.", ("Maduro", "cooperates.supports", "Castro")),
    ],
)
def test_it_is_said_in_essays(text, expected):
    assert expected in holds(text)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Finland, anxious not to irritate the Soviet Union, kept silent.", "disputes", ("Soviet Union", "Finland")),
        ("Reluctant to anger Turkey, Sweden withdrew the text.", "disputes", ("Turkey", "Sweden")),
        ("For fear of antagonizing China, Nepal closed the border.", "disputes", ("China", "Nepal")),
        ("Talks between Chad and Libya were cancelled in May.", "disputes", ("Chad", "Libya")),
        ("Norway relayed proposals between Israel and Jordan.", "cooperates.agrees", ("Israel", "Jordan")),
        ("Kenya received the loan that it had demanded.", "disputes", ("Kenya", "Kenya")),
        ("Iran attacked Iraq with Chinese missiles.", "fights", ("China", "Iraq")),
    ],
)
def test_it_is_not_said_in_essays(text, family, pair):
    assert pair not in who(text, family)


def test_a_meeting_that_is_cancelled_is_not_held():
    (one,) = said("A meeting of the Japanese and South Korean ministers was cancelled.")
    assert (one.type, one.polarity, one.symmetric) == ("cooperates.consults", "negated", True)
