"""Extraction over a cluster of machines with Dask, into a dataset of Parquet files; needs ``relgraph[dask]``."""

from __future__ import annotations

from relgraph.distributed.merging import merge_into
from relgraph.distributed.reading import read_dataset, read_inputs
from relgraph.distributed.report import DatasetReport
from relgraph.distributed.run import extract_dataset

__all__ = ["DatasetReport", "extract_dataset", "merge_into", "read_dataset", "read_inputs"]
