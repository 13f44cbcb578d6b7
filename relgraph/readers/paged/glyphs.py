"""The child process that takes text and its places out of PDF files with PDFium.

It is run as a script by `process`, and knows nothing of relgraph: a file that makes PDFium crash, hang or eat memory
takes this process down and nothing else. It reads requests from standard input (`REQUEST`: the length of the file and
the seconds that one page may take; then the file) and answers with pickled tuples: ``("open", page count, metadata)``,
then ``("page", width, height, runs, images)`` for each page and ``("end",)``; or ``("error", kind, what PDFium says)``,
after which the next request may follow.

A run is ``(left, right, baseline, size, bold, text)`` in points, in the direction of the page's text, from the bottom.
"""

from __future__ import annotations

import ctypes
import math
import pickle
import signal
import struct
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

REQUEST = struct.Struct("<Qd")
LONGEST = 10_000
"""A file of more pages than this is not read."""
_MOST_RUNS = 2_000_000
"""More than the longest books have; the parent keeps them all."""
_MEMORY = 3 << 30
_PAGE_CHARACTERS = 400_000
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""What PDFium makes of a hyphen at the end of a line."""

_UNCLEAR = 0xFFFE
_ASLANT = 4

Run = tuple[float, float, float, float, bool, str]


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answer requests until there are no more."""
    while len(head := requests.read(REQUEST.size)) == REQUEST.size:
        length, seconds = REQUEST.unpack(head)
        data = requests.read(length)
        _limit_time(seconds)
        for answer in read(data):
            _limit_time(0)
            pickle.dump(answer, answers, protocol=5)
            answers.flush()
            _limit_time(seconds)
        _limit_time(0)


def read(data: bytes) -> Iterator[tuple[Any, ...]]:
    """Yield the answers for one file."""
    import pypdfium2  # noqa: PLC0415 (optional)

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # the code is PDFium's: 4 a password that is needed or wrong, 5 a protection that it does not know
        yield ("error", "locked" if getattr(error, "err_code", None) in (4, 5) else "damaged", str(error))
        return
    try:
        count = len(document)
        if count > LONGEST:
            yield "error", "long", str(count)
            return
        yield "open", count, document.get_metadata_dict(skip_empty=True)
        total = 0
        for number in range(count):
            try:
                page = document[number]
            except pypdfium2.PdfiumError:
                yield "error", "page", str(number + 1)
                return
            answer = _page(page)
            total += len(answer[3])
            if total > _MOST_RUNS:
                yield "error", "much", str(number + 1)
                return
            yield answer
        yield ("end",)
    except MemoryError:
        yield "error", "memory", ""
    finally:
        document.close()


def _page(page: Any) -> tuple[Any, ...]:  # noqa: ANN401 (pypdfium2 has no types)
    import pypdfium2.raw as pdfium  # noqa: PLC0415 (optional)

    textpage = page.get_textpage()
    found = list(_runs(textpage.raw))
    turns: Counter[int] = Counter()
    for turn, run in found:
        turns[turn] += len(run[5]) * (turn != _ASLANT)
    main = turns.most_common(1)[0][0] if turns else 0
    # text across the page's direction is a stamp on the margin or a watermark
    runs = [run for turn, run in found if turn == main]
    images = not runs and any(
        pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page.raw, number)) == pdfium.FPDF_PAGEOBJ_IMAGE
        for number in range(min(pdfium.FPDFPage_CountObjects(page.raw), 1000))
    )
    width, height = page.get_size()
    textpage.close()
    page.close()
    return "page", width, height, runs, images


