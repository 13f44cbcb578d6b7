"""Who is named together: like phrases in a row, lists of members, and the pairs that later words take up."""

import pytest
from said import extraction, who


def members(text: str) -> set[tuple[str, str]]:
    """Return the names of members and of what they are in."""
    found = extraction(text)
    names = {actor.id: actor.name for actor in found.actors}
    return {
        (names[relation.source.actor], names[relation.target.actor])
        for relation in found.relations
        if relation.type.startswith("affiliated.")
    }


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # the same preposition behind two nouns
        ("Italy sold ships to Peru and rifles to Chile.", "cooperates", ("Italy", "Chile")),
        ("Italy sent money to Peru and mobile clinics to Chile.", "cooperates", ("Italy", "Chile")),
        ("Zambia got trucks from Norway and advisers from Cuba.", "cooperates", ("Cuba", "Zambia")),
        (
            "Zambia received weapons from Kenya, oil from Angola and coal from Poland.",
            "cooperates",
            ("Poland", "Zambia"),
        ),
        ("Hungary attacked Romania in 1919 and Ukraine in 1939.", "fights", ("Hungary", "Ukraine")),
        ("Hungary attacked Serbia in 1914, Romania in 1919 and Ukraine in 1939.", "fights", ("Hungary", "Romania")),
        ("Peru fought Chile over nitrates and Ecuador over the border.", "fights", ("Peru", "Ecuador")),
        ("Oman signed treaties with Iran in 1974 and India in 1979.", "cooperates", ("Oman", "India")),
        ("Finland was attacked by Sweden in 1495 and Russia in 1713.", "fights", ("Russia", "Finland")),
        ("Soldiers from Kenya and soldiers from Uganda attacked Chad.", "fights", ("Uganda", "Chad")),
        ("Danish troops under Holck and Saxon troops under Flemming attacked Sweden.", "fights", ("Denmark", "Sweden")),
        # the same preposition again
        ("Oman signed treaties with Iran in 1974 and with India in 1979.", "cooperates", ("Oman", "India")),
        ("Finland was attacked by Sweden in 1495 and by Russia in 1713.", "fights", ("Russia", "Finland")),
        # one object of two verbs with subjects of their own
        ("Kampala armed, and Kigali trained, the rebels.", "cooperates", ("Uganda", "rebels")),
    ],
)
def test_like_phrases(text: str, family: str, pair: tuple[str, str]) -> None:
    found = who(text, family)
    assert pair in found or (family != "restrains" and pair[::-1] in found)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Kenya attacked Somalia in March and left Sudan in May.", "fights"),
        ("Zambia got trucks from Norway and letters about Cuba.", "cooperates"),
        ("Peru, and Chile opposes this, armed the rebels.", "disputes"),
    ],
)
def test_unlike_phrases(text: str, family: str) -> None:
    assert not {"Sudan", "Cuba", "rebels"} & {name for pair in who(text, family) for name in pair if pair[0] != "Peru"}


def test_what_one_joined_another_joined_too() -> None:
    assert ("Malta", "NATO") in members("Norway joined NATO in 1949 and Malta in 1999.")
    assert ("Norway", "European Union") in members("Norway joined NATO in 1949 and the European Union in 1999.")


@pytest.mark.parametrize(
    ("text", "body", "names"),
    [
        (
            "Among the founders of the National Liberation Front were Paul Sarr and Jean Moreau.",
            "National Liberation Front",
            {"Paul Sarr", "Jean Moreau"},
        ),
        (
            "Paul Sarr and Jean Moreau were among the best known members of the National Liberation Front.",
            "National Liberation Front",
            {"Paul Sarr", "Jean Moreau"},
        ),
        (
            "On the board of the National Liberation Front were Paul Sarr and Jean Moreau.",
            "National Liberation Front",
            {"Paul Sarr", "Jean Moreau"},
        ),
        ("Among the members of OPEC are Iraq and Gabon.", "OPEC", {"Iraq", "Gabon"}),
        ("The Little Entente was made up of Romania and Yugoslavia.", "Little Entente", {"Romania", "Yugoslavia"}),
        (
            "The Alliance of Sahel States has two members: Mali and Niger.",
            "Alliance of Sahel States",
            {"Mali", "Niger"},
        ),
        ("The Warsaw Pact (Poland, Bulgaria and others) met.", "Warsaw Pact", {"Poland", "Bulgaria"}),
    ],
)
def test_members(text: str, body: str, names: set[str]) -> None:
    assert {member for member, whole in members(text) if whole == body} >= names


