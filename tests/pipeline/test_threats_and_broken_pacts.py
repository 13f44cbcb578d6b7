"""Threats in letters and under conditions, pacts reneged on, culprits named, and names known only by a deed."""

import pytest

ACCUSE, DEMAND, REJECT = "disputes.accuses", "disputes.demands", "disputes.rejects"
THREATEN, COERCE = "disputes.threatens", "restrains.coerces"
CONSULT, SUPPORT, AGREE = "cooperates.consults", "cooperates.supports", "cooperates.agrees"


def said(extractor, text):
    found = extractor.extract(text=text).relations(polarity=None)
    return {(r.source.name, r.type, r.target.name) for r in found if r.family != "affiliated"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the letter's addressee is threatened
        (
            "Denmark sent a note to Morocco threatening to recall its envoy.",
            {
                ("Denmark", CONSULT, "Morocco"),
                ("Denmark", THREATEN, "Morocco"),
                ("Denmark", "restrains.sanctions", "Morocco"),  # possible
            },
        ),
        ("Lima received a letter from Quito threatening war.", {("Ecuador", CONSULT, "Peru")}),
        # a noun of threatening with a condition
        ("Peru's threat to shut the canal unless Chile pays was repeated.", {("Peru", THREATEN, "Chile")}),
        (
            "Moscow repeated its threat that it would halt the deal unless Kenya apologised.",
            {("Russia", THREATEN, "Kenya")},
        ),
        ("The threat of a strike unless wages rise was repeated in Lisbon.", set()),
        # what is reneged on is no agreement any more
        ("Ethiopia has reneged on a fishing accord with Yemen.", {("Ethiopia", REJECT, "Yemen")}),
        ("Togo went back on a truce with Benin.", {("Togo", REJECT, "Benin")}),
        ("Kenya reneged on its promise to Somalia.", {("Kenya", REJECT, "Somalia")}),
        # demands of the own opposition and rulings of the own courts
        ("Togo rejected the opposition's demand for an inquiry.", {("Togo", REJECT, "Togo")}),
        ("Kenya ignored the court's ruling.", {("Kenya", REJECT, "Kenya")}),
        # culprits
        (
            "The Turkish president named Islamic State as the likely perpetrator of the bombing.",
            {("Turkey", ACCUSE, "Islamic State")},
        ),
        ("Ankara sees the PKK as the main suspect in the attack.", {("Turkey", ACCUSE, "PKK")}),
        ("Moscow declared the Scottish author a genius.", set()),
        # the main verb taken for a participle
        (
            "A Somali military court sentenced to death six al-Shabaab members for a bombing.",
            {("Somalia", COERCE, "al-Shabaab")},
        ),
        ("The man offered the post by Peru.", set()),
        # names known by a deed
        ("Rapaport criticized Garrett for voting against a bill.", {("Rapaport", ACCUSE, "Garrett")}),
        ("The governor praised Wiltshire for raising the pass rate.", {("governor", SUPPORT, "Wiltshire")}),
        ("Naomi Hogan accused Origin Energy of lying.", {("Naomi Hogan", ACCUSE, "Origin Energy")}),
        ("Everyone praised Easter eggs.", set()),
        ("She congratulated Mum on Sunday.", set()),
    ],
)
def test_read_as_a_reader_would(extractor, text, expected):
    assert said(extractor, text) == expected


def test_a_threat_under_a_condition_has_been_made(extractor):
    graph = extractor.extract(text="Peru's threat to shut the canal unless Chile pays was repeated.")
    assert [r.modality for r in graph.relations(type=THREATEN)] == ["actual"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # each accused of something else, in a verb or a noun
        (
            "The UN blamed Sudan for the raid and Chad for the delay.",
            {("United Nations", ACCUSE, "Sudan"), ("United Nations", ACCUSE, "Chad")},
        ),
        (
            "London accused Moscow of poisoning the spy and Minsk of helping.",
            {("United Kingdom", ACCUSE, "Russia"), ("United Kingdom", ACCUSE, "Belarus")},
        ),
        (
            "The pope thanked Italy for its patience and Malta for its help.",
            {("Holy See", SUPPORT, "Italy"), ("Holy See", SUPPORT, "Malta")},
        ),
        ("Chile blamed Peru for the leak in Lima and Bolivia for years.", {("Chile", ACCUSE, "Peru")}),
        # whose embassy it is
        (
            "Chilean students rallied outside the Peruvian embassy, denouncing the country's raids on the Aymara.",
            {
                ("Chile", "disputes.protests", "Peru"),
                ("Chile", ACCUSE, "Peru"),
                ("Peru", "fights.attacks", "Aymara"),
            },
        ),
        (
            "Peace Now will hold a protest, protesting Turkey's recent attacks against the Kurds.",
            {("Peace Now", "disputes.protests", "Turkey"), ("Turkey", "fights.attacks", "Kurds")},
        ),
        # who stops short stops nobody, who follows events does none of them, and a forum is no partner
        (
            "Gulf ministers denounced Israel's strike but stopped short of announcing a response.",
            {("Gulf ministers", ACCUSE, "Israel")},
        ),
        (
            "The Government of Chile has followed with concern the events of this summer in Kenya: the raid on Mombasa "
            "in which the Kenyan army killed nine people.",
            {("Kenya", "fights.attacks", "people")},
        ),
        ("Chile broke off diplomatic relations and took the matter to the United Nations.", set()),
        # who invades a land is none of its own
        ("Troops crossed the border and occupied two Eritrean villages, Asmara said.", set()),
    ],
)
def test_each_is_judged_for_his_own(extractor, text, expected):
    assert said(extractor, text) == expected


def test_a_second_charge_is_said_by_who_makes_it(extractor):
    graph = extractor.extract(text="Prosecutors accused Somalia of hiding pirates and Eritrea of jailing priests.")
    assert [r.attribution is not None for r in graph.relations(source="Eritrea")] == [True]


def test_a_minister_of_a_party_is_a_member_of_it(extractor):
    graph = extractor.extract(text="Foreign Minister Aziz Khan of the Justice Party visited Iran.")
    assert [(r.type, r.target.name) for r in graph.relations(type="affiliated")] == [
        ("affiliated.member_of", "Justice Party")
    ]


def test_who_is_paid_to_do_something_does_it(extractor):
    text = "The EU paid Mauritania 210 million euros to stop migrants."
    assert ("Mauritania", "restrains.limits", "migrants") in said(extractor, text)
    assert ("European Union", "restrains.limits", "migrants") not in said(extractor, text)


def test_who_fires_without_warning_threatens_nobody(extractor):
    text = "Peru and Chile quarrelled. The minister denied that the guards had opened fire without warning."
    assert said(extractor, text) == {("Peru", "disputes.rivals", "Chile")}
