"""One actor under one name in a whole text, and names and nouns that are no actor where they stand."""

import pytest
from said import extraction

from relgraph import Actor, Extractor


def actors(text: str) -> dict[str, set[str]]:
    """Return the words of all mentions by the names of their actors."""
    found = extraction(text)
    names = {actor.id: actor.name for actor in found.actors}
    words: dict[str, set[str]] = {}
    for mention in found.mentions:
        words.setdefault(names[mention.actor], set()).add(mention.span.text)
    return words


def rolled(text: str, name: str) -> str | None:
    """Return the name of the parent of an actor."""
    found = {actor.id: actor for actor in extraction(text).actors}
    parents = [actor.parent for actor in found.values() if actor.name == name]
    return found[parents[0]].name if parents and parents[0] else None


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Ex-newsreader Peter Marlow-Finch has left the Reform Party. Mr Marlow-Finch said Marlow-Finch's former "
            "friends had betrayed him. Marlow-Finch will stand again.",
            "Peter Marlow-Finch",
            "Marlow-Finch",
        ),
        (
            "U.S. President Theodore Roosevelt invited the Japanese. Roosevelt offered to mediate.",
            "Theodore Roosevelt",
            "Roosevelt",
        ),
        (
            "President Andrew Johnson vetoed the bill. The Senate acquitted President Johnson.",
            "Andrew Johnson",
            "President Johnson",
        ),
        ("Dame Helen Okafor attacked the ministry. Helen Okafor said so. Dame Helen left.", "Helen Okafor", "Helen"),
        ("The court heard Judge Peter Rowan. Justice Rowan accused Chile.", "Peter Rowan", "Rowan"),
        ("Prince Charles of Sweden visited Denmark. ", "Charles", "Prince Charles"),
        (
            "North Vietnam attacked the South. Hanoi rejected the offer.",
            "North Vietnam",
            "Hanoi",
        ),
        (
            "Sir Ian Blair spoke. Britain knew. Tony Blair defended it. Sir Ian left. Mr Blair left.",
            "Tony Blair",
            "Blair",
        ),
        ("Tony Blair met Sir Ian Blair. Mr Blair praised him.", "Tony Blair", "Blair"),
        (
            "Russia rose after the collapse of the Soviet Union. Russia left. The Kremlin accused NATO.",
            "Russia",
            "Kremlin",
        ),
        ("The Soviet Union backed Cuba. Moscow sent missiles.", "Soviet Union", "Moscow"),
        (
            "Rostek bought Baikal Finance Group. Baikal sued Canada. Ships crossed Lake Baikal.",
            "Baikal Finance Group",
            "Baikal",
        ),
        ("Chile paid Sahel Motors (SML). SML accused Peru.", "Sahel Motors", "SML"),
        ("The Conservatives attacked it. Britain was safe.", "Conservative Party", "Conservatives"),
        ("Britain was safe. Rebels left Labour.", "Labour Party", "Labour"),
        ("The Financial Times wrote. The FT accused Chile.", "Financial Times", "FT"),
        (
            "The trial of the chairman of Santander Central Hispano began. Santander rejected the charges.",
            "Santander Central Hispano",
            "Santander",
        ),
        ("The United States watched Laos. The fall of the prince in Laos weakened that state.", "Laos", "that state"),
    ],
)
def test_one_for_all_names(text, name, words):
    assert words in actors(text).get(name, ())


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The merger of Rostek and oil firm Yorgan will go ahead. Yorgan accused Kenya.", "Yorgan", "organization"),
        ("Amicus and the Transport Workers Union attacked Chile. Amicus left.", "Amicus", "organization"),
        ("The newspaper Marga accused Spain of racism. Marga criticised Peru.", "Marga", "organization"),
    ],
)
def test_firms_are_no_persons(text, name, kind):
    assert {actor.kind for actor in extraction(text).actors if actor.name == name} == {kind}


def test_no_army_of_a_country_yet_to_be_named():
    text = (
        "Turkey's firm left Iran after a vote. Iran wants it. The army rejected it. Israel left. Israel was angry. "
        "Israel and Israeli firms denied it. Israel sued."
    )
    assert not any("army" in words for words in actors(text)["Israel"])