@pytest.mark.parametrize(
    "text",
    [
        "Among the victims of the raid were Paul Sarr and Jean Moreau.",
        "The choir of Lima is made up of singers from Chile.",
        "Trade was among the topics of the National Liberation Front.",
    ],
)
def test_no_members(text: str) -> None:
    assert members(text) == set()


def test_ministers_in_a_row() -> None:
    text = "Foreign ministers Ivo Kahn of Austria, Ana Ruiz of Spain and Jan Horak of Croatia visited Chile."
    assert {("Ana Ruiz", "Spain"), ("Jan Horak", "Croatia")} <= members(text)
    assert ("Spain", "Chile") in who(text, "cooperates")


@pytest.mark.parametrize(
    "text",
    [
        "Two states condemned Chad: Mali and Niger.",
        "The following states have condemned Chad: Mali and Niger.",
        "Two neighbours of Libya, Mali and Niger, condemned Chad.",
    ],
)
def test_names_behind_their_class(text: str) -> None:
    assert who(text, "disputes") == {("Mali", "Chad"), ("Niger", "Chad")}


@pytest.mark.parametrize(
    ("text", "family", "pairs"),
    [
        ("Hamas and Fatah met. The rivals signed a pact.", "cooperates", {("Hamas", "Fatah")}),
        (
            "UNITA and the FNLA got American money. The two movements attacked Zambia.",
            "fights",
            {("UNITA", "Zambia"), ("FNLA", "Zambia")},
        ),
        (
            "The Taliban sheltered al-Qaeda. France bombed both groups.",
            "fights",
            {("France", "Taliban"), ("France", "al-Qaeda")},
        ),
        ("Laos accused Nepal. The two foreign ministers then signed a pact.", "cooperates", {("Laos", "Nepal")}),
        (
            "The Danish envoy met the Dutch envoy. Both diplomats signed a pact.",
            "cooperates",
            {("Denmark", "Netherlands")},
        ),
        (
            "Laos accused Nepal. China mediated between the neighbours.",
            "cooperates",
            {("China", "Laos"), ("China", "Nepal")},
        ),
        ("Laos supported the Taliban. The latter attacked Nepal.", "fights", {("Taliban", "Nepal")}),
        ("Laos has a dispute with Nepal, and the latter bombed Kenya.", "fights", {("Nepal", "Kenya")}),
        (
            "Laos traded with Nepal and Oman. The three states condemned Chad.",
            "disputes",
            {("Oman", "Chad"), ("Laos", "Chad")},
        ),
        ("Laos signed a pact with Nepal. Each condemned Chad.", "disputes", {("Laos", "Chad"), ("Nepal", "Chad")}),
    ],
)
def test_taken_up_together(text: str, family: str, pairs: set[tuple[str, str]]) -> None:
    found = who(text, family)
    assert all(pair in found or pair[::-1] in found for pair in pairs)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Mali and Niger signed a pact. Kenya arrested the two diplomats.", {("Kenya", "Mali"), ("Kenya", "Niger")}),
        ("Oil from Laos is cheap, as is gas from Nepal. The latter were sold by Kenya.", {("Kenya", "Nepal")}),
        ("Laos and Nepal met. Kenya then bombed both groups.", {("Kenya", "Nepal"), ("Kenya", "Laos")}),
        ("Laos and the Taliban met Hamas. Kenya bombed the latter.", {("Kenya", "Taliban"), ("Kenya", "Laos")}),
    ],
)
def test_not_taken_up(text: str, nobody: set[tuple[str, str]]) -> None:
    assert not nobody & {pair for family in ("restrains", "cooperates", "fights") for pair in who(text, family)}
