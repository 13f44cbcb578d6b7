"""E-mails (.eml), taken apart by Python's email package.

Text: the plain part, otherwise what the HTML part shows; messages that are attached (as forwarding may do) follow it.
Other attachments are not read. Quoted replies and the signature are dropped unless ``keep="all"``, but never what is
forwarded, nor a quotation below which nothing new is said: then it is all that there is.

Title, date and authors: subject (without "Re:"), date and sender of the header; the text does not repeat them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import getaddresses, parsedate_to_datetime

from relgraph.errors import ReadError
from relgraph.readers import html, mislabelled
from relgraph.readers.base import Keep, Reading
from relgraph.readers.decode import decode, kind_of_binary, normalise

SUFFIXES = (".eml",)

_FIELD = re.compile(rb"^(?:From |[A-Za-z][A-Za-z0-9-]{1,60}:)")
_TELLING = re.compile(rb"^(?:From|To|Subject|Date|Message-ID|MIME-Version|Received|Return-Path):", re.I | re.M)
_PREFIX = re.compile(r"^(?:(?:re|aw|sv|fwd?|wg|antw)(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_QUOTED = re.compile(r"^\s{0,3}>")
_INTRODUCED = re.compile(r"^(?:On\b.{4,200}\bwrote:|.{2,120}\bwrote:|Am\b.{4,200}\bschrieb\b.{0,100}:)\s*$")
_BELOW = re.compile(r"^(?:-{2,}\s*(?:Original Message|Original-Nachricht)\s*-{2,}|_{20,})\s*$", re.IGNORECASE)
_HEADER_LINE = re.compile(r"^\*?(?:From|Sent|To|Date|Subject|Cc):\*?\s", re.IGNORECASE)
_FORWARDED = re.compile(r"^(?:-{2,}\s*Forwarded message\s*-{2,}|Begin forwarded message:)\s*$", re.IGNORECASE)
_SIGNATURE = re.compile(r"^-- ?$")
_LONGEST_SIGNATURE = 15
_DEEPEST = 30
_MOST_COMMENTS = 50


def sniff(data: bytes) -> bool:
    """Whether the bytes are an e-mail with the header that servers write; a text that begins "From:" is none."""
    head = data.lstrip()[:20_000].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    named = {field.lower() for field in _TELLING.findall(head)}
    return (
        bool(_FIELD.match(head))
        and b"from:" in named
        and bool(named & {b"message-id:", b"mime-version:", b"received:"})
    )


def read_bytes(data: bytes, *, keep: Keep = "article", encoding: str | None = None) -> Reading:
    """Read an e-mail; raises `ReadError` if it has no text, or is no e-mail."""
    if kind_of_binary(data) is not None or not _FIELD.match(data.lstrip()):
        return mislabelled.read_bytes(data, "an e-mail (.eml)", keep=keep, encoding=encoding)
    message = parsed(data)
    subject = header(message, "Subject")
    forwarded = re.match(r"(?:fwd?|wg)\s*:", subject, re.IGNORECASE) is not None
    pieces = [_own(text, forwarded) if keep == "article" else text for text in _texts(message, encoding)]
    body = normalise("\n\n".join(piece.strip("\r\n") for piece in pieces if piece.strip())).strip("\n")
    if not body.strip():
        attached = [part.get_filename() for part in message.walk() if part.get_filename()]
        names = f" but attachments ({', '.join(map(str, attached[:5]))}): save them and read those" if attached else ""
        raise ReadError(f"this e-mail has no text{names}")
    return Reading(body, title=_PREFIX.sub("", subject) or None, published=_sent(message), authors=_senders(message))


def parsed(data: bytes) -> EmailMessage:
    """Return the message in bytes; one that is nested deeper than anyone forwards raises `ReadError`."""
    try:
        message = message_from_bytes(data.lstrip(), policy=policy.default)
        deepest = max(_depths(message))
    except RecursionError:
        deepest = _DEEPEST + 1
    if deepest > _DEEPEST:
        raise ReadError("this e-mail is nested too deeply to be read; save its text as .txt, and read that")
    assert isinstance(message, EmailMessage)
    return message


def header(message: MIMEPart, name: str) -> str:
    """Return a field of the header in one line; as it is written if Python's parser cannot cope with it."""
    try:
        value = str(message.get(name, ""))
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError):
        value = next((str(raw) for field, raw in message.raw_items() if field.lower() == name.lower()), "")
    return " ".join(value.split())