def test_lawmakers_of_parties_at_home_somewhere():
    assert rolled("Tory MP Jane Fell attacked Iran.", "Jane Fell") == "United Kingdom"
    assert rolled("Lib Dem MP Sarah Teal attacked Iran.", "Sarah Teal") == "United Kingdom"
    assert rolled("Britain waited. Labour MP Roger Vane attacked Iran.", "Roger Vane") == "United Kingdom"
    assert rolled("Labour MP Roger Vane attacked Iran.", "Roger Vane") is None
    assert rolled("Republican Senator Mark Dole accused the U.S. government.", "Mark Dole") == "United States"
    assert rolled("Former Tory MP Alan Hale attacked Iran.", "Alan Hale") is None


def test_heads_of_trades_are_of_no_state():
    assert rolled("David Cole, head of UK equities for Standard Life, accused Chile.", "David Cole") is None


def test_monarchs_of_their_country():
    assert rolled("King Hussein of Jordan met Carter.", "King Hussein of Jordan") == "Jordan"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Delegates met in Portsmouth, New Hampshire. Portsmouth hosted the talks.", "Portsmouth"),
        ("Fighting broke out near Moscow, Idaho.", "Russia"),
        ("Visitors must speak English. The minister speaks French.", "France"),
        ("Lessons are given in Russian.", "Russia"),
        ("At the end of the First World War, Peru recovered.", "Global North"),
        ("The MEP accused Labour.", "MEP"),
        ("The East Midlands lawmaker warned Chile.", "Eastern bloc"),
        ("Chile waited. Labour costs rose.", "Labour Party"),
        ("Britain waited. The Labour Ministry in Peru rejected it.", "Labour Party"),
    ],
)
def test_no_actors(text, name):
    assert name not in actors(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kenya's president acquired the authority to negotiate.", "authority"),
        ("Television was the driving force of change in Kenya.", "driving force"),
        ("Kenya was free. Business leaders backed the plan.", "Business leaders"),
        ("Kenya was free. Union officials backed the plan.", "Union officials"),
        ("Kenya was free. In opposition, the party had no policy.", "opposition"),
        ("Kenya was free. It was a court of law.", "court"),
        ("Kenya was free. She urged the aid agency to leave.", "aid agency"),
        ("The plan passed in Kenya despite considerable opposition.", "considerable opposition"),
        ("The Kenyan dairy company went bust. The company sued a bank.", "The company"),
    ],
)
def test_of_no_state(text, words):
    assert words not in actors(text).get("Kenya", ())


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Persia taxed the Anglo-Persian Oil Company.", "Anglo-Persian Oil Company", "Anglo-Persian Oil Company"),
        ("The ACLU sued the governor. The ACLU accused him of fraud.", "ACLU", "ACLU"),
        (
            "The ACLU sued the governor. The American Civil Liberties Union accused him of fraud.",
            "American Civil Liberties Union",
            "ACLU",
        ),
        ("Turkey shelled Iraqi Kurdistan.", "Iraqi Kurdistan", "Iraqi Kurdistan"),
        ("Chile criticised the Democrats.", "Democratic Party", "Democrats"),
        ("Tory leader Michael Howard criticised Labour.", "Conservative Party", "Tory"),
        ("UKIP accused the European Union of waste.", "UKIP", "UKIP"),
        ("ISIL attacked the town of Tikrit in Iraq.", "Islamic State", "ISIL"),
        ("Britain assured the Arabs of its friendship.", "Arabs", "Arabs"),
        ("Iran condemned the Jewish state.", "Israel", "Jewish state"),
    ],
)
def test_bodies_are_named_as_the_text_names_them(text: str, name: str, words: str) -> None:
    assert words in actors(text)[name]


def test_a_name_that_the_user_gave_stays() -> None:
    firm = Actor(id="org/aioc", name="AIOC", kind="organization", aliases=("Anglo-Persian Oil Company",))
    found = Extractor(actors=[firm]).extract(text="Persia accused the Anglo-Persian Oil Company of fraud.")
    assert [relation.target.name for relation in found.relations()] == ["AIOC"]


def test_a_state_that_is_yet_to_be_is_not_named() -> None:
    assert "Israel" not in actors("Britain opposed the creation of a Jewish state.")


def test_a_name_of_the_gazetteer_stays_beside_its_acronym() -> None:
    text = "The African National Congress (ANC) accused Botswana. The ANC left."
    assert "ANC" in actors(text)["African National Congress"]
