"""From bytes to clean characters: what kind of file it is, its encoding, and the few characters that are normalised."""

from __future__ import annotations

import codecs
import re

from relgraph.errors import ReadError
from relgraph.readers.language import english_share

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive"),
    (b"PK\x05\x06", "an empty zip archive"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh91AY", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ID3\x03", "an MP3 recording"),
    (b"ID3\x04", "an MP3 recording"),
    (b"OggS\x00", "an Ogg recording"),
)
_ZIP_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint file (.pptx)"),
    (b"opendocument", "an OpenDocument file"),
    (b"epub", "an e-book (.epub)"),
)
STORE_MARK = b"RGdb"
"""What a store of relgraph has at the place where SQLite files say which application they belong to."""
_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_TRAILING = re.compile(r"[^\S\n]+(?=\n|\Z)")
_TYPICAL_CP1252 = re.compile("[‘’“”–—…•€£§©®°·´«»¿¡½¼¾º\xa0À-ÏÑ-ÖØ-Üßà-ïñ-öø-üÿŠšŽžŒœ]")
"""What English texts have; not the six letters (Ð Ý Þ ð ý þ) whose bytes are Turkish letters in Windows-1254."""
_MOJIBAKE = re.compile("[ÃÂ][\x80-\xbf\xa0-¿]|â€|Ð.Ñ|Ñ.Ð|ï»¿")
_MISPLACED = re.compile("[£§©®°€¿¡][^\\W\\d_]|[^\\W\\d_][£§©®°¿¡]")
_SAMPLE = 200_000


def kind_of_binary(data: bytes) -> str | None:
    """Return what kind of file the bytes are ("a PDF file"), or None if they may be text."""
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            if kind == "a zip archive":
                head = data[:4096]
                return next((name for mark, name in _ZIP_KINDS if mark in head), kind)
            return kind
    if data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI "):
        return "an image, a recording or a film (RIFF)"
    if data[:1] == b"\x00" and data[4:8] == b"ftyp":
        return "a film (MP4)"
    return None


def refuse_binary(data: bytes) -> None:
    """Raise `ReadError` if the bytes are known to be no text; the message says what they are."""
    if data.startswith(b"SQLite format 3\0") and data[68:72] == STORE_MARK:
        raise ReadError(
            "this is a store of relgraph and no text to read; relgraph.Store(…) and `relgraph store` open it"
        )
    kind = kind_of_binary(data)
    if kind is not None:
        raise ReadError(
            f"this is {kind}, not text; save its text as .txt or .html first, or install a reader for it "
            "(an entry point of the group relgraph.readers)"
        )


def decode(data: bytes, encoding: str | None = None) -> str:
    """Return the characters of a text file.

    With `encoding` nothing is guessed. Otherwise a byte order mark decides, then UTF-8, and then Windows-1252 or what
    charset-normalizer proposes, but only if the result is plausible. Raises `ReadError` if the bytes are no text or
    no encoding fits; the message names ``encoding=``.
    """
    refuse_binary(data)
    if encoding is not None:
        return _decode_as(data, encoding)
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _decode_as(data, name)
    _refuse_unmarked_utf16(data)
    try:
        return _refuse_controls(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        guessed = _guess(data)
        if guessed is None:
            raise ReadError(
                f"this is not UTF-8 (byte {error.start} is 0x{data[error.start]:02x}) and no other encoding fits for "
                "certain; name it with encoding=, for example encoding='cp1252'"
            ) from None
        return _refuse_controls(guessed)


def utf8_of(text: str) -> bytes:
    """Return a text in UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD."""
    return _SURROGATES.sub("\ufffd", text).encode("utf-8")


def normalise(text: str) -> str:
    """Return `text` in the form that all offsets count in.

    A byte order mark at the start and white space at the ends of lines go, line ends become LF, and control characters
    other than tab (NUL, form feed …) and no-break spaces become a space. A lone surrogate, which no file can hold,
    becomes U+FFFD.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ")
    text = _CONTROL.sub(" ", text)
    text = _SURROGATES.sub("\ufffd", text)
    return _TRAILING.sub("", text)


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return _refuse_controls(data.decode(encoding))
    except LookupError:
        raise ReadError(f"there is no encoding {encoding!r}; try encoding='utf-8' or encoding='cp1252'") from None
    except UnicodeError as error:
        raise ReadError(f"this is not {encoding}: {error}; name the right one with encoding=") from None


def _refuse_unmarked_utf16(data: bytes) -> None:
    sample = data[:_SAMPLE]
    if sample.count(0) > max(len(sample) // 5, 1):
        for name, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
            if zeros.count(0) > 0.8 * len(zeros):
                raise ReadError(f"this looks like {name} without a byte order mark; pass encoding={name!r}")


def _refuse_controls(text: str) -> str:
    sample = text[:_SAMPLE]
    controls = len(_CONTROL.findall(sample))
    if sample.count("\x00") > max(len(sample) // 500, 2) or controls > max(len(sample) // 20, 8):
        raise ReadError("this is binary data, not text (it is full of control characters); save its text as .txt first")
    return text


def _guess(data: bytes) -> str | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = ""
    foreign = [character for character in text if character > "\x7f"]
    typical = sum(1 for character in foreign if _TYPICAL_CP1252.match(character))
    if (
        text
        and len(foreign) <= 0.05 * len(text) + 3
        and typical >= 0.95 * len(foreign)
        and not _MOJIBAKE.search(text)
        and not _MISPLACED.search(text)
        and english_share(text) >= 0.15
    ):
        return text
    return _guess_by_statistics(data)


def _guess_by_statistics(data: bytes) -> str | None:
    sample = data[:_SAMPLE]
    # a few accented letters among plain ones fit many code pages equally well, whatever the statistics say
    if sum(byte > 127 for byte in sample) < 0.1 * len(sample):
        return None
    import charset_normalizer  # noqa: PLC0415 (slow to load, seldom needed)

    best = charset_normalizer.from_bytes(sample).best()
    if best is None or best.percent_chaos > 5 or best.percent_coherence < 50:
        return None
    try:
        text = data.decode(best.encoding)
        if any(data.decode(other) != text for other in best.could_be_from_charset):
            return None
    except UnicodeError:
        return None
    return None if _MOJIBAKE.search(text) or _MISPLACED.search(text) else text
