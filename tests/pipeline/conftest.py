import pytest
from spacy.language import Language

from relgraph.pipeline.build import load_model


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load_model()
