"""The shipped actors other than countries: what is in the files, and whom the names mean."""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict

import pytest

from relgraph.actors import ActorIndex, actor_files, without_the
from relgraph.errors import UnknownActorError
from relgraph.model import Actor

# stem: (kind, prefix of the ids, least number of entries)
FILES = {
    "igos": ("igo", "igo/", 110),
    "armed_groups": ("armed_group", "group/", 150),
    "parties": ("organization", "party/", 150),
    "organizations": ("organization", "org/", 150),
    "institutions": ("government", "gov/", 300),
    "people": ("person", "person/", 350),
    "people_historic": ("person", "person/", 250),
}
SECTOR_CODES = "BUS COP CRM CVL EDU GOV IGO JUD LEG MED MIL NGO OPP PTY REB SPY"
SECTORS = frozenset(SECTOR_CODES.split())

# Words that the news uses far more often for something else than for one actor.
ORDINARY_TEXT = """
actor agency alliance amnesty army assembly bank brother brotherhood brown bush cabinet center coalition commission
commonwealth communists congress conservatives contras cook council court dawn defense democracy eden forces ford
front future gates government guardian hague home hope house hunt interior islam justice khan kim king labor labour
lasso league lee liberals major march marshall may media memorial military ministry moon movement navy parliament
party peace people police policy power president press rally rebels resistance rice senate sharon sharif singh smith
solidarity state straw taylor tiger times treasury truss union unity welfare wilson world young
"""
ORDINARY = frozenset(ORDINARY_TEXT.split())
DISTINCTIVE_IN_POLITICS = {"Commonwealth", "Congress", "Contras", "contras"}

RESOLVES = [
    ("U.N.", "igo/UN"),
    ("United Nations Security Council", "igo/UN-security-council"),
    ("the Security Council", "igo/UN-security-council"),
    ("WHO", "igo/UN-who"),
    ("North Atlantic Treaty Organization", "igo/NATO"),
    ("OPEC+", "igo/OPEC-plus"),
    ("OPEC", "igo/OPEC"),
    ("EU", "igo/EU"),
    ("League of Arab States", "igo/arab-league"),
    ("Shanghai Cooperation Organization", "igo/SCO"),
    ("Hizbullah", "group/hezbollah"),
    ("ISIL", "group/islamic-state"),
    ("IS", "group/islamic-state"),
    ("Da'esh", "group/islamic-state"),
    ("Da’esh", "group/islamic-state"),
    ("the so-called Islamic State", "group/islamic-state"),
    ("Al Qaida", "group/al-qaeda"),
    ("AQAP", "group/aqap"),
    ("Jabhat al-Nusra", "group/nusra-front"),
    ("Popular Mobilization Forces", "group/hashd-al-shaabi"),
    ("Houthi", "group/houthis"),
    ("Ansar Allah", "group/houthis"),
    ("Kurdistan Workers’ Party", "group/pkk"),
    ("SDF", "group/sdf"),
    ("M23", "group/m23"),
    ("Tamil Tigers", "group/ltte"),
    ("Wagner Group", "group/wagner"),
    ("PLO", "party/plo"),
    ("Fatah", "party/fatah"),
    ("Sinn Fein", "party/sinn-fein"),
    ("CCP", "party/ccp"),
    ("ZANU-PF", "party/zanu-pf"),
    ("Médecins Sans Frontières", "org/msf"),
    ("Doctors Without Borders", "org/msf"),
    ("TASS", "org/tass"),
    ("Gazprom", "org/gazprom"),
    ("the State Department", "gov/usa-state"),
    ("Pentagon", "gov/usa-defense"),
    ("CENTCOM", "gov/usa-centcom"),
    ("Revolutionary Guards", "gov/irn-irgc"),
    ("IDF", "gov/isr-idf"),
    ("State Duma", "gov/rus-duma"),
    ("Palestinian Authority", "gov/pse-pa"),
    ("KGB", "gov/sun-kgb"),
    ("Wehrmacht", "gov/nazi-wehrmacht"),
    ("Sergei Lavrov", "person/sergey-lavrov"),
    ("Zarif", "person/mohammad-javad-zarif"),
    ("Erdogan", "person/recep-tayyip-erdogan"),
    ("Qaddafi", "person/muammar-gaddafi"),
    ("Bashar Al-Assad", "person/bashar-al-assad"),
    ("Zelenskyy", "person/volodymyr-zelensky"),
    ("Nasrallah", "person/hassan-nasrallah"),
]

