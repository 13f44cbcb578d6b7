"""Relations as a page of their own: to search, filter and read in any browser, with everything in one file."""

from relgraph.display.page.file import LIMIT, save_page

__all__ = ["LIMIT", "save_page"]
