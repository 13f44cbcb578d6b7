"""Names of their time, programmes that act for states, members in brackets, branches of bodies."""

import pytest
from said import said, who


def types(text: str) -> set[tuple[str, str, str]]:
    return {(relation.source, relation.type, relation.target) for relation in said(text)}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        # never the successor's name
        ("Great Britain occupied Ceylon.", ("United Kingdom", "restrains.coerces", "Ceylon")),
        ("In 1907 Persia signed a treaty with Russia.", ("Persia", "cooperates.agrees", "Russia")),
        ("Italy invaded Abyssinia.", ("Italy", "fights.attacks", "Abyssinia")),
        ("Tanganyika joined the Commonwealth.", ("Tanganyika", "affiliated.member_of", "Commonwealth of Nations")),
        # a land that is to be annexed is still a state
        (
            "In 1844 the United States opened talks with Texas on annexation.",
            ("United States", "cooperates.consults", "Texas"),
        ),
        # years that a decade names count, too
        (
            "The forum was founded in 1989. In the 1990s Russia signed a treaty with Peru.",
            ("Russia", "cooperates.agrees", "Peru"),
        ),
        # programmes called after leaders
        ("The Truman Doctrine promised aid to Greece.", ("United States", "cooperates.agrees", "Greece")),
        ("The Brezhnev Doctrine threatened Romania.", ("Soviet Union", "disputes.threatens", "Romania")),
        ("The Soviet Union rejected the Baruch Plan.", ("Soviet Union", "disputes.rejects", "United States")),
        ("The Monroe Doctrine warned Spain.", ("United States", "disputes.threatens", "Spain")),
        # members in brackets
        ("The BRICS (Brazil, Russia and India) met in Durban.", ("Brazil", "affiliated.member_of", "BRICS")),
        ("The Central Powers (Germany and Turkey) lost.", ("Turkey", "affiliated.member_of", "Central Powers")),
        ("Brazil fought as one of the Allies until 1945.", ("Brazil", "affiliated.member_of", "the Allies")),
        # branches act with the body
        (
            "The Egyptian affiliate of the Islamic State killed worshippers.",
            ("Islamic State", "fights.attacks", "worshippers"),
        ),
        ("Al-Qaeda's Yemeni branch attacked the French embassy.", ("al-Qaeda", "fights.attacks", "France")),
    ],
)
def test_found(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Isolationists avoided European and Asian conflicts.",
        "Washington invoked the Monroe Doctrine.",
        "The African Union (Addis Ababa) has an office.",
        "NATO (Brussels, Mons and Norfolk) has offices.",
        "Mr Truman's doctrine of thrift amused Greece.",
        "In 2019 the annexation of Crimea was on the minds of voters in Texas.",
    ],
)
def test_nothing(text: str) -> None:
    assert types(text) == set()


def test_two_nations_at_war_are_no_setting() -> None:
    assert ("Greece", "Turkey") in who("Greek and Turkish disputes continued.", "disputes.rivals")


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        # who is asked to end something does it as yet
        ("Mali says Chad must end attacks on Niger.", ("Chad", "fights.attacks", "Niger", "affirmed", "actual")),
        (
            "Peru demanded that Chile stop bombing Bolivia.",
            ("Chile", "fights.attacks", "Bolivia", "affirmed", "actual"),
        ),
        (
            "The UN demanded an end to Chile's attacks on Bolivia.",
            ("Chile", "fights.attacks", "Bolivia", "affirmed", "actual"),
        ),
        ("Washington wants Russia to stop arming Mali.", ("Russia", "cooperates.aids", "Mali", "affirmed", "actual")),
        # who does end it yields
        ("Chile ended its attacks on Bolivia.", ("Chile", "cooperates.concedes", "Bolivia", "affirmed", "actual")),
        # a calling behind a nation
        (
            "Turkey released German journalist Ana Voss.",
            ("Turkey", "cooperates.concedes", "Germany", "affirmed", "actual"),
        ),
        # a land that is named behind what it is
        (
            "They mediated a dispute between Liberia and the British colony of Sierra Leone.",
            ("Liberia", "disputes.rivals", "Sierra Leone", "affirmed", "actual"),
        ),
        (
            "Prussia sought to impose its authority over Saxony.",
            ("Prussia", "restrains.coerces", "Germany", "affirmed", "intended"),
        ),
    ],
)
def test_said_so(text: str, relation: tuple[str, str, str, str, str]) -> None:
    assert relation in {(one.source, one.type, one.target, one.polarity, one.modality) for one in said(text)}


def test_a_people_is_not_its_kin_state() -> None:
    assert who("Serbian police shot ethnic Albanians.", "fights") == {("Serbia", "ethnic Albanians")}
    assert "Albania" not in {one.target for one in said("Gunmen killed an ethnic Albanian farmer in Serbia.")}


def test_where_somebody_does_it() -> None:
    text = "They visited Grenada, where the United States intervened in 1983."
    assert ("United States", "Grenada") in who(text, "fights.attacks")
    assert who("They visited Grenada, where the Chilean minister had a house.", "fights") == set()


@pytest.mark.parametrize(
    ("text", "members", "body"),
    [
        (
            "The Arab League was founded in 1945. The founding members were Egypt, Iraq and Syria.",
            {"Egypt", "Iraq", "Syria"},
            "Arab League",
        ),
        ("NATO was formed in 1949. Members included Canada, Italy and Norway.", {"Canada", "Italy", "Norway"}, "NATO"),
        ("Peru and Chile, both members of APEC, have a border.", {"Peru", "Chile"}, "APEC"),
        ("Italy was one of the Axis powers.", {"Italy"}, "Axis powers"),
        ("The Council met. The members are elected.", set(), "Council"),
        ("NATO met Chad. The other members were Brown and Jones.", set(), "NATO"),
        ("The league met. The members were Norway's poets and Peru's painters.", set(), "league"),
    ],
)
def test_lists_of_members(text: str, members: set[str], body: str) -> None:
    found = {one.source for one in said(text) if one.type.startswith("affiliated.") and one.target == body}
    assert found == members


def test_what_came_of_an_alleged_deed() -> None:
    text = "Algeria accused Morocco on Monday of shelling a village, killing two farmers."
    assert who(text, "fights") == {("Morocco", "farmers")}
    assert who("Peru shelled Chile, wounding two farmers.", "fights") == {("Peru", "Chile"), ("Peru", "farmers")}


def test_nobody_asks_himself() -> None:
    text = "Algeria and Morocco quarrel. The Moroccan minister said that the two countries should settle it."
    assert ("Morocco", "Morocco") not in who(text, "disputes")


def test_two_governments_do_not_sit_in_one_city() -> None:
    text = "Algeria and Morocco quarrel. Slovenia offered to host talks between the two governments in Geneva."
    found = who(text, "cooperates.consults")
    assert {("Slovenia", "Algeria"), ("Slovenia", "Morocco")} <= found
    assert "Switzerland" not in {one.target for one in said(text)}
