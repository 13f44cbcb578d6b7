from __future__ import annotations

import pytest
from stand_in import StandIn

from relgraph.actors import ActorIndex
from relgraph.corpus import Options, Report, Run, outcomes
from relgraph.ontology import Ontology
from relgraph.readers import inputs


@pytest.fixture
def extract_many(tmp_path):
    """What `Extractor.extract_many` does, with an extractor that needs no model."""

    def run(sources, *, extractor=None, **options):
        report = Report()
        results = outcomes(extractor or StandIn(str(tmp_path)), inputs(sources), Options(**options), report)
        return Run(results, report, index=ActorIndex.default(), ontology=Ontology.default())

    return run
