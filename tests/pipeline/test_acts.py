"""Acts over acts: refusing, threatening, promising, ending and permitting are relations of their own."""

import pytest
from said import extraction, said


def between(text: str) -> dict[str, tuple[str, str]]:
    """Return the types that hold from Ghana to Togo, each with polarity and modality."""
    found = [one for one in said(text) if ("Ghana", "Togo") in one.orders]
    assert len(found) == len({one.type for one in found}), found
    return {one.type: (one.polarity, one.modality) for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Ghana refused to arm Togo.",
        "Ghana declined to support Togo.",
        "Ghana has refused to lift sanctions on Togo.",
        "Ghana refused to sign a treaty with Togo.",
        "Ghana refused to meet Togo.",
        "Ghana rejected talks with Togo.",
    ],
)
def test_refusing_what_is_friendly_is_a_rejection_and_nothing_else(text):
    assert between(text) == {"disputes.rejects": ("affirmed", "actual")}


def test_refusing_what_is_hostile_is_not_doing_it():
    assert between("Ghana refused to condemn Togo.") == {"disputes.accuses": ("negated", "actual")}


def test_not_refusing_is_a_rejection_denied():
    assert between("Ghana did not refuse to arm Togo.") == {"disputes.rejects": ("negated", "actual")}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ghana threatened to bomb Togo.", "fights.attacks"),
        ("Ghana has threatened to attack Togo.", "fights.attacks"),
        ("Ghana threatened to impose sanctions on Togo.", "restrains.sanctions"),
    ],
)
def test_a_threat_is_actual_and_what_is_threatened_is_not(text, act):
    found = between(text)
    assert found["disputes.threatens"] == ("affirmed", "actual")
    assert found.get(act, ("affirmed", "possible"))[1] != "actual"
    assert set(found) <= {"disputes.threatens", act}


def test_a_threat_keeps_what_is_said_of_it():
    assert between("Ghana may threaten to bomb Togo.")["disputes.threatens"] == ("affirmed", "possible")
    assert between("Ghana did not threaten to bomb Togo.")["disputes.threatens"] == ("negated", "actual")
    attributions = {one.attribution for one in said("Benin said Ghana threatened to bomb Togo.")}
    assert attributions == {"Benin"}


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ghana promised to arm Togo.", "cooperates.aids"),
        ("Ghana agreed to fund Togo.", "cooperates.aids"),
        ("Ghana vowed to support Togo.", "cooperates.supports"),
        ("Ghana agreed to cooperate with Togo.", "cooperates.collaborates"),
    ],
)
def test_a_promise_is_an_agreement_and_the_act_is_intended(text, act):
    assert between(text) == {"cooperates.agrees": ("affirmed", "actual"), act: ("affirmed", "intended")}


def test_a_promise_to_attack_is_no_agreement():
    found = between("Ghana pledged to attack Togo.")
    assert not any(kind.startswith("cooperates.") for kind in found)
    assert found["fights.attacks"] == ("affirmed", "intended")


@pytest.mark.parametrize("text", ["Ghana lifted the embargo on Togo.", "Ghana ended its siege of Togo."])
def test_ending_a_hostile_measure_concedes_and_is_not_the_measure(text):
    assert between(text) == {"cooperates.concedes": ("affirmed", "actual")}


def test_ending_help_is_a_sanction_and_not_help():
    assert between("Ghana suspended aid to Togo.") == {"restrains.sanctions": ("affirmed", "actual")}


@pytest.mark.parametrize("text", ["Ghana does not allow Togo to fish.", "Ghana did not permit Togo to fish."])
def test_not_permitting_is_limiting(text):
    assert between(text) == {"restrains.limits": ("affirmed", "actual")}


def test_the_words_of_a_composed_act_are_those_of_its_governing_verb():
    (relation,) = [r for r in extraction("Ghana threatened to bomb Togo.").relations if r.type == "disputes.threatens"]
    assert relation.evidence[0].trigger.text == "threatened"
    (relation,) = extraction("Ghana refused to arm Togo.").relations
    assert relation.evidence[0].trigger.text.startswith("refused")
