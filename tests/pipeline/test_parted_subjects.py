"""The subject of a second main clause, which an aside parts from its verb: "…, and Niamey in turn lifted"."""

import pytest
from said import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 1890 Britain ceded Heligoland to Germany, and Berlin in return gave up the fort to Britain.",
         ("Germany", "cooperates.concedes", "United Kingdom")),
        ("Spain expelled two Moroccan envoys, and Rabat in response recalled its ambassador from Spain.",
         ("Morocco", "restrains.sanctions", "Spain")),
        ("Peru freed the sailors in May, and Quito a week later freed three Peruvian pilots.",
         ("Ecuador", "cooperates.concedes", "Peru")),
        ("Mali closed the road, and Nouakchott on Monday banned Malian lorries.",
         ("Mauritania", "restrains.sanctions", "Mali")),
        ("Norway offered to host the two sides, and Finland a week later condemned Togo.",
         ("Finland", "disputes.accuses", "Togo")),
        ("Togo sheltered the deserters, but Accra in the end condemned Togo.",
         ("Ghana", "disputes.accuses", "Togo")),
    ],
)  # fmt: skip
def test_the_name_behind_and_acts_in_the_second_clause(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in {(one.source, one.type, one.target) for one in said(text)}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "The United States warned Mali, Chad, and Niger in May and later expelled their envoys.",
            {"Mali", "Chad", "Niger"},
        ),
        ("Turkey condemned Greece, and in the end recalled its ambassador.", {"Greece"}),
    ],
)
def test_a_list_stays_a_list(text: str, pairs: set[str]) -> None:
    assert pairs <= {one.target for one in said(text)}
    assert not pairs & {one.source for one in said(text)}
