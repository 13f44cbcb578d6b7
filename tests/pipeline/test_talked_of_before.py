"""Whose what is that names nobody: talks, truces and denials of two of whom the text has spoken, lists, asides."""

import pytest
from said import said, who

TALKS = "cooperates.consults"
RIVALS = "disputes.rivals"
REJECTS = "disputes.rejects"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what needs two and names none is that of the two of whom the text speaks
        ("Norway and Sweden quarrelled over herring. Talks collapsed in June.", ("Norway", TALKS, "Sweden")),
        ("Laos and Myanmar have long been enemies. Tensions rose again in 1998.", ("Laos", RIVALS, "Myanmar")),
        ("Laos and Myanmar were at odds. A truce was signed in 1998.", ("Laos", "cooperates.concedes", "Myanmar")),
        ("Laos and Myanmar went to war. Japan tried to mediate.", ("Japan", TALKS, "Myanmar")),
        ("Laos and Myanmar went to war. Japan offered its good offices.", ("Japan", TALKS, "Laos")),
        ("Laos and Myanmar went to war. Talks brokered by Japan failed.", ("Japan", TALKS, "Laos")),
        ("Laos and Myanmar went to war. Japan hosted the parties in Kyoto.", ("Japan", TALKS, "Myanmar")),
        ("The Herring Crisis\n\nRelations between Norway and Sweden soured in June.", ("Norway", RIVALS, "Sweden")),
        # what somebody denies is what another one has said of him
        ("Estonia says that Belarus jammed the radar, which Minsk denies.", ("Belarus", REJECTS, "Estonia")),
        ("Estonia said Belarus had jammed the radar. Minsk denied it.", ("Belarus", REJECTS, "Estonia")),
        (
            "The African Union concluded that Chad had hidden the fugitives. Chad dismissed the conclusion.",
            ("Chad", REJECTS, "African Union"),
        ),
        ("Kenya shut the bridge. Uganda called the closure illegal.", ("Uganda", "disputes.accuses", "Kenya")),
        # the owner of a list, and of its second half
        (
            "Spain disliked Italy's feud with Malta, its overtures to Libya, and its criticism of Cyprus.",
            ("Italy", "disputes.accuses", "Cyprus"),
        ),
        (
            "Spain condemned Italy's raids on Malta and its threats against Cyprus.",
            ("Italy", "disputes.threatens", "Cyprus"),
        ),
        # two relative clauses with one pronoun
        ("The rebels, whom Peru had financed and Chile trained, disbanded.", ("Chile", "cooperates.aids", "rebels")),
        ("The offer, which Kenya had drafted but Uganda rejected, was shelved.", ("Uganda", REJECTS, "Kenya")),
        # what stands between the judgement and the deed
        (
            "Finland berated Latvia during the debate for having received Lavrov.",
            ("Latvia", TALKS, "Lavrov"),
        ),
        (
            "Peru accused Chile, on the flimsiest evidence, of arming the rebels.",
            ("Chile", "cooperates.aids", "rebels"),
        ),
        ("Peru accused Chile, not without reason, of greed.", ("Peru", "disputes.accuses", "Chile")),
        # a subject and its verb that a participle parts
        (
            "The conference broke up after Ghana, backed by Nigeria, rejected the Togolese proposal.",
            ("Ghana", REJECTS, "Togo"),
        ),
        (
            "The exiles fled before Chad, prodded by Libya, recognised the rebels.",
            ("Chad", "cooperates.supports", "rebels"),
        ),
    ],
)
def test_it_is_said(text, expected):
    found = {(r.source, r.type, r.target) for r in said(text) if r.polarity == "affirmed"}
    assert expected in found or (expected[2], expected[1], expected[0]) in found


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Laos and Myanmar were at odds. Brazil and Chile met. Talks collapsed.", "cooperates", ("Laos", "Myanmar")),
        ("Laos and Myanmar were at odds. Talks with unions collapsed.", "cooperates", ("Laos", "Myanmar")),
        ("Laos and Myanmar were at odds. Japan mediated in the strike.", "cooperates", ("Japan", "Laos")),
        ("Chad objected to Libya's alliance with Sudan and its raids began.", "fights", ("Chad", "Libya")),
        ("Estonia said the radar, which Belarus jammed, was old.", "disputes", ("Belarus", "Estonia")),
        ("The canal that Peru dug and Chile attacked Bolivia.", "fights", ("Chile", "Peru")),
    ],
)
def test_it_is_not_said(text, family, pair):
    assert pair not in who(text, family)
