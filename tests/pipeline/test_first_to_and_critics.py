"""Who is told apart by what he did first, whose critics they are, and what is only to be stopped."""

import pytest
from said import said


def _found(text):
    return {(r.source, r.type, r.target, r.polarity, r.modality) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Latvia was among the first countries to recognise Kosovo.", "actual"),
        ("Chile was the first Andean state to recognise Kosovo.", "actual"),
        ("Samoa became the last state to recognise Kosovo.", "actual"),
        ("Peru hopes to be the first state to recognise Kosovo.", "intended"),
        ("Peru set up a ministry to recognise Kosovo.", "intended"),
    ],
)
def test_what_the_first_did_is_done(text, modality):
    found = {r.modality for r in said(text) if r.type == "cooperates.supports" and r.target == "Kosovo"}
    assert found == {modality}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Oman's critics accuse it of funding Hamas.", ("critics", "disputes.accuses", "Oman")),
        ("Oman hosts Hamas. Its critics accuse it of funding the movement.", ("critics", "disputes.accuses", "Oman")),
        ("Oman's critics accuse it of funding Hamas.", ("Oman", "cooperates.aids", "Hamas")),
        ("Regional leaders urged Mali's junta to hold a vote.", ("regional leaders", "disputes.demands", "Mali")),
        # who is judged for something of his
        (
            "Kenya retaliated against Uganda over its support of the rebels.",
            ("Uganda", "cooperates.supports", "rebels"),
        ),
        (
            "Lima turned against Quito over its purchase of Russian tanks.",
            ("Ecuador", "cooperates.collaborates", "Russia"),
        ),
        # what one is asked to pull back, one has sent oneself
        (
            "Norway asked Belgrade to pull back troops that it had massed near Kosovo.",
            ("Serbia", "fights.mobilizes", "Kosovo"),
        ),
        # with whom one has something
        ("Peru armed the Karen rebels, with whom it had close ties.", ("Peru", "cooperates.supports", "Karen rebels")),
        # short for a known name
        ("The Tamil Tigers fought India. India banned the Tigers.", ("India", "restrains.coerces", "LTTE")),
    ],
)
def test_it_is_said(text, expected):
    named = {"Liberation Tigers of Tamil Eelam": "LTTE"}
    found = {(named.get(s, s), t, named.get(o, o)) for s, t, o, polarity, _ in _found(text) if polarity == "affirmed"}
    assert expected in found


def test_who_says_so_is_not_whose_opponents_they_are():
    attributed = {r.attribution for r in said("Chad's opponents say it bombed Mali.") if r.family == "fights"}
    assert attributed == {"Chad's opponents"}


@pytest.mark.parametrize(
    ("text", "type_", "polarity"),
    [
        ("Greece vetoed a meeting of Turkey and Austria.", "cooperates.consults", "negated"),
        ("Greece opposed a meeting of Turkey and Austria.", "cooperates.consults", "affirmed"),
        ("Serbia vowed to block Kosovo's integration with NATO.", "cooperates.collaborates", "affirmed"),
        ("Serbia blocked Kosovo's cooperation with NATO.", "cooperates.collaborates", "negated"),
        ("Kyiv complained that Serbia's visit to Russia had not been coordinated.", "cooperates.consults", "affirmed"),
        ("Serbia's raid on Kosovo was not provoked.", "fights.attacks", "affirmed"),
        ("Serbia's raid on Kosovo was not carried out.", "fights.attacks", "negated"),
    ],
)
def test_polarity(text, type_, polarity):
    assert {r.polarity for r in said(text) if r.type == type_} == {polarity}


def test_an_operation_is_nobody():
    assert not any(
        "Operation" in name
        for r in said("Operation Iron Fist failed to destroy Hamas.")
        for name in (r.source, r.target)
    )


@pytest.mark.parametrize("which", ["similar", "separate", "parallel"])
def test_what_each_has_is_not_with_the_other(which):
    found = {(r.source, r.target) for r in said(f"Chile and Peru struck {which} deals with Ghana.")}
    assert found == {("Chile", "Ghana"), ("Peru", "Ghana")}
    assert not said(f"Chile and Peru struck {which} deals.")


@pytest.mark.parametrize("judge", ["the United Nations", "a court in The Hague"])
def test_what_a_court_is_asked_to_settle_is_his_who_asks(judge):
    found = {(r.source, r.type, r.target) for r in said(f"Ghana asked {judge} to settle its border dispute with Togo.")}
    assert ("Ghana", "disputes.rivals", "Togo") in found
    assert not any(type_ == "cooperates.agrees" for _, type_, _ in found)


def test_what_a_state_is_urged_to_settle_is_its_own():
    found = {(r.source, r.type, r.target) for r in said("Peru urged Chile to settle its dispute with Bolivia.")}
    assert {("Chile", "disputes.rivals", "Bolivia"), ("Chile", "cooperates.agrees", "Bolivia")} <= found
