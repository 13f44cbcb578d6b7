"""The shipped places: what is in the file, that no name of it means anybody else, and in which country they lie."""

from __future__ import annotations

import tomllib
import unicodedata
from collections import Counter

import pytest

from relgraph.actors import ActorIndex, actor_files, fold, without_the
from relgraph.model import Actor

# Capitalised forms that texts use far more often for something or somebody else.
ORDINARY_TEXT = """
angel archangel bar bath bender bled bor boulder brown buffalo canterbury cork dover florence gander granada hull
jackson java jordan kent leer lincoln man manta marathon mobile montana moron nancy nice orange oxford palm papa
perm phoenix punjab reading regina rhodes richmond salt savoy selma sofia split surrey swat tyre uri valencia
victoria waterloo washington windsor yap
"""
ORDINARY = frozenset(ORDINARY_TEXT.split())

LIES_IN = """
IRQ: Mosul, Nineveh, Fallujah, Ramadi, Kirkuk, Basrah, Sinjar, Najaf
SYR: Aleppo, Idlib, Palmyra, Ar-Raqqah, ar-Raqqah, Raqqa, Homs, Hama, Deir al-Zor, Kobane, Afrin, Daraa, Lattakia
LBN: Sidon, Baalbek, Bekaa Valley
ISR: Haifa, Sderot, Eilat, Kiryat Shmona, Be’eri
PSE: Gaza City, Khan Yunis, Rafah, Jenin, Nablus, Hebron, Bethlehem
YEM: Hodeidah, Hudaydah, al-Hudaydah, Ma’rib, Taiz
LBY: Misrata, Sirte, Derna, Tobruk
TUR: Istanbul, Izmir, İzmir, Diyarbakır, Incirlik, Gallipoli
IRN: Isfahan, Natanz, Bandar Abbas, Khuzestan
AFG: Helmand, Kandahar, Mazar-e-Sharif, Tora Bora
PAK: Karachi, Swat Valley, North Waziristan, Sindh
IND: Mumbai, Bombay, Kerala
MMR: Rakhine, Arakan, Kachin
COD: North Kivu, Goma, Bukavu
MOZ: Cabo Delgado, Mocimboa da Praia
NGA: Borno, Chibok, Kano
MLI: Timbuktu, Kidal
UKR: Kharkiv, Odessa, Chornobyl, Bucha
RUS: Saint Petersburg, Vladivostok, Kaliningrad, Beslan
BIH: Srebrenica, Mostar, Goražde, Gorazde
HRV: Vukovar, Dubrovnik
POL: Gdańsk, Gdansk, Lodz, Auschwitz
ESP: Barcelona, Guernica, Gernika, Ceuta
DEU: Hamburg, Munich, München, Saxony
CHN: Shanghai, Wuhan, Guangdong, Szechuan
JPN: Osaka, Hiroshima, Kansai, Okinawa
KOR: Panmunjom, Busan
PRK: Yongbyon, Punggye-ri
PHL: Marawi, Davao
USA: Chicago, Los Angeles, Boston, Mar-a-Lago
MEX: Chiapas, Ciudad Juarez
COL: Medellín, Catatumbo
BRA: São Paulo, Sao Paulo
SDN: El Fasher, al-Fashir, Omdurman, South Kordofan
SSD: Malakal, Jonglei
GBR: Manchester, Lockerbie
"""

DISPUTED = """
Abyei / Aksai Chin / Arunachal Pradesh / Badme / Doklam / Donetsk / Essequibo / Halaib Triangle / Hans Island / Ladakh
Luhansk / Mitrovica / Prizren / Scarborough Shoal / Sevastopol / Shebaa Farms / Shusha / Yalta / Abu Musa / Kunashir
"""

OF_ANOTHER_TIME = ("Breslau", "Fiume", "Königsberg", "Leningrad", "Memel", "Mukden", "Smyrna", "Stalingrad", "Stettin")


@pytest.fixture(scope="module")
def places() -> list[Actor]:
    path = next(path for path in actor_files() if path.stem == "places")
    return [Actor(**entry) for entry in tomllib.loads(path.read_text(encoding="utf-8"))["actor"]]


@pytest.fixture(scope="module")
def others() -> ActorIndex:
    return ActorIndex.load(path for path in actor_files() if path.stem != "places")


@pytest.fixture(scope="module")
def index() -> ActorIndex:
    return ActorIndex.default()


def surfaces(place: Actor) -> tuple[str, ...]:
    return (place.name, *place.aliases)


