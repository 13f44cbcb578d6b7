"""Many documents: extracted in parallel, in a fixed order, with copies recognised and a report on all of them."""

from relgraph.corpus.copies import CopyRule
from relgraph.corpus.into_store import extract_into_store
from relgraph.corpus.report import Copy, Report, Skipped
from relgraph.corpus.run import Errors, Options, Progress, Run, outcomes
from relgraph.corpus.settings import settings_of

__all__ = [
    "Copy",
    "CopyRule",
    "Errors",
    "Options",
    "Progress",
    "Report",
    "Run",
    "Skipped",
    "extract_into_store",
    "outcomes",
    "settings_of",
]
