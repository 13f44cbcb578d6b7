"""Conditions in words of their own, deeds that were never done, denials of denials, and who says so in mid-sentence."""

import pytest
from said import said


def told(text, family):
    return {(r.source, r.target, r.polarity, r.modality) for r in said(text) if family in (r.family, r.type)}


@pytest.mark.parametrize(
    ("text", "family", "pair", "modality"),
    [
        (
            "Oman will pay on condition that Chad releases the Omani crew.",
            "cooperates",
            ("Chad", "Oman"),
            "conditional",
        ),
        (
            "Kenya will sign if and when Uganda frees the Kenyan traders.",
            "cooperates",
            ("Uganda", "Kenya"),
            "conditional",
        ),
        ("In case Peru attacks Chile, Bolivia will close its ports.", "fights", ("Peru", "Chile"), "conditional"),
        ("The pact holds in the event of an attack by Togo on Ghana.", "fights", ("Togo", "Ghana"), "conditional"),
        ("Were China to invade Nepal, India would help Kathmandu.", "fights", ("China", "Nepal"), "conditional"),
        (
            "Had Rome warned Vienna in time, the fleet would not have sailed.",
            "disputes",
            ("Italy", "Austria"),
            "conditional",
        ),
        ("In case of doubt, Peru attacks Chile.", "fights", ("Peru", "Chile"), "actual"),
    ],
)
def test_conditions(text, family, pair, modality):
    assert (*pair, "affirmed", modality) in told(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair", "polarity"),
    [
        # what was not sent or used did nothing
        ("Spain did not send planes to bomb Morocco.", "fights", ("Spain", "Morocco"), "negated"),
        ("A storm kept Norway from sending tents to help Iceland.", "cooperates", ("Norway", "Iceland"), "negated"),
        (
            "Ghana refused to let Togolese pilots cross its land to attack Benin.",
            "fights",
            ("Togo", "Benin"),
            "negated",
        ),
        ("Norway did send tents to help Iceland.", "cooperates", ("Norway", "Iceland"), "affirmed"),
        (
            "Malawi has no wish to see Zambian police arrest the Angolan envoy.",
            "restrains",
            ("Zambia", "Angola"),
            "negated",
        ),
        # whoever denies nothing says it
        ("Nobody denies that Cuba helped Angola.", "cooperates", ("Cuba", "Angola"), "affirmed"),
        ("Cuba does not deny that it helped Angola.", "cooperates", ("Cuba", "Angola"), "affirmed"),
        ("Nobody believes that Cuba attacked Haiti.", "fights", ("Cuba", "Haiti"), "negated"),
        # a phrase that denies the clause stands apart from it
        ("At no time, said the envoy, did Latvia help Georgia.", "cooperates", ("Latvia", "Georgia"), "negated"),
        ("In no time Latvia helped Georgia.", "cooperates", ("Latvia", "Georgia"), "affirmed"),
    ],
)
def test_polarity(text, family, pair, polarity):
    assert {how for *who, how, _ in told(text, family) if tuple(who) == pair} == {polarity}


def test_what_would_not_have_been_done_is_no_refusal():
    assert not told("Sudan would never have signed with Chad but for Egypt.", "disputes.rejects")
    assert told("Sudan will never sign with Chad.", "disputes.rejects")


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Peru, the Chilean minister said, attacked Bolivia.", "Chilean minister"),
        ("Peru, said the Chilean minister, attacked Bolivia.", "Chilean minister"),
        ("In March, the inspectors reported, Peru attacked Bolivia.", "inspectors"),
        ("Peru, it was reported, has attacked Bolivia.", "reported"),
        ("Peru attacked Bolivia in March.", None),
    ],
)
def test_speakers_between(text, speaker):
    assert [(r.source, r.target, r.attribution) for r in said(text) if r.family == "fights"] == [
        ("Peru", "Bolivia", speaker)
    ]