def plain(name: str) -> str:
    bare = "".join(char for char in unicodedata.normalize("NFKD", name) if not unicodedata.combining(char))
    return bare.translate(str.maketrans("łŁøØđĐı", "lLoOdDi"))


def listed(text: str) -> list[str]:
    return [name.strip() for line in text.strip().splitlines() for name in line.split(" / ")]


def test_the_file_holds_many_places_and_nothing_else(places: list[Actor]) -> None:
    assert len(places) >= 1800
    assert {place.kind for place in places} == {"place"}
    assert [place.id for place in places if not place.id.startswith("place/")] == []
    assert [place.id for place in places if place.id.startswith("place/us-")] == []


def test_an_entry_says_no_more_than_name_country_and_aliases(places: list[Actor]) -> None:
    allowed = {"id", "name", "kind", "parent", "aliases"}
    assert [place.id for place in places if not place.model_fields_set <= allowed] == []


def test_every_id_is_made_of_its_name(places: list[Actor]) -> None:
    assert [p.id for p in places if p.id != "place/" + fold(plain(p.name)).replace(" ", "-")] == []


def test_every_parent_is_a_country(places: list[Actor], index: ActorIndex) -> None:
    parents = {place.parent for place in places if place.parent is not None}
    assert {index[parent].kind for parent in parents} == {"country"}
    assert len(parents) >= 120
    assert sum(place.parent is not None for place in places) > 0.8 * len(places)


def test_no_name_means_an_actor_of_another_file(places: list[Actor], others: ActorIndex) -> None:
    known = {fold(name) for name in others.names}
    assert [name for place in places for name in surfaces(place) if fold(name) in known] == []
    assert [place.id for place in places if place.id in others] == []


def test_no_name_means_two_places(places: list[Actor]) -> None:
    written = Counter(name for place in places for name in surfaces(place))
    folded = Counter(name for place in places for name in {fold(name) for name in surfaces(place)})
    assert [name for name, count in written.items() if count > 1] == []
    assert [name for name, count in folded.items() if count > 1] == []


def test_no_name_is_an_ordinary_word_or_the_name_of_many(places: list[Actor]) -> None:
    names = [name for place in places for name in surfaces(place)]
    assert [name for name in names if name.casefold() in ORDINARY] == []
    assert [name for name in names if name == name.casefold()] == []
    assert [name for name in names if len(name) < 3] == []


def test_no_name_is_the_surname_by_which_a_shipped_person_goes(places: list[Actor], others: ActorIndex) -> None:
    surnames = {name.split()[-1] for person in others if person.kind == "person" for name in surfaces(person)}
    taken = {name for place in places for name in surfaces(place) if name in surnames}
    # Mazloum Kobani took his name from the town, and lords take theirs from cities, but never stand without "Lord".
    assert taken <= {"Kobani", "Kobane", "Aberdeen", "Liverpool", "Melbourne"}


def test_names_stand_without_article_and_stray_space(places: list[Actor]) -> None:
    names = [name for place in places for name in surfaces(place)]
    assert [name for name in names if name != without_the(name) or "  " in name] == []


def test_both_forms_of_the_apostrophe_are_there(places: list[Actor]) -> None:
    for place in places:
        names = set(surfaces(place))
        assert {name.replace("'", "’") for name in names} <= names, place.id


def test_accents_may_be_left_out(places: list[Actor], index: ActorIndex) -> None:
    for place in places:
        assert index.find(plain(place.name)).id == place.id


@pytest.mark.parametrize(
    ("code", "name"),
    [
        (line.partition(": ")[0], name)
        for line in LIES_IN.strip().splitlines()
        for name in line.partition(": ")[2].split(", ")
    ],
)
def test_a_place_lies_in_its_country(index: ActorIndex, code: str, name: str) -> None:
    [reading] = index.names[name]
    assert index[reading.actor].kind == "place"
    assert index.ancestors(reading.actor) == (f"country/{code}",)


@pytest.mark.parametrize("name", [*listed(DISPUTED), *OF_ANOTHER_TIME])
def test_what_is_disputed_or_of_another_time_has_no_country(index: ActorIndex, name: str) -> None:
    place = index.find(name)
    assert place.kind == "place"
    assert place.parent is None


@pytest.mark.parametrize("name", ["Kyiv", "Sarajevo", "Damascus", "Baghdad", "Tripoli"])
def test_a_capital_stays_its_country(index: ActorIndex, name: str) -> None:
    assert index.find(name).kind == "country"
