"""Threats in the alternative of a demand, who is to leave a body, inquiries and suits, whose strength is matched."""

import pytest
from said import said, who

DEMAND = "disputes.demands"
THREAT = "disputes.threatens"
ACCUSED = "disputes.accuses"
REFUSED = "disputes.rejects"
RIVAL = "disputes.rivals"
PROTEST = "disputes.protests"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what follows an unmet demand is a threat
        ("Washington told Khartoum to hand over the suspects or face sanctions.", ("United States", THREAT, "Sudan")),
        ("The European Union told Poland to reverse the reform or risk fines.", ("European Union", THREAT, "Poland")),
        ("Iran must comply or else face new sanctions, the White House said.", ("United States", THREAT, "Iran")),
        ("The UN urged Eritrea to cooperate or face isolation.", ("United Nations", THREAT, "Eritrea")),
        ("Cairo ordered the Qatari envoy to leave or face arrest.", ("Egypt", THREAT, "Qatar")),
        ("Chad demanded that Libya free the pilots or be bombed.", ("Chad", THREAT, "Libya")),
        # and what is threatened "that" somebody will do, or if another does something
        ("Erdogan has threatened that Turkey would open the gates to Europe.", ("Turkey", THREAT, "Europe")),
        (
            "The Serbian general threatened that if Kosovo did not back down, tanks would roll.",
            ("Serbia", THREAT, "Kosovo"),
        ),
        ("Egypt gave the government in Tripoli 48 hours to disarm the militias.", ("Egypt", THREAT, "Libya")),
        # a withdrawal is asked of who is to go, not of what he is to leave
        (
            "Mali demanded the withdrawal of French, German and Danish soldiers from the UN mission.",
            ("Mali", DEMAND, "Germany"),
        ),
        ("Cyprus demands the withdrawal of Turkish troops from the island.", ("Cyprus", DEMAND, "Turkey")),
        ("Serbia insisted on the departure of British monitors from the OSCE.", ("Serbia", DEMAND, "United Kingdom")),
        ("Niger demanded the removal of Benin from the union.", ("Niger", DEMAND, "union")),
        # inquiries and suits
        (
            "The United Nations opened an inquiry aimed mainly at Eritrean officers.",
            ("United Nations", ACCUSED, "Eritrea"),
        ),
        ("Swiss prosecutors opened a probe targeting Venezuelan officials.", ("Switzerland", ACCUSED, "Venezuela")),
        ("The court will hear Ukraine's case against Russia.", ("Ukraine", ACCUSED, "Russia")),
        ("India's supreme court threw out a plea by opposition leader Rahul Gandhi.", ("India", REFUSED, "India")),
        ("Germany's constitutional court rejected a complaint by Greek pensioners.", ("Greece", DEMAND, "Germany")),
        # whose strength is to be matched
        ("India is trying to catch up with Chinese missile technology.", ("India", RIVAL, "China")),
        ("Pakistan built the bomb to match Indian capability.", ("Pakistan", RIVAL, "India")),
        # who stays away from what another holds
        (
            "Palestinian lawmakers boycotted the American vice president's address.",
            ("Palestine", REFUSED, "United States"),
        ),
        ("Taiwan boycotted the Chinese premier's banquet.", ("Taiwan", REFUSED, "China")),
        ("Palestinian prisoners began a hunger strike against Israeli rules.", ("Palestine", PROTEST, "Israel")),
    ],
)
def test_it_is_said(text, expected):
    assert expected in {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        (
            "Mali demanded the withdrawal of French soldiers from the UN mission.",
            "disputes",
            ("Mali", "United Nations"),
        ),
        (
            "Mali demanded the withdrawal of French soldiers from the UN mission.",
            "restrains",
            ("France", "United Nations"),
        ),
        ("NATO warned Belgrade to withdraw its troops or face air strikes.", "restrains", ("Serbia", "NATO")),
        ("Palestinian prisoners began a hunger strike against Israeli rules.", "fights", ("Palestine", "Israel")),
        ("Peru appealed to striking Chilean doctors to return.", "fights", ("Peru", "Chile")),
        ("Spain opened an investigation that targets Moroccan spies.", "fights", ("Spain", "Morocco")),
        ("The Kenyan government matched Indian farmers with buyers.", "disputes", ("Kenya", "India")),
        ("Chad's case for debt relief convinced Norway.", "disputes", ("Chad", "Norway")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Ethiopia asked Kenya to stay or leave the talks.",
        "The UN said that Somalia must get rain or face famine.",
        "Peru asked Chile to send a judge or a deputy.",
    ],
)
def test_no_threat_is_made(text):
    assert THREAT not in {relation.type for relation in said(text)}


def test_a_threat_held_out_is_made_now():
    threats = [r for r in said("Lima urged Quito to free the pilots or face a boycott.") if r.type == THREAT]
    assert [(r.source, r.target, r.modality, r.polarity) for r in threats] == [
        ("Peru", "Ecuador", "actual", "affirmed")
    ]


def test_rivalry_is_told_once():
    found = [r for r in said("China aims to match and surpass American naval power.") if r.type == RIVAL]
    assert len(found) == 1