def _depths(message: object) -> Iterator[int]:
    waiting = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        yield depth
        payload = part.get_payload() if isinstance(part, EmailMessage) and part.is_multipart() else []
        waiting.extend((inner, depth + 1) for inner in payload)


def _texts(message: EmailMessage, encoding: str | None) -> Iterator[str]:
    """Yield the text of a message, and those of the messages attached to it."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is not None:
        plain = _text(body, encoding)
        shown = message.get_body(preferencelist=("html",)) if not plain.strip() else None
        yield _text(shown, encoding) if shown is not None else plain
    for part in message.walk():
        if part.get_content_type() == "message/rfc822" and part is not message:
            for inner in part.iter_parts() if isinstance(part, EmailMessage) else ():
                if isinstance(inner, EmailMessage):
                    attached = inner.get_body(preferencelist=("plain", "html"))
                    subject = header(inner, "Subject")
                    yield "\n\n".join(
                        filter(None, (subject, _text(attached, encoding) if attached is not None else ""))
                    )


def _text(part: MIMEPart, encoding: str | None) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    named = encoding or part.get_content_charset()
    if part.get_content_type() == "text/html":
        return html.visible_text(data, html.fitting(data, named))
    # many programs name ASCII whatever they send
    text = decode(data, html.fitting(data, named) if named != "us-ascii" else None)
    return _unflowed(text) if part.get_param("format") == "flowed" else text


def _unflowed(text: str) -> str:
    """Return text in which a space at the end of a line says that the paragraph goes on (RFC 3676)."""
    return re.sub(r"(?<=\S) \r?\n(?!>|-- )(?=\S)", " ", text)


def _own(text: str, forwarded: bool) -> str:
    """Return what the sender wrote: without the replies that are quoted and the signature."""
    lines = text.replace("\r\n", "\n").split("\n")
    kept: list[str] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if _FORWARDED.match(line) or (forwarded and _starts_quotation(lines, number)):
            kept.extend(re.sub(r"^\s{0,3}(?:> ?)+", "", rest) for rest in lines[number:] if not _FORWARDED.match(rest))
            break
        if _SIGNATURE.match(line) and len(lines) - number <= _LONGEST_SIGNATURE:
            break
        if _starts_quotation(lines, number) and not _QUOTED.match(line):
            if _INTRODUCED.match(" ".join(lines[number : number + 2])) or _INTRODUCED.match(line):
                number += 1 if _INTRODUCED.match(line) else 2
                continue
            break
        if not _QUOTED.match(line):
            kept.append(line)
        number += 1
    own = re.sub(r"\n\s*\n\s*\n", "\n\n", "\n".join(kept))
    return own if own.strip() else re.sub(r"(?m)^\s{0,3}(?:> ?)+", "", text)


def _starts_quotation(lines: list[str], number: int) -> bool:
    line = lines[number]
    if _QUOTED.match(line) or _BELOW.match(line):
        return True
    following = [other for other in lines[number + 1 : number + 4] if other.strip()]
    if _INTRODUCED.match(line):
        return bool(following) and _QUOTED.match(following[0]) is not None
    two = f"{line} {following[0]}" if following else line
    if line.startswith("On ") and _INTRODUCED.match(two):
        return len(following) > 1 and _QUOTED.match(following[1]) is not None
    # Outlook puts the header of the message before above it
    return bool(_HEADER_LINE.match(line)) and sum(bool(_HEADER_LINE.match(other)) for other in following) >= 2


def _sent(message: EmailMessage) -> date | None:
    try:
        return parsedate_to_datetime(header(message, "Date")).date()
    except (TypeError, ValueError, IndexError):
        return None


def _senders(message: EmailMessage) -> tuple[str, ...]:
    written = header(message, "From")
    if written.count("(") > _MOST_COMMENTS:  # Python's parser goes into each
        return ()
    names = (" ".join(name.split()) for name, _ in getaddresses([written]))
    return tuple(dict.fromkeys(name for name in names if name and "@" not in name))
