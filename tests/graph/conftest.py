from __future__ import annotations

from datetime import date

import pytest
from made_up import ACTORS, clause, extraction

from relgraph.actors import ActorIndex
from relgraph.graph import RelationGraph
from relgraph.model import TimeRef


@pytest.fixture(scope="session")
def index() -> ActorIndex:
    return ActorIndex([actor for actor in ACTORS.values() if actor.kind != "place"])


@pytest.fixture
def graph(index: ActorIndex) -> RelationGraph:
    """Two documents: an undated one, and one of June 2021."""
    year_2019 = TimeRef(text="in 2019", start=date(2019, 1, 1), end=date(2019, 12, 31), granularity="year")
    march_2021 = TimeRef(text="March 2021", start=date(2021, 3, 1), end=date(2021, 3, 31), granularity="month")
    return RelationGraph(
        (
            extraction(
                clause("Russia", "cooperates.supports", "Syria", words="backs", when=year_2019),
                clause("Russian Navy", "cooperates.aids", "Syria", words="arms"),
                clause("Russia", "cooperates.supports", "Hezbollah", polarity="negated", words="does not back"),
                clause("Israel", "fights.attacks", "Hezbollah", words="bombs", by="Sergey Lavrov"),
                clause("Iran", "cooperates.supports", "Hezbollah", words="backs", by="Israeli sources"),
                id="undated",
                title="Background",
                extra=("place/moscow",),
            ),
            extraction(
                clause(
                    "Iran", "cooperates.consults", "Sergey Lavrov", words="met with", symmetric=True, when=march_2021
                ),
                clause("Sergey Lavrov", "affiliated.leads", "Russian Foreign Ministry", words="heads"),
                clause("Russia", "restrains.limits", "Israel", words="seeks to restrain", modality="intended"),
                clause(
                    "Israel", "disputes.demands", "Russia", words="may call on", modality="possible", confidence=0.5
                ),
                clause("Russian Navy", "disputes.protests", "Sergey Lavrov", words="protests to"),
                id="dated",
                published=date(2021, 6, 15),
            ),
        ),
        index=index,
    )
