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
        ("Peru thanked Chile for its doctors and Cuba for its nurses.", "cooperates", ("Peru", "Cuba")),
        # the same preposition again
        ("Oman signed treaties with Iran in 1974 and with India in 1979.", "cooperates", ("Oman", "India")),
        ("Finland was attacked by Sweden in 1495 and by Russia in 1713.", "fights", ("Russia", "Finland")),
        ("Oman hosted talks between Chad and Mali and between Peru and Chile.", "cooperates", ("Peru", "Chile")),
        # what stands behind a list of doers is the verb's
        ("Sanctions were imposed by Kenya, the European Union and Canada on Laos.", "restrains", ("Canada", "Laos")),
        # a list that begins right behind a date
        ("On Monday Peru, Chile and Bolivia condemned Cuba.", "disputes", ("Peru", "Cuba")),
        ("In May Gabon, Niger and Mali condemned Cuba.", "disputes", ("Gabon", "Cuba")),
        ("In 1948 Egypt, Syria and Jordan attacked Israel.", "fights", ("Egypt", "Israel")),
        ("During the war Turkey, Spain and Sweden condemned Cuba.", "disputes", ("Turkey", "Cuba")),
        ("In a joint statement, Peru, Chile and Bolivia condemned Cuba.", "disputes", ("Peru", "Cuba")),
        ("At the summit, Kenya, Uganda and Rwanda condemned Cuba.", "disputes", ("Kenya", "Cuba")),
        # who is added
        ("Peru, like Chile, condemned Cuba.", "disputes", ("Chile", "Cuba")),
        ("Peru, Chile and Bolivia, joined by Mexico, condemned Cuba.", "disputes", ("Mexico", "Cuba")),
        ("Russia and its ally Belarus attacked Ukraine.", "fights", ("Belarus", "Ukraine")),
        ("Ukraine was attacked by Russia and its partner Belarus.", "fights", ("Belarus", "Ukraine")),
        # a passive that leaves out its verb
        ("UNITA was backed by Gabon, and the FNLA by Zaire.", "cooperates", ("Zaire", "FNLA")),
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


@pytest.mark.parametrize(
    "text",
    [
        "Bolivia and Peru declared war on Chile.",
        "Bolivia and Peru fought Chile.",
        "Bolivia and Peru fought a war against Chile.",
        "Bolivia and Peru went to war with Chile.",
        "Bolivia and its partner Peru waged war on Chile.",
    ],
)
def test_several_against_one(text: str) -> None:
    assert who(text, "fights") >= {("Bolivia", "Chile"), ("Peru", "Chile")}
    assert not {("Bolivia", "Peru"), ("Peru", "Bolivia")} & who(text, "fights")


@pytest.mark.parametrize(
    "text",
    [
        "Qatar and Libya brokered the pact.",
        "Danish and Swedish ships were seen in the Gulf of Oman.",
        "Norway invited the Finnish government and its friends to talks.",
    ],
)
def test_nothing_between_those_named_together(text: str) -> None:
    pairs = {frozenset(pair) for family in ("cooperates", "disputes") for pair in who(text, family)}
    assert not pairs & {frozenset({"Qatar", "Libya"}), frozenset({"Denmark", "Sweden"})}
    assert members(text) == set()


def test_nobody_meets_himself() -> None:
    found = who("The leaders of France and Germany, Macron and Merz, met in Toulon.", "cooperates")
    assert found
    assert all(source != target for source, target in found)


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
        ("Members of the Arab League, including Egypt and Jordan, condemned Peru.", "Arab League", {"Egypt", "Jordan"}),
        ("Two members of the Arab League, Egypt and Jordan, condemned Peru.", "Arab League", {"Egypt", "Jordan"}),
        ("The Little Entente was made up of Romania and Yugoslavia.", "Little Entente", {"Romania", "Yugoslavia"}),
        (
            "The Alliance of Sahel States has two members: Mali and Niger.",
            "Alliance of Sahel States",
            {"Mali", "Niger"},
        ),
        ("The Warsaw Pact (Poland, Bulgaria and others) met.", "Warsaw Pact", {"Poland", "Bulgaria"}),
        ("Italy and France fought together as the Allied Powers.", "the Allies", {"Italy", "France"}),
        ("APEC was founded in 1989. In 1998 Peru and Vietnam joined the forum.", "APEC", {"Peru", "Vietnam"}),
        (
            "The king set up the Committee of Public Works. On the committee were Paul Sarr and Jean Moreau.",
            "Committee of Public Works",
            {"Paul Sarr", "Jean Moreau"},
        ),
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
        (
            "The MPLA lost. UNITA, too, lost. The FNLA fled. Portugal held talks with the three groups.",
            "cooperates",
            {("Portugal", "MPLA"), ("Portugal", "UNITA"), ("Portugal", "FNLA")},
        ),
        ("Hezbollah lost. Portugal held talks with the group.", "cooperates", {("Portugal", "Hezbollah")}),
        ("Laos quarrelled with Nepal. Their armies clashed.", "fights", {("Laos", "Nepal")}),
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
