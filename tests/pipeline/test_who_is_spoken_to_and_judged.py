"""Who acts where somebody is spoken to, numbered, judged apart, dated apart or met by way of an aside."""

import pytest

ATTACK, ACCUSE, DEMAND = "fights.attacks", "disputes.accuses", "disputes.demands"
CONSULT, SUPPORT, AID = "cooperates.consults", "cooperates.supports", "cooperates.aids"


def said(extractor, text):
    return {(r.source.name, r.type, r.target.name) for r in extractor.extract(text=text).relations(polarity=None)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # who is spoken to does nothing
        ("Mr. Speaker, New Zealand condemns the French raid.", {("New Zealand", ACCUSE, "France")}),
        ("Madam President, Kenya calls on Eritrea to talk.", {("Kenya", DEMAND, "Eritrea")}),
        # a number between two
        ("Between five and ten Iranian advisers were killed by Israel.", {("Israel", ATTACK, "Iran")}),
        ("Israel killed between five and ten Iranian advisers.", {("Israel", ATTACK, "Iran")}),
        # each object with a time of its own
        (
            "Germany invaded Poland in 1939 and France the following year.",
            {("Germany", ATTACK, "Poland"), ("Germany", ATTACK, "France")},
        ),
        (
            "The French president received the emir of Qatar on Monday and the king of Jordan on Thursday.",
            {("France", CONSULT, "Qatar"), ("France", CONSULT, "Jordan")},
        ),
        ("Germany invaded Poland in September and Russia protested the next day.", {("Germany", ATTACK, "Poland")}),
        # each judged for something else
        (
            "Norway thanked Chad for hosting refugees and Mali for jailing smugglers.",
            {
                ("Norway", SUPPORT, "Chad"),
                ("Norway", SUPPORT, "Mali"),
                ("Chad", AID, "refugees"),
                ("Mali", "restrains.coerces", "smugglers"),
            },
        ),
        (
            "Amnesty accused Sudan of bombing hospitals and Ethiopia of blocking aid.",
            {("Amnesty International", ACCUSE, "Sudan"), ("Amnesty International", ACCUSE, "Ethiopia")},
        ),
        # what is denied to a hearer is kept from nobody
        ("Chad denied to the United Nations that it had attacked Sudan.", {("Chad", ATTACK, "Sudan")}),
        ("China denied to Japan the right to fish.", {("China", "restrains.limits", "Japan")}),
        # a clause behind a birthplace is about the person
        (
            "Ali Bongo is a politician from Gabon, who led the Gabonese Democratic Party.",
            {("Ali Bongo", "affiliated.leads", "Gabonese Democratic Party")},
        ),
        # an opposition is met, or meets a plan
        ("The Dutch minister met the Polish opposition.", {("Netherlands", CONSULT, "Poland")}),
        ("The plan met opposition in Chad.", set()),
        ("Turkey trains Syrian opposition fighters.", {("Turkey", AID, "Syrian opposition")}),
        # what is given stands before the giver
        ("The helicopter that India gave the Maldives was old.", {("India", AID, "Maldives")}),
        ("The loan China granted Laos is not enough.", {("China", AID, "Laos")}),
        # of whom one talks, and to whom
        (
            "The Chilean minister discussed the dispute with Bolivia with the American ambassador.",
            {("Chile", CONSULT, "United States"), ("Chile", "disputes.rivals", "Bolivia")},
        ),
        # a place behind an aside
        (
            "Israel killed Ali Hassan, a commander of Hezbollah, in Lebanon.",
            {("Israel", ATTACK, "Hezbollah"), ("Ali Hassan", "affiliated.leads", "Hezbollah")},
        ),
        # a branch is nobody's by where it is
        ("Boko Haram is an Islamic State affiliate in Chad.", {("Boko Haram", "affiliated.part_of", "Islamic State")}),
        ("U.S. forces train the Danab brigade of the Somali army.", {("United States", AID, "Somalia")}),
        # who declares war together does not declare it on each other
        ("Britain, France and Canada declared war in September.", set()),
        (
            "Austria attacked Serbia. Russia and France declared war.",
            {("Austria", ATTACK, "Serbia"), ("Russia", ATTACK, "Austria"), ("France", ATTACK, "Austria")},
        ),
        ("Chad and Mali declared war on each other.", {("Chad", ATTACK, "Mali")}),
        ("The League Council condemned Japan.", {("League of Nations", ACCUSE, "Japan")}),
    ],
)
def test_who_does_it_to_whom(extractor, text, expected):
    assert said(extractor, text) == expected


def test_a_murder_is_whose_who_claims_it(extractor):
    text = (
        "Norway condemned the murder of six teachers near Gao, for which the Islamic State has claimed responsibility."
    )
    assert ("Islamic State", ATTACK, "teachers") in said(extractor, text)
    assert not said(extractor, "The murder of a Kurd in Vienna, which Iran has not claimed, was discussed.")


NOTICE = """Minister for Asia condemns attack on health workers in Myanmar

Minister for Asia Helen Draper has condemned the killing of four health workers near Loikaw on 2 May.

Minister Draper said:

I am shocked by the killing of four nurses who were treating the sick. My thoughts are with their families.

Canada stands with the people of Myanmar and calls on the army to let doctors work.

The Minister spoke to her Burmese counterpart on Tuesday. She will visit Bangkok next week."""

RELIEF = """Emergency Assistance to the Republic of Chile in Response to the Forest Fires

1. In response to the fires in Valparaiso, the Government of Spain has decided to send three aircraft to Chile.

2. On February 5, Prime Minister Pablo Herrera wrote to H.E. Ms. Rosa Vidal, President of the Republic of Chile."""


@pytest.mark.parametrize(
    ("text", "person", "state"), [(NOTICE, "Helen Draper", "Canada"), (RELIEF, "Pablo Herrera", "Spain")]
)
def test_officials_of_a_statement_are_those_of_who_issues_it(extractor, text, person, state):
    assert (person, "affiliated.leads", state) in said(extractor, text)


def test_a_text_is_not_at_home_where_its_headline_says_that_something_is_done(extractor):
    text = (
        "Maldives tells Indian airmen to leave\n\nThe helicopter that India gave the islands stands on a square. "
        "President Ahmed Shareef set the date on Sunday. Indian diplomats were slow to see it, and India sent an envoy."
    )
    assert not any(target == "India" for source, _, target in said(extractor, text) if source == "Ahmed Shareef")


def test_a_common_name_of_parties_is_american_only_at_home(extractor):
    text = "Two Slovenian parties, the Greens and the Democrats, criticised Hungary. Slovenia was silent."
    assert ("Democrats", ACCUSE, "Hungary") in said(extractor, text)
    assert ("Democratic Party", ACCUSE, "Iran") in said(extractor, "Democrats criticised Iran.")