ROLLS_UP = [
    ("UNSC", "igo/UN"),
    ("UNIFIL", "igo/UN"),
    ("European Commission", "igo/EU"),
    ("AMISOM", "igo/AU"),
    ("Qassam Brigades", "group/hamas"),
    ("AQIM", "group/aqim"),
    ("Hayat Tahrir al-Sham", "group/hts"),
    ("Hashd al-Shaabi", "group/hashd-al-shaabi"),
    ("Syrian Democratic Forces", "group/sdf"),
    ("Quds Force", "country/IRN"),
    ("Iraqi Security Forces", "country/IRQ"),
    ("USARCENT", "country/USA"),
    ("OFAC", "country/USA"),
    ("MI6", "country/GBR"),
    ("GRU", "country/RUS"),
    ("PLA Navy", "country/CHN"),
    ("ISI", "country/PAK"),
    ("Palestinian Authority", "country/PSE"),
    ("Red Army", "state/soviet-union"),
    ("Stasi", "state/east-germany"),
    ("Gestapo", "state/nazi-germany"),
    ("Khrushchev", "state/soviet-union"),
    ("Ngo Dinh Diem", "state/south-vietnam"),
    ("Mobutu", "state/zaire"),
    ("Putin", "country/RUS"),
    ("Qassem Soleimani", "country/IRN"),
    ("Falih Alfayyadh", "group/hashd-al-shaabi"),
    ("Yasser Arafat", "party/plo"),
    ("Ursula von der Leyen", "igo/EU"),
    ("Prigozhin", "group/wagner"),
    ("Likud", "party/likud"),
    ("Xinhua", "org/xinhua"),
]


@pytest.fixture(scope="module")
def shipped() -> dict[str, list[Actor]]:
    paths = {path.stem: path for path in actor_files()}
    data = {stem: tomllib.loads(paths[stem].read_text(encoding="utf-8")) for stem in FILES}
    return {stem: [Actor(**entry) for entry in entries["actor"]] for stem, entries in data.items()}


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return ActorIndex.default()


def surfaces(actor: Actor) -> tuple[str, ...]:
    return (actor.name, *actor.aliases, *actor.demonyms, *actor.metonyms, *actor.capitals)


@pytest.mark.parametrize("stem", FILES)
def test_a_file_holds_enough_actors_of_its_kind(shipped: dict[str, list[Actor]], stem: str) -> None:
    kind, prefix, least = FILES[stem]
    actors = shipped[stem]
    assert len(actors) >= least
    assert {actor.kind for actor in actors} == {kind}
    assert [actor.id for actor in actors if not actor.id.startswith(prefix)] == []
    assert [actor.id for actor in actors if actor.sector not in SECTORS] == []
    assert [actor.id for actor in actors if actor.same_as] == []


@pytest.mark.parametrize("stem", FILES)
def test_no_name_stands_twice_in_a_file(shipped: dict[str, list[Actor]], stem: str) -> None:
    ids = Counter(actor.id for actor in shipped[stem])
    names = Counter(surface for actor in shipped[stem] for surface in surfaces(actor))
    assert [id_ for id_, count in ids.items() if count > 1] == []
    assert [name for name, count in names.items() if count > 1] == []


def test_no_name_means_actors_of_two_files(shipped: dict[str, list[Actor]], index: ActorIndex) -> None:
    own = {actor.id for actors in shipped.values() for actor in actors}
    shared: dict[str, list[str]] = {}
    for name, readings in index.names.items():
        meant = [reading.actor for reading in readings]
        if len(meant) > 1 and own.intersection(meant):
            shared[name] = meant
    assert shared == {"Brussels": ["country/BEL", "igo/EU"]}


def test_names_stand_without_article_and_stray_space(shipped: dict[str, list[Actor]]) -> None:
    names = [surface for actors in shipped.values() for actor in actors for surface in surfaces(actor)]
    assert [name for name in names if name != without_the(name) or "  " in name] == []


def test_both_forms_of_the_apostrophe_are_there(shipped: dict[str, list[Actor]]) -> None:
    for actors in shipped.values():
        for actor in actors:
            names = set(surfaces(actor))
            assert {name.replace("'", "’") for name in names} <= names, actor.id


