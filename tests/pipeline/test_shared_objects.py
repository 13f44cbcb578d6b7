"""Objects that two verbs share, that come late or stand behind how they are called, and passives that go on."""

import pytest
from said import said

GIVEN = "cooperates.aids"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one object for two verbs
        ("Norway trades with, but does not recognise, Kosovo.", ("Norway", "cooperates", "Kosovo")),
        ("Spain sold trains to, and bought gas from, Algeria.", ("Spain", "cooperates", "Algeria")),
        ("Bolivia signed and later broke a treaty with Peru.", ("Bolivia", "cooperates", "Peru")),
        ("Bolivia signed and later broke a treaty with Peru.", ("Bolivia", "restrains", "Peru")),
        (
            "Rebels shot two monks and abducted, but freed after a week, a Danish nurse.",
            ("rebels", "restrains", "Denmark"),
        ),
        (
            "Rebels shot two monks and abducted, but freed after a week, a Danish nurse.",
            ("rebels", "cooperates", "Denmark"),
        ),
        # an object behind what is put in
        ("Uganda expelled, on Friday, the Kenyan envoy.", ("Uganda", "restrains", "Kenya")),
        ("The Chadian army shelled, in breach of the truce, Libyan positions.", ("Chad", "fights", "Libya")),
        # and behind how somebody calls it
        ("Baku rejected as baseless Yerevan's claim to the valley.", ("Azerbaijan", "disputes", "Armenia")),
        ("Lima condemned as unlawful Quito's raid on the embassy.", ("Peru", "disputes", "Ecuador")),
        # who gave it, wherever it stands
        ("Samoa was given patrol boats by Japan and promised two more by China.", ("China", "cooperates", "Samoa")),
        ("Samoa was given patrol boats by Japan and promised two more by China.", ("Japan", "cooperates", "Samoa")),
        ("Mali was refused loans by France and offered them by Russia.", ("France", "disputes", "Mali")),
        ("Mali was refused loans by France and offered them by Russia.", ("Russia", "cooperates", "Mali")),
        ("The king was hosted by Oman, snubbed by Iraq and jeered by crowds.", ("Iraq", "disputes", "king")),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.family, r.target) for r in said(text) if r.polarity == "affirmed"}


def test_what_is_denied_of_a_shared_object():
    found = {(r.source, r.type, r.target, r.polarity) for r in said("Fiji criticised, but refused to sanction, Tonga.")}
    assert ("Fiji", "disputes.accuses", "Tonga", "affirmed") in found
    assert ("Fiji", "restrains.sanctions", "Tonga", "negated") in found


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Mali criticised former Democrat Ana Kahn's support of the law.", "restrains"),
        ("Mali retreated, in May, its army beaten by the sun.", "fights"),
        ("Mali was hit by drought and sent shepherds by lorry to the coast.", "cooperates"),
        ("Mali left, on Monday, a minister said.", "restrains"),
    ],
)
def test_it_is_not_said(text, family):
    assert family not in {r.family for r in said(text)}
