"""Codes and ids of actors elsewhere: they belong to actors that there are, and no two actors share one."""

from collections import Counter

import pytest

from relgraph.actors import WIKIDATA, ActorIndex, identifiers

KNOWN = identifiers()
INDEX = ActorIndex.default()


def test_all_belong_to_actors():
    ids = {actor.id for actor in INDEX}
    assert set(KNOWN) <= ids
    assert len(KNOWN) > 240


@pytest.mark.parametrize("field", ["alpha2", "wikidata"])
def test_no_two_actors_share_one(field):
    counts = Counter(getattr(each, field) for each in KNOWN.values())
    del counts[None]
    assert [value for value, count in counts.items() if count > 1] == []


def test_all_countries_have_an_alpha2_code_and_nothing_else_has():
    with_code = {id_ for id_, each in KNOWN.items() if each.alpha2}
    countries = {actor.id for actor in INDEX if actor.kind == "country"}
    assert with_code == countries


@pytest.mark.parametrize(
    ("actor", "alpha2", "wikidata"),
    [
        ("country/IRN", "IR", "Q794"),
        ("country/RUS", "RU", "Q159"),
        ("country/USA", "US", "Q30"),
        ("country/GBR", "GB", "Q145"),
        ("country/PSE", "PS", "Q219060"),
        ("igo/EU", None, "Q458"),
        ("state/soviet-union", None, "Q15180"),
    ],
)
def test_what_everybody_knows(actor, alpha2, wikidata):
    assert (KNOWN[actor].alpha2, KNOWN[actor].wikidata) == (alpha2, wikidata)
    (found,) = [each for each in INDEX if each.id == actor]
    assert found.same_as == (WIKIDATA + wikidata,)


def test_where_the_sources_do_not_agree_there_is_no_id():
    assert KNOWN["country/DNK"].wikidata is None
    (denmark,) = [each for each in INDEX if each.id == "country/DNK"]
    assert denmark.same_as == ()