def test_no_name_is_an_ordinary_word(shipped: dict[str, list[Actor]]) -> None:
    names = [surface for actors in shipped.values() for actor in actors for surface in surfaces(actor)]
    single = {name for name in names if name.isalpha() and not name.isupper()}
    taken = {name for name in single if name.casefold() in ORDINARY}
    assert taken == DISTINCTIVE_IN_POLITICS
    lower = {name for name in names if name == name.casefold()}
    assert lower == {"peshmerga", "peshmerga forces", "anti-balaka", "carabinieri", "contras"}


def test_acronyms_that_are_words_stand_in_capitals_only(index: ActorIndex) -> None:
    for acronym in ("IS", "WHO", "ICE", "SHAPE", "SWIFT"):
        assert acronym in index.names
        assert acronym.lower() not in index.names
        assert acronym.capitalize() not in index.names


def test_parents_are_of_the_right_kind(shipped: dict[str, list[Actor]], index: ActorIndex) -> None:
    allowed = {
        "igos": {"igo"},
        "armed_groups": {"armed_group", "country", "historic_state"},
        "parties": set(),
        "organizations": set(),
        "institutions": {"country", "historic_state"},
        "people": {"country", "historic_state", "igo", "armed_group", "organization"},
        "people_historic": {"country", "historic_state"},
    }
    wrong = defaultdict(list)
    for stem, actors in shipped.items():
        for actor in actors:
            if actor.parent is not None and index.root(actor.id).kind not in allowed[stem]:
                wrong[stem].append(actor.id)
    assert wrong == {}
    assert [actor.id for actor in shipped["institutions"] if actor.parent is None] == []


def test_the_independent_groups_have_no_parent(index: ActorIndex) -> None:
    for id_ in ("hezbollah", "hashd-al-shaabi", "sdf", "nusra-front", "hts", "peshmerga", "houthis", "lna", "rsf"):
        assert index[f"group/{id_}"].parent is None


@pytest.mark.parametrize(("name", "id_"), RESOLVES, ids=[name for name, _ in RESOLVES])
def test_a_name_means_its_actor(index: ActorIndex, name: str, id_: str) -> None:
    assert index.find(name).id == id_


@pytest.mark.parametrize(("name", "root"), ROLLS_UP, ids=[name for name, _ in ROLLS_UP])
def test_an_actor_rolls_up(index: ActorIndex, name: str, root: str) -> None:
    assert index.root(index.find(name).id).id == root


@pytest.mark.parametrize(
    "name", ["May", "Brown", "Rice", "Powell", "Labour", "Solidarity", "Senate", "Foreign Ministry"]
)
def test_a_name_of_many_means_nobody(index: ActorIndex, name: str) -> None:
    with pytest.raises(UnknownActorError):
        index.find(name)


def test_canonical_names_of_the_much_discussed(index: ActorIndex) -> None:
    names = {
        "igo/UN": "United Nations",
        "igo/UN-security-council": "UN Security Council",
        "igo/NATO": "NATO",
        "igo/EU": "European Union",
        "igo/OPEC-plus": "OPEC Plus",
        "group/hezbollah": "Hezbollah",
        "group/islamic-state": "Islamic State",
        "group/al-qaeda": "al-Qaeda",
        "group/hashd-al-shaabi": "Hashd al-Shaabi",
        "group/houthis": "Houthis",
        "group/pkk": "PKK",
        "gov/isr-idf": "Israel Defense Forces",
    }
    assert {id_: index[id_].name for id_ in names} == names


def test_demonyms_and_capitals_are_kept_apart(index: ActorIndex) -> None:
    assert "Houthi" in index["group/houthis"].demonyms
    assert "Houthi" not in index["group/houthis"].aliases
    assert index["igo/EU"].capitals == ("Brussels",)
    assert index["gov/usa-congress"].metonyms == ("Capitol",)


def test_a_parent_in_the_same_file_comes_before_its_parts(shipped: dict[str, list[Actor]]) -> None:
    for stem, actors in shipped.items():
        place = {actor.id: number for number, actor in enumerate(actors)}
        late = [a.id for a in actors if a.parent in place and place[a.parent] > place[a.id]]
        assert late == [], stem