def _runs(textpage: Any) -> Iterator[tuple[int, Run]]:  # noqa: ANN401 (one loop over characters, kept flat for speed)
    """Yield the stretches of characters on one line without a wide gap, with the quarter turn of their writing."""
    import pypdfium2.raw as pdfium  # noqa: PLC0415 (optional)

    origin_of, box_of = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetLooseCharBox
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    px, py, pbox = ctypes.byref(x), ctypes.byref(y), ctypes.byref(box)
    text: list[str] = []
    lead: list[str] = []  # a space before the next run
    turn, left, right, line, size, bold, height, top = 0, 0.0, 0.0, 0.0, 1.0, False, 0.0, 0.0
    for index, code in enumerate(_codes(pdfium, textpage)):
        if code in (10, 13):
            if text:
                yield turn, (left, right, line, size, bold, "".join(text))
                text = []
            lead.clear()
            continue
        character = _HYPHENS.get(code) or (chr(code) if 0 < code < 0x110000 else "\ufffd")
        if character.isspace():
            (text or lead).append(" ")
            continue
        box_of(textpage, index, pbox)
        # a character of the same font on the same line has its box at the same height: no need to ask for more
        if text and turn == 0 and box.top == top and -1.3 * size < box.left - right < 0.9 * size:
            text.append(character)
            right = max(right, box.right)
            continue
        origin_of(textpage, index, px, py)
        if text:
            start, stop, base, tall = _turned(turn, x.value, y.value, box)
            if (
                abs(base - line) <= 0.1 * size
                and -1.3 * size < start - right < 0.9 * size
                and 0.85 < (tall + 0.01) / (height + 0.01) < 1.18
            ):
                text.append(character)
                right, top = max(right, stop), box.top
                continue
            yield turn, (left, right, line, size, bold, "".join(text))
        quarters = pdfium.FPDFText_GetCharAngle(textpage, index) / (math.pi / 2)
        turn = round(quarters) % 4 if abs(quarters - round(quarters)) < 0.1 else _ASLANT
        left, right, line, height = _turned(turn, x.value, y.value, box)
        size, bold = _font(pdfium, textpage, index, height)
        text, top = [*lead[:1], character], box.top
        lead.clear()
    if text:
        yield turn, (left, right, line, size, bold, "".join(text))


def _codes(pdfium: Any, textpage: Any) -> Sequence[int]:  # noqa: ANN401
    """Return the code points of the characters of a page."""
    count = min(pdfium.FPDFText_CountChars(textpage), _PAGE_CHARACTERS)
    if count <= 0:
        return ()
    buffer = (ctypes.c_ushort * (2 * count + 2))()
    written = pdfium.FPDFText_GetText(textpage, 0, count, buffer) - 1
    if written != count or any(0xD800 <= code < 0xE000 for code in buffer[:count]):
        # what PDFium leaves out, or writes as two, has shifted the others
        return [pdfium.FPDFText_GetUnicode(textpage, index) for index in range(count)]
    # a character without a meaning looks like a hyphen here
    return [
        code if code != _UNCLEAR else pdfium.FPDFText_GetUnicode(textpage, index)
        for index, code in enumerate(buffer[:count])
    ]


def _turned(turn: int, x: float, y: float, box: Any) -> tuple[float, float, float, float]:  # noqa: ANN401
    """Return left, right, baseline and height of a character as if its text ran from left to right."""
    if turn in (0, _ASLANT):
        return box.left, box.right, y, box.top - box.bottom
    if turn == 1:  # PDFium counts clockwise: the text runs down
        return -box.top, -box.bottom, x, box.right - box.left
    if turn == 2:
        return -box.right, -box.left, -y, box.top - box.bottom
    return box.bottom, box.top, -x, box.right - box.left


def _font(pdfium: Any, textpage: Any, index: int, height: float) -> tuple[float, bool]:  # noqa: ANN401
    matrix = pdfium.FS_MATRIX()
    size = pdfium.FPDFText_GetFontSize(textpage, index)
    if pdfium.FPDFText_GetMatrix(textpage, index, ctypes.byref(matrix)):
        size *= math.hypot(matrix.c, matrix.d) or 1.0
    name = ctypes.create_string_buffer(128)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(textpage, index, name, 128, ctypes.byref(flags))
    bold = pdfium.FPDFText_GetFontWeight(textpage, index) >= 600 or b"bold" in name.value.lower()
    return (size if size > 0.5 else height or 1.0), bold


def _limit_time(seconds: float) -> None:
    """End this process when it has computed for so long, even within PDFium; 0 is no limit. Waiting does not count."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 (POSIX only)

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    except (ImportError, ValueError, OSError):
        return


if __name__ == "__main__":
    # an interrupt is for the parent to deal with; this ends when its pipe does
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory()
    serve(sys.stdin.buffer, sys.stdout.buffer)
