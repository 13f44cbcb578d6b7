"""What the options of frames and the composition of words change, each kind on sentences of its own."""

import pytest
from said import said


def found(text: str) -> set[tuple[str, str, str]]:
    return {(one.source, one.type, one.target) for one in said(text) if not one.type.startswith("affiliated.member")}


@pytest.mark.parametrize(
    "text",
    [
        "Norway led the creation of the Arctic Council.",
        "Wizz Air controls a fifth of the Polish market.",
        "The panel reconciled Denmark's target with the budget.",
        "Belgium met a campaign of Congolese resistance.",
        "The summit eliminated all hopes of a Cypriot deal.",
        "Reporters from Kenya asked their questions in Uganda.",
        "Austria and Chile set up a United Nations panel.",
    ],
)
def test_the_owner_of_a_thing_is_not_led_met_or_ordered(text):
    assert found(text) == set()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Iranian president met Omani officials.", ("Iran", "cooperates.consults", "Oman")),
        ("Ghanaian gunboats attacked Togolese ships.", ("Ghana", "fights.attacks", "Togo")),
        ("Jakarta invited the Bruneian delegation.", ("Indonesia", "cooperates.agrees", "Brunei")),
    ],
)
def test_people_and_bodies_are_the_actor_and_ships_are_attacked(text, relation):
    assert relation in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sweden wants to prevent the Korean conflict from spreading.",
        "Chad hopes to prevent another attack on Mali.",
        "Pressure led the Danish delegation to leave Geneva.",
        "Egypt and Syria argued that the dam was too high.",
        "Poland told Latvia that the train would be late.",
    ],
)
def test_wars_named_after_nations_victims_and_clauses_are_no_targets(text):
    assert found(text) == set()


def test_a_verb_does_without_its_companion_between_states_that_give_and_take():
    assert ("Sudan", "cooperates.concedes", "Chad") in found("Sudan returned two lions to Chad.")
    assert found("Britain's envoy returned to Malta in May.") == set()
    assert found("The singer returned to Ghana from Togo.") == set()


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        (
            "Kenya's parliament rejected a request by Uganda.",
            {("Kenya", "disputes.rejects", "Uganda"), ("Uganda", "disputes.demands", "Kenya")},
        ),
        (
            "Nigeria accepted demands from the rebels.",
            {("Nigeria", "cooperates.concedes", "rebels"), ("rebels", "disputes.demands", "Nigeria")},
        ),
        ("Belgium received an invitation from Rwanda.", {("Rwanda", "cooperates.agrees", "Belgium")}),
    ],
)
def test_who_answers_is_whom_a_request_or_an_offer_is_made_to(text, relations):
    assert found(text) == relations


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Britain agreed to end the siege of Havana.", ("United Kingdom", "cooperates.concedes", "Cuba")),
        ("Britain agreed to end the siege of Havana.", ("United Kingdom", "cooperates.agrees", "Cuba")),
        ("Peru dropped plans to expel Chilean diplomats.", ("Peru", "cooperates.concedes", "Chile")),
        ("Brazil reversed a decision to sanction Bolivia.", ("Brazil", "cooperates.concedes", "Bolivia")),
        ("Hungary refused to allow Dutch inspectors into the camp.", ("Hungary", "restrains.limits", "Netherlands")),
        ("Spain criticised human rights abuses in Venezuela.", ("Spain", "disputes.accuses", "Venezuela")),
        ("The UN-brokered talks in Yemen collapsed.", ("United Nations", "cooperates.consults", "Yemen")),
        ("Greece found the Turkish reply unacceptable.", ("Greece", "disputes.rejects", "Turkey")),
        ("Canada helped the United States reach an agreement.", ("Canada", "cooperates.aids", "United States")),
        ("Two French soldiers died in an attack by Chad.", ("Chad", "fights.attacks", "France")),
        ("The Afghans fled Soviet occupation.", ("Soviet Union", "restrains.coerces", "Afghanistan")),
        ("Finland joined the sanctions against Russia.", ("Finland", "restrains.sanctions", "Russia")),
        (
            "The United States recognized the new government of Chile.",
            ("United States", "cooperates.supports", "Chile"),
        ),
        ("The Danish minister arrived in Tokyo.", ("Denmark", "cooperates.consults", "Japan")),
        ("Mr Chirac of France is due in Egypt next week.", ("France", "cooperates.consults", "Egypt")),
    ],
)
def test_what_words_make_of_words(text, relation):
    assert relation in found(text)


def test_a_plan_that_is_dropped_does_not_happen():
    assert ("Peru", "restrains.sanctions", "Chile") not in found("Peru dropped plans to expel Chilean diplomats.")
