"""Pictures in matplotlib (extra ``plot``). Its modules import matplotlib as they load; doors import them when asked.

Each function draws on axes and returns them. Nothing global changes: no settings, and no figures of pyplot.
"""

from relgraph.errors import MissingDependencyError

try:
    import matplotlib  # noqa: F401 -- to say which extra is missing
except ImportError:
    raise MissingDependencyError.named("matplotlib", "plot") from None

from relgraph.display.plots.balance import plot_balance
from relgraph.display.plots.matrix import plot_matrix
from relgraph.display.plots.network import plot_network
from relgraph.display.plots.timeline import plot_timeline

__all__ = ["plot_balance", "plot_matrix", "plot_network", "plot_timeline"]
