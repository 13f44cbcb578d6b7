"""What lasts ("remains blockaded"), whose passive it is, who jails where, and what is asked behind a clause."""

import pytest
from said import said, who


def ends(text: str) -> set[tuple[str, str]]:
    return {(one.source, one.target) for one in said(text) if one.family != "affiliated"}


@pytest.mark.parametrize(
    ("text", "source", "target", "family"),
    [
        ("Gaza remains blockaded by Israel.", "Israel", "Palestine", "restrains"),
        ("Chechnya stayed occupied by Russian troops until 1996.", "Russia", "Chechnya", "restrains"),
        ("Two Peruvian journalists remain imprisoned in Chile.", "Chile", "Peru", "restrains"),
        ("Iranian banks remain largely cut off by the United States.", "United States", "Iran", "restrains"),
        ("Taiwan remains threatened by China.", "China", "Taiwan", "disputes"),
        ("French soldiers remained deployed in Mali until 2022.", "France", "Mali", "fights"),
        ("Cuban troops remained stationed in Angola.", "Cuba", "Angola", "fights"),
        ("Russian forces stood massed on Ukraine's border.", "Russia", "Ukraine", "fights"),
        ("Iran remained allied with Syria.", "Iran", "Syria", "cooperates"),
        ("Egypt remains determined to crush the Islamic State.", "Egypt", "Islamic State", "fights"),
        ("Peru said that Chile remained besieged by Bolivia.", "Bolivia", "Chile", "restrains"),
        # the passive has a subject of its own
        ("Peru said that Chile was besieged by Bolivia.", "Bolivia", "Chile", "restrains"),
        ("After Chile was occupied by Bolivia, Peru fled.", "Bolivia", "Chile", "restrains"),
        # who jails is said by where
        ("A Polish senator was imprisoned in Minsk.", "Belarus", "Poland", "restrains"),
        ("Two Kenyans were arrested in Kampala.", "Uganda", "Kenya", "restrains"),
        ("An Israeli tourist was detained in Istanbul.", "Turkey", "Israel", "restrains"),
        ("The Libyan consul, who is detained in Tunis, met his wife.", "Tunisia", "Libya", "restrains"),
        # what is asked of somebody stands behind a clause about him
        (
            "Chad asked Togo, which sells gas, to mediate between Mali and Iran.",
            "Togo",
            "Mali",
            "cooperates",
        ),
        ("Chile urged Peru, which borders Bolivia, to close its ports to Brazil.", "Peru", "Brazil", "restrains"),
        ("Kenya persuaded Uganda, which is poor, to free two Ethiopian pilots.", "Uganda", "Ethiopia", "cooperates"),
    ],
)
def test_who_does_it_to_whom(text, source, target, family):
    assert (source, target) in who(text, family)
    assert (target, source) not in who(text, family) or family == "cooperates"


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Peru said that Chile was besieged by Bolivia.", "Bolivia", "Peru"),
        ("A Kenyan was arrested in Kampala by the FBI.", "Uganda", "Kenya"),
        ("Egypt met Sudan, which refused, to nobody's surprise, to pay Chad.", "Egypt", "Chad"),
        ("The archives of Peru lay hidden in Chile.", "Chile", "Peru"),
        ("The envoy of Chad stayed convinced of Mali.", "Mali", "Chad"),
    ],
)
def test_who_does_nothing(text, source, target):
    assert (source, target) not in ends(text)
