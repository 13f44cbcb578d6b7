"""Word classes put together, and by their words; actors of a text whose parents become known."""

import pytest

from relgraph.actors import ActorIndex
from relgraph.errors import DataError
from relgraph.pipeline.cast import Cast
from relgraph.pipeline.words import Words

WORDS = Words(
    {
        "deeds.harm": frozenset({"raid", "strike"}),
        "deeds.talk": frozenset({"visit"}),
        "deeds.work": frozenset({"strike"}),
        "deeds.any": frozenset({"act", "raid"}),
        "doers": frozenset({"crew"}),
    }
)


def test_classes_are_put_together():
    assert WORDS.either("deeds.talk", "doers") == {"visit", "crew"}
    assert WORDS.either("deeds.talk", "doers") is WORDS.either("deeds.talk", "doers")
    with pytest.raises(DataError, match=r"deeds\.none"):
        WORDS.either("deeds.talk", "deeds.none")


def test_words_are_told_by_their_classes():
    found = WORDS.classes("deeds.", but="deeds.any")
    assert found == {
        "raid": ("deeds.harm",),
        "strike": ("deeds.harm", "deeds.work"),
        "visit": ("deeds.talk",),
    }
    assert "act" in WORDS.classes("deeds.", but="deeds.talk")


def test_the_root_of_an_actor_follows_its_parent():
    cast = Cast(ActorIndex.default())
    unit, army = cast.introduce("Ninth Company", "government"), cast.introduce("Highland Army", "government")
    assert cast.root(unit) == unit
    cast.adopt(unit, army)
    assert cast.root(unit) == army
    cast.adopt(army, "country/PER")
    assert cast.root(unit) == "country/PER"
    cast.orphan(army)
    assert cast.root(unit) == army
