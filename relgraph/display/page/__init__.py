"""Relations as a page of their own: to search, filter and read in any browser, with everything in one file."""

from relgraph.display.page.file import LIMIT, show_page
from relgraph.display.page.shown import ShownPage

__all__ = ["LIMIT", "ShownPage", "show_page"]
