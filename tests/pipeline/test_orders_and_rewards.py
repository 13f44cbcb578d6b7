"""Orders that have to be obeyed, what courts take from one for another, rewards, and followers."""

import pytest
from said import extraction, said

FORCED = "restrains.coerces"
DEMANDED = "disputes.demands"
FOLLOWS = "affiliated.aligned"


def told(text: str) -> set[tuple[str, str, str]]:
    return {(one.source, one.type, one.target) for one in said(text) if one.polarity == "affirmed"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The junta ordered the weekly El Faro to cease publication.", ("junta", FORCED, "El Faro")),
        ("A court in Accra ordered the trader to pay 5,000 cedis.", ("Ghana", FORCED, "trader")),
        ("Police ordered hundreds of villagers to leave their homes.", ("police", FORCED, "villagers")),
        ("Greek authorities ordered a Turkish charity to shut its offices.", ("Greece", FORCED, "Turkey")),
        ("A judge in Texas ordered Exxon to pay a fine.", ("United States", FORCED, "Exxon")),
        ("Rebels ordered aid workers to leave the camp.", ("rebels", FORCED, "aid workers")),
        # a state may refuse
        ("The International Court of Justice ordered Uganda to pay.", ("United Nations", DEMANDED, "Uganda")),
        ("The Security Council ordered Iraq to stop the raids.", ("United Nations", DEMANDED, "Iraq")),
        # what a court gives to one it takes from another
        (
            "A court in Oslo awarded the family 2 million kroner in damages from the Iranian government.",
            ("Norway", FORCED, "Iran"),
        ),
        (
            "An Italian judge granted the widow 300,000 euros in compensation from Libya.",
            ("Italy", FORCED, "Libya"),
        ),
        # who pays for information wants done what it leads to
        (
            "The United States offers 5 million dollars for information that disrupts the finances of Hezbollah.",
            ("United States", "restrains.limits", "Hezbollah"),
        ),
        (
            "The FBI is seeking information leading to the arrest of two Libyans.",
            ("United States", FORCED, "Libya"),
        ),
    ],
)  # fmt: skip
def test_it_is_said(text, expected):
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The president ordered his ministers to stop the talks.",
        "Norway ordered its diplomats to leave Yemen.",
        "The general ordered troops to halt.",
        "The jury awarded the first prize to a poet from Kenya.",
        "The court granted asylum to a journalist from Iran.",
        "France paid 100 euros for information about hotels in Peru.",
    ],
)
def test_nobody_is_forced(text):
    assert not {kind for _, kind, _ in told(text) if kind.startswith("restrains.")}


@pytest.mark.parametrize(
    "text",
    [
        "Washington announced a reward for information leading to the disruption of the financing of the Houthis.",
    ],
)
def test_what_is_thwarted_is_nobodys_help(text):
    assert not {kind for _, kind, target in told(text) if kind.startswith("cooperates.") and target == "Houthis"}


def followed(text: str) -> set[tuple[str, str]]:
    found = extraction(text)
    names = {actor.id: actor.name for actor in found.actors}
    return {(names[one.source.actor], names[one.target.actor]) for one in found.relations if one.type == FOLLOWS}


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("Supporters of Jean-Bertrand Aristide marched in Port-au-Prince.", ("supporters", "Jean-Bertrand Aristide")),
        ("Loyalists of Muammar Gaddafi held out in Sirte.", ("loyalists", "Muammar Gaddafi")),
        ("Dozens of Mohamed Morsi's supporters clashed with police in Cairo.", ("supporters", "Mohamed Morsi")),
        ("Hamas supporters marched in Nablus.", ("supporters", "Hamas")),
        ("The police detained three backers of Alexei Navalny.", ("backers", "Alexei Navalny")),
        ("The charity is said to be closely associated with Hamas.", ("charity", "Hamas")),
        ("The bank is closely tied to the Syrian government.", ("bank", "Syria")),
    ],
)
def test_followers_are_aligned_with_whom_they_follow(text, pair):
    assert pair in followed(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Rohingya have supporters in Malaysia.",
        "Peru and Chile are supporters of the treaty.",
        "Followers of the diet met in Lima.",
        "The festival is closely associated with Mexico.",
    ],
)
def test_not_every_supporter_follows_somebody(text):
    assert not followed(text)


def test_who_arrests_followers_supports_nobody():
    text = "Police arrested dozens of supporters of Kizza Besigye."
    assert not {kind for _, kind, _ in told(text) if kind.startswith("cooperates.")}
