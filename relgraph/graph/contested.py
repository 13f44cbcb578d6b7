"""Contested dyads: pairs of actors with much that is friendly and much that is hostile at once."""

from __future__ import annotations

from relgraph.graph.conditions import AskedTypes, Conditions
from relgraph.graph.names import Names
from relgraph.graph.rows import Rows
from relgraph.graph.signed import DYAD_COLUMNS, Dyad, Signs, signed_pairs
from relgraph.graph.table import counted


class Contested(Rows[Dyad]):
    """The pairs with relations of both signs, those with the greatest ambivalence first.

    Of equally ambivalent ones the more even come first, then the order of names decides. `pairs` is how many pairs have
    relations of any sign.
    """

    __slots__ = ("_left_out", "pairs")

    columns = DYAD_COLUMNS
    header = ("one", "other", "friendly", "hostile", "both in", "ambivalence")

    def __init__(self, dyads: list[Dyad], pairs: int, left_out: str = "") -> None:
        super().__init__(dyads)
        self.pairs = pairs
        self._left_out = left_out

    @property
    def title(self) -> str:
        """How many of the pairs are contested."""
        return f"{len(self):,} contested of {counted(self.pairs, 'pair')}"

    @property
    def notes(self) -> str:
        """Which relations do not count."""
        return self._left_out

    def cells(self, row: Dyad) -> tuple[str, ...]:
        """Return what a table shows of a row."""
        years = ", ".join(map(str, row.years))
        return row.one.name, row.other.name, str(len(row.friendly)), str(len(row.hostile)), years, str(row.ambivalence)


def contested(names: Names, type: AskedTypes, signs: Signs | None, conditions: Conditions) -> Contested:
    """Return the contested dyads; `Insights.contested` explains them."""
    pairs = signed_pairs(names, type, signs, conditions)
    both = [(-min(counts), max(counts), pair) for pair, counts in pairs.counts.items() if min(counts)]
    both.sort(key=lambda each: each[:2])
    return Contested([pairs.dyad(pair) for _, _, pair in both], len(pairs.counts), pairs.left_out)
