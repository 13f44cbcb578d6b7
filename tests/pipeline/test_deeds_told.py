"""Deeds as statements and articles tell of them: what they cost, who owns up to them, and rewards for their doers."""

import pytest
from said import said


def triples(text):
    return {(r.source, r.type.partition(".")[0], r.target) for r in said(text)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The raid by Boko Haram in which 20 farmers were killed shocked Chad.", ("Boko Haram", "fights", "farmers")),
        (
            "ETA admitted the bombing, in which two Portuguese policemen lost their lives.",
            ("ETA", "fights", "Portugal"),
        ),
        ("Niger blamed ISIL for the raid in which six nurses were killed.", ("Islamic State", "fights", "nurses")),
        ("On Monday the PKK carried out an ambush in which six nurses died.", ("PKK", "fights", "nurses")),
        ("The Houthis launched a raid on the dock, where three workers were killed.", ("Houthis", "fights", "workers")),
        (
            "Peru condemns the attack on a church in Jolo, where 20 monks were killed and for which Abu Sayyaf claimed "
            "responsibility.",
            ("Abu Sayyaf", "fights", "monks"),
        ),
    ],
)
def test_whose_deed_it_was_in_which_people_died(text, relation):
    assert relation in triples(text)


@pytest.mark.parametrize(
    "text",
    [
        "We condemn the attack on the AMISOM base, in which three Burundian peacekeepers lost their lives.",
        "The attack on the Danish embassy, in which eight soldiers died, shocked Denmark.",
        "Chad, in which nine Peruvian soldiers lost their lives, is rich.",
    ],
)
def test_who_is_struck_there_or_lies_there_did_not_do_it(text):
    assert not {relation for relation in triples(text) if relation[1] == "fights"}


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ("Norway condemns the bombing in Kampala, for which al-Shabaab has claimed responsibility.", "al-Shabaab"),
        ("Norway condemned the attack in Garissa claimed by al-Shabaab.", "al-Shabaab"),
        ("Norway condemned the bombing, for which nobody has claimed responsibility.", None),
        ("Norway condemned the crash, for which Boeing took responsibility.", None),
    ],
)
def test_who_owns_up_to_a_deed_is_condemned_with_it(text, culprit):
    accused = {target for source, family, target in triples(text) if (source, family) == ("Norway", "disputes")}
    assert accused == ({culprit} if culprit else set())


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The FBI offers a reward for information leading to the arrest of Ramon Diaz.", "Ramon Diaz"),
        ("The State Department offers rewards for information that will disrupt the finances of Hamas.", "Hamas"),
        ("The FBI published information leading to the arrest of Ramon Diaz.", None),
    ],
)
def test_who_offers_a_reward_wants_done_what_it_is_for(text, target):
    found = {(r.source, r.target, r.modality) for r in said(text) if r.type.startswith("restrains.")}
    assert found == ({("United States", target, "intended")} if target else set())
