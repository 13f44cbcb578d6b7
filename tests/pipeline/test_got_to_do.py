"""What one is got to do or only should be, claims and who answers them, and whose a deed is that others help."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    ("text", "family", "pair", "polarity", "modality"),
    [
        ("Jordan persuaded Iraq to free the Danish sailors.", "cooperates", ("Iraq", "Denmark"), "affirmed", "actual"),
        ("Jordan got Iraq to expel the Danish envoy.", "restrains", ("Iraq", "Denmark"), "affirmed", "actual"),
        (
            "Jordan tried to get Iraq to expel the Danish envoy.",
            "restrains",
            ("Iraq", "Denmark"),
            "affirmed",
            "intended",
        ),
        ("Jordan tried to help Iraq bomb Kuwait.", "fights", ("Iraq", "Kuwait"), "affirmed", "intended"),
        (
            "Jordan's efforts to make Iraq expel the Danish envoy go on.",
            "restrains",
            ("Iraq", "Denmark"),
            "affirmed",
            "intended",
        ),
        (
            "Jordan had the task of persuading Iraq to invade Kuwait.",
            "fights",
            ("Iraq", "Kuwait"),
            "affirmed",
            "intended",
        ),
        ("Jordan failed to persuade Iraq to invade Kuwait.", "fights", ("Iraq", "Kuwait"), "negated", "actual"),
        ("Jordan tried to bomb Kuwait.", "fights", ("Jordan", "Kuwait"), "affirmed", "actual"),
        ("Jordan is unlikely to recognise Kosovo.", "cooperates", ("Jordan", "Kosovo"), "negated", "possible"),
    ],
)
def test_how_it_is_done(text, family, pair, polarity, modality):
    found = [(r.polarity, r.modality) for r in said(text) if r.family == family and (r.source, r.target) == pair]
    assert found == [(polarity, modality)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Latvia says Belarus is arming the smugglers, an accusation Minsk rejects.", ("Belarus", "Latvia")),
        ("Latvia was accused by Minsk of sheltering the PKK, a charge Riga denies.", ("Latvia", "Belarus")),
        ("Latvia has accused Belarus of spying, a claim Minsk dismissed as absurd.", ("Belarus", "Latvia")),
    ],
)
def test_who_rejects_a_charge(text, pair):
    assert pair in who(text, "disputes.rejects")


@pytest.mark.parametrize(
    ("text", "family", "expected", "not_expected"),
    [
        (
            "The Serbs repelled a Bulgarian raid assisted by Austrian gunners.",
            "fights",
            ("Serbia", "Bulgaria"),
            ("Serbia", "Austria"),
        ),
        (
            "Indian units overran a Nepali camp guarded by Tibetan scouts.",
            "fights",
            ("India", "Nepal"),
            ("India", "Tibet"),
        ),
        ("British rockets fired by Kuwait hit Iraq.", "fights", ("Kuwait", "Iraq"), ("United Kingdom", "Iraq")),
    ],
)
def test_whose_deed_it_is(text, family, expected, not_expected):
    found = who(text, family)
    assert expected in found
    assert not_expected not in found


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Pressure from Oslo stopped Reykjavik from selling the trawlers.", "restrains.limits", ("Norway", "Iceland")),
        ("Opposition from Kenya prevented Somalia from joining the bank.", "restrains.limits", ("Kenya", "Somalia")),
        ("Fiji rejected criticism from Samoa.", "disputes.rejects", ("Fiji", "Samoa")),
    ],
)
def test_what_comes_from_somebody_is_his(text, family, pair):
    assert pair in who(text, family)


def test_what_is_supplied_is_no_recipient():
    assert not who("Ghana supplied drones and engineers.", "cooperates.aids")
    assert ("Ghana", "Togo") in who("Ghana supplied Togo with drones and engineers.", "cooperates.aids")
