"""The profile of an actor."""

import json
import pickle
from datetime import date

import pytest
from made_up import clause, extraction

from relgraph.errors import UnknownActorError, UsageError
from relgraph.graph import RelationGraph
from relgraph.model import TimeRef


def names_of(found):
    return [(each.actor.name, len(each.friendly), len(each.hostile), len(each.other)) for each in found]


def test_with_whom_an_actor_stands_how(graph):
    """Russia backs and arms Syria, means to restrain Israel, and meets Iran; its affiliations are its own affair."""
    profile = graph.profile("Moscow")
    assert (profile.actor.name, profile.parent, profile.documents) == ("Russia", None, 2)
    assert names_of(profile.partners) == [("Syria", 2, 0, 0), ("Iran", 1, 0, 0)]
    assert names_of(profile.opponents) == [("Israel", 0, 1, 0)]
    assert profile.mixed == ()
    assert [actor.name for actor in profile.members] == ["Sergey Lavrov", "Russian Navy", "Russian Foreign Ministry"]
    assert profile.names == ("Russia", "Russian Federation", "Russian", "Russians", "Kremlin", "Moscow")
    # The navy's protest to Lavrov goes out and comes in.
    assert dict(profile.outgoing) == {
        "affiliated.leads": 1, "cooperates.aids": 1, "cooperates.supports": 1, "disputes.protests": 1,
        "restrains.limits": 1,
    }  # fmt: skip
    assert profile.incoming == ()
    assert profile.mutual == (("cooperates.consults", 1),)
    assert (profile.first, profile.last) == (date(2019, 1, 1), date(2021, 6, 15))
    assert profile.relations.set_aside == {"negated": 1, "possible": 1}


def test_who_speaks_about_it_and_what_it_says(graph):
    """Israeli sources tell of Iran, Lavrov of Israel and Hezbollah."""
    assert graph.profile("Iran").speakers == (("Israeli sources", 1),)
    assert graph.profile("Hezbollah").speakers == (("Israeli sources", 1), ("Sergey Lavrov", 1))
    assert [view.target.name for view in graph.profile("Russia").says] == ["Hezbollah"]
    assert [view.target.name for view in graph.profile("Lavrov").says] == ["Hezbollah"]
    assert not graph.profile("Russia", rollup=False).says
    assert not graph.profile("Iran").says
    # Russia's own words about itself are not what others say of it.
    own = RelationGraph([extraction(clause("Russia", "cooperates.aids", "Syria", by="Sergey Lavrov"))])
    assert own.profile("country/RUS").speakers == ()
    assert own.profile("country/SYR").speakers == (("Sergey Lavrov", 1),)


def test_what_it_denies_is_among_what_it_says(index):
    graph = RelationGraph(
        [extraction(clause("Iran", "cooperates.aids", "Hezbollah", polarity="negated", by="Iran"))], index=index
    )
    profile = graph.profile("Iran")
    assert [view.polarity for view in profile.says] == ["negated"]
    assert len(profile.relations) == 0
    assert "says: Iran —aids→ Hezbollah (denied)" in repr(profile)
    assert len(graph.profile("Iran", attributed=False).says) == 1


def test_the_strongest_evidence_is_plain_and_sure_and_of_different_ties(index):
    graph = RelationGraph(
        [
            extraction(
                clause("Iran", "fights.attacks", "Israel", modality="intended"),
                clause("Iran", "cooperates.aids", "Syria", confidence=0.7),
                clause("Iran", "cooperates.aids", "Syria", confidence=0.9),
                clause("Iran", "cooperates.supports", "Syria", by="Israel"),
                clause("Russia", "cooperates.supports", "Iran", confidence=0.8),
            )
        ],
        index=index,
    )
    found = graph.profile("Iran").evidence
    assert [(view.source.name, view.type, view.confidence) for view in found] == [
        ("Iran", "cooperates.aids", 0.9),
        ("Russia", "cooperates.supports", 0.8),
        ("Iran", "cooperates.supports", 1.0),
        ("Iran", "fights.attacks", 1.0),
    ]


def test_counterparts_as_a_frame(graph):
    frame = graph.profile("Russia").to_frame()
    assert list(frame.actor) == ["Syria", "Iran", "Israel"]
    assert list(frame.net) == [2, 1, -1]
    assert graph.profile("Russia").to_polars().columns == list(frame.columns)
    assert list(graph.profile("Russia", signs={"aids": -1}).to_frame().net) == [0, 1, -1]
    assert [each.actor.name for each in graph.profile("Russia", signs={"aids": -1}).mixed] == ["Syria"]
    assert frame.iloc[0].to_dict() == graph.profile("Russia").to_dicts()[0]


def test_a_single_member_has_a_profile_of_its_own(graph):
    profile = graph.profile("Sergey Lavrov")
    assert profile.parent.name == "Russian Foreign Ministry"
    assert names_of(profile.counterparts) == [("Russia", 1, 1, 0), ("Iran", 1, 0, 0)]
    assert profile.members == ()
    ministry = graph.profile("Russian Foreign Ministry")
    assert [actor.name for actor in ministry.members] == ["Sergey Lavrov"]
    assert names_of(ministry.counterparts) == [("Iran", 1, 0, 0), ("Russia", 0, 1, 0)]


def test_conditions_narrow_it_down(graph):
    assert names_of(graph.profile("Russia", "cooperates", until="2020").counterparts) == [("Syria", 1, 0, 0)]
    assert names_of(graph.profile("Russia", modality=None).counterparts)[0] == ("Israel", 0, 2, 0)
    negated = graph.profile("Russia", "supports", polarity="negated")
    assert names_of(negated.counterparts) == [("Hezbollah", 0, 1, 0)]
    with pytest.raises(UsageError, match="either makes no sense here"):
        graph.profile("Russia", either="Iran")
    with pytest.raises(UnknownActorError):
        graph.profile("Atlantis")


def test_an_actor_that_only_the_index_knows(graph):
    profile = graph.profile("France")
    assert (len(profile.relations), profile.first, profile.evidence.first, profile.counterparts[:]) == (
        0,
        None,
        None,
        (),
    )
    assert repr(profile) == "France (country, FRA): 0 relations in 0 documents\n  names: French, Paris"


def test_a_profile_is_told_in_words_and_as_json(graph):
    profile = graph.profile("Russia")
    lines = repr(profile).splitlines()
    assert lines[0] == "Russia (country, RUS): 6 relations in 2 documents, 2019-01-01 to 2021-06-15"
    assert "  partners: Syria  +2 −0, Iran  +1 −0" in lines
    assert "  opponents: Israel  +0 −1" in lines
    assert lines[-1] == "  set aside: 1 negated, 1 possible"
    told = json.loads(json.dumps(profile.to_dict()))
    assert (told["first"], told["relations"], told["members"][0]) == ("2019-01-01", 6, "Sergey Lavrov")
    assert told["says"][0]["sentence"] == "Israel bombs Hezbollah."
    assert pickle.loads(pickle.dumps(profile)) == profile
    assert hash(profile) == hash(graph.profile("Moscow"))


def test_one_day_is_told_once(index):
    day = TimeRef(text="1 May 2021", start=date(2021, 5, 1), end=date(2021, 5, 1), granularity="day")
    graph = RelationGraph([extraction(clause("Iran", "cooperates.aids", "Syria", when=day))], index=index)
    assert graph.profile("Iran").title == "Iran (country, IRN): 1 relation in 1 document, 2021-05-01"
