"""Files that are zip archives of XML (DOCX, EPUB, ODT): members are unpacked within bounds and parsed without traps."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from typing import Any

from relgraph.errors import ReadError

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError)
"""What zipfile raises for members that are damaged."""
LARGEST = 256_000_000
"""Bytes that all members together may unpack to."""
_MOST_MEMBERS = 50_000


class Archive:
    """The members of a zip archive; `what` names the format in messages ("an e-book")."""

    def __init__(self, data: bytes, what: str) -> None:
        self._what = what
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except DAMAGE as error:
            raise ReadError(f"this is {what} that is damaged or cut off ({error}); get it anew") from None
        members = self._zip.infolist()
        # zipfile never unpacks more of a member than it declares here
        size = sum(member.file_size for member in members)
        if size > LARGEST or len(members) > _MOST_MEMBERS:
            raise ReadError(
                f"this is {what} that unpacks to {size // 1_000_000} MB in {len(members)} parts, more than any text; "
                "it is not read"
            )
        if any(member.flag_bits & 1 for member in members):
            raise ReadError(f"this is {what} that is locked with a password; save it without one")
        self.names = frozenset(self._zip.namelist())

    def read(self, name: str) -> bytes:
        """Return the content of a member; raises `ReadError` if it is missing or damaged."""
        try:
            return self._zip.read(name)
        except KeyError:
            raise ReadError(f"this is {self._what} that is damaged: it has no {name}; get it anew") from None
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            NotImplementedError,
            OSError,
            RuntimeError,
            ValueError,
        ) as error:
            raise ReadError(
                f"this is {self._what} that is damaged or cut off ({name}: {error or 'it ends too soon'}); get it anew"
            ) from None

    def xml(self, name: str) -> Any:  # noqa: ANN401 (lxml has no types)
        """Return the root element of a member that is XML; raises `ReadError` if it is none."""
        return parse_xml(self.read(name), f"{self._what} that is damaged in {name}")


def parse_xml(data: bytes, what: str) -> Any:  # noqa: ANN401 (lxml has no types)
    """Return the root element of XML; entities are not replaced and nothing is fetched."""
    from lxml import etree  # noqa: PLC0415 (slow to load)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"this is {what} ({error}); get it anew") from None


def beside(name: str, href: str) -> str:
    """Return the name of the member that a reference in member `name` means."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), href)).lstrip("/")
