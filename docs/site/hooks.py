"""What mkdocs is told beyond mkdocs.yml: pages that stand elsewhere in the repository belong to the site too.

Pages link to these files where they stand, so that the links work in the repository; here they are led to the pages.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parents[2]
HOMES = {"CHANGELOG.md": "changelog.md", "LICENSE": "licence.md", "README.md": "index.md"}
"""Where files of the repository are on the site; notebooks keep their folder."""
_SOURCES = {page: source for source, page in HOMES.items() if page != "index.md"}
_LINK = re.compile(r"\]\(([^)\s#]+)(#[^)\s]*)?\)")
_HREF = re.compile(r'href="([^"#]+)(#[^"]*)?"')


def notebooks() -> list[Path]:
    """Return the example notebooks."""
    return sorted((ROOT / "examples").glob("*.ipynb"))


@event_priority(100)  # before the plugin for notebooks looks at the files
def on_files(files: Files, config: MkDocsConfig, **_: Any) -> Files:  # noqa: ANN401 -- mkdocs may pass more one day
    """Add the pages that stand elsewhere."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    title, _, words = licence.partition("\n")
    files.append(File.generated(config, "licence.md", content=f"# {title}\n{words}"))
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    files.append(File.generated(config, "changelog.md", content=changes))
    for path in notebooks():
        files.append(File(f"examples/{path.name}", str(ROOT), config.site_dir, config.use_directory_urls))
    return files


def on_page_markdown(markdown: str, page: Page, files: Files, **_: Any) -> str:  # noqa: ANN401 -- as above
    """Lead links to files of the repository to the pages that they are here."""
    return _LINK.sub(lambda link: f"]({_led(link[1], page, files)}{link[2] or ''})", markdown)


def on_page_content(html: str, page: Page, files: Files, **_: Any) -> str:  # noqa: ANN401 -- as above
    """Do the same in notebooks, which are HTML when they come here."""
    if not page.file.src_uri.startswith("examples/"):
        return html

    def led(link: re.Match[str]) -> str:
        found = files.get_file_from_path(_on_site(link[1], page, files))
        return f'href="{found.url_relative_to(page.file)}{link[2] or ""}"' if found else link[0]

    return _HREF.sub(led, html)


def _led(target: str, page: Page, files: Files) -> str:
    """Return the way from a page to what a link of it means; what is no page stays, and mkdocs says so."""
    found = _on_site(target, page, files)
    return posixpath.relpath(found, posixpath.dirname(page.file.src_uri) or ".") if found else target


def _on_site(target: str, page: Page, files: Files) -> str:
    """Return the page that a link of a page means, as mkdocs names it, or nothing."""
    if "://" in target:
        return ""
    own = page.file.src_uri
    here = _SOURCES.get(own) or (own if own.startswith("examples/") else f"docs/{own}")
    in_repository = posixpath.normpath(posixpath.join(posixpath.dirname(here), target))
    on_site = HOMES.get(in_repository, in_repository.removeprefix("docs/"))
    return on_site if files.get_file_from_path(on_site) else ""
