"""Pictures of a graph or a store, drawn by matplotlib (extra ``plot``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.graph import analysis
from relgraph.graph.camps import camps
from relgraph.graph.conditions import Asked, AskedTypes, Conditions, compile_query
from relgraph.graph.names import Names
from relgraph.graph.query import run_query
from relgraph.graph.signed import Signs

if TYPE_CHECKING:
    from typing import Unpack

    from matplotlib.axes import Axes


class Plotted:
    """The pictures. All take the conditions of `relations`, draw on `ax` or a new figure, and return the axes.

    A new figure is none of pyplot's: it is never left open, and a notebook shows the axes that stand last in a cell.
    ``axes.figure.savefig("picture.pdf")`` saves it. If there is nothing to draw, the axes say so. What is left out is
    told below the picture. All of them raise `UsageError` as `relations` does, and `MissingDependencyError` without
    matplotlib.
    """

    _names: Names

    def plot(
        self,
        source: Asked = None,
        type: AskedTypes = None,
        target: Asked = None,
        *,
        ax: Axes | None = None,
        most: int = 40,
        **conditions: Unpack[Conditions],
    ) -> Axes:
        """Draw the network: actors near those to whom they have much to do, and lines in the colours of families.

        A line is all relations of a family between two actors, the wider the more there are, with arrows to whom they
        go. The `most` strongest lines are drawn. The same relations always give the same picture.
        """
        from relgraph.display.plots import plot_network  # noqa: PLC0415 -- a layer above, optional and slow to load

        relations = run_query(self._names, compile_query(self._names, source, type, target, **conditions))
        return plot_network(self._names, relations, ax, most)

    def plot_timeline(
        self,
        one: Asked = None,
        other: Asked = None,
        type: AskedTypes = None,
        *,
        ax: Axes | None = None,
        most: int = 40,
        **conditions: Unpack[Conditions],
    ) -> Axes:
        """Draw the relations between two actors, of one or of all over time, in a lane for each family.

        What happened on a day is a dot, what is said of a month, a year or other span is a bar, each with the words
        that state it. A hollow dot stands for relations whose time the text does not state, on the day on which their
        document was published. At `most` so many dots and bars are drawn, those with a stated time first.
        """
        from relgraph.display.plots import plot_timeline  # noqa: PLC0415 -- a layer above, optional and slow to load

        pair = [self._names.actor(each) for each in (one, other) if each is not None]
        return plot_timeline(analysis.timeline(self._names, one, other, type, **conditions), pair, ax, most)

    def plot_matrix(
        self, type: AskedTypes = None, *, ax: Axes | None = None, most: int = 20, **conditions: Unpack[Conditions]
    ) -> Axes:
        """Draw who does it to whom as a heat map with the numbers of relations, of the `most` active actors.

        Sources are rows and targets columns, the most active ones first; what is mutual counts both ways.
        """
        from relgraph.display.plots import plot_matrix  # noqa: PLC0415 -- a layer above, optional and slow to load

        return plot_matrix(
            self._names, run_query(self._names, compile_query(self._names, type=type, **conditions)), ax, most
        )

    def plot_balance(
        self,
        type: AskedTypes = None,
        *,
        ax: Axes | None = None,
        most: int = 60,
        resolution: float = 0.0,
        weighted: bool = True,
        signs: Signs | None = None,
        **conditions: Unpack[Conditions],
    ) -> Axes:
        """Draw the `camps` with what is friendly and hostile, and mark what goes against them.

        Between two actors, all friendly relations are a solid line and all hostile ones a dashed line, the wider the
        more there are; the `most` strongest lines are drawn. Hostile lines within a camp and friendly ones between
        camps bear a cross. The further arguments are those of `camps`.
        """
        from relgraph.display.plots import plot_balance  # noqa: PLC0415 -- a layer above, optional and slow to load

        found = camps(self._names, type, signs, conditions, resolution=resolution, weighted=weighted)
        return plot_balance(found, ax, most)
