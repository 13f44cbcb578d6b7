"""PDF files for tests, set line by line, so that what stands where is certain."""

import io
import textwrap
from typing import NamedTuple

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595.0, 842.0


class Words(NamedTuple):
    """Words at a place of a page: `x` from the left, `y` from the top, in points."""

    x: float
    y: float
    text: str
    size: float = 10.0
    font: str = "Times-Roman"

    @property
    def right(self):
        return self.x + stringWidth(self.text, self.font, self.size)


def column(x, y, lines, size=10.0, leading=1.2):
    """Return lines under each other, and the y of the line that would follow."""
    placed = [Words(x, y + number * size * leading, line, size) for number, line in enumerate(lines)]
    return placed, y + len(lines) * size * leading


def lines(text, letters=90):
    """Return a text broken into lines as a column has them, without hyphens."""
    return textwrap.wrap(" ".join(text.split()), letters, break_on_hyphens=False)


def paper(*pages, password=None, owner=None, turn=0, creator="", **about):
    """Return a PDF of pages that are lists of `Words`, an image for a page that is None."""
    out = io.BytesIO()
    locked = StandardEncryption(password, ownerPassword=owner or "owner") if password is not None else None
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), encrypt=locked, invariant=True)
    canvas.setTitle(about.get("title", "untitled"))
    canvas.setAuthor(about.get("author", "anonymous"))
    canvas.setCreator(creator)
    canvas.setProducer(about.get("producer", "typesetter"))
    for page in pages:
        if page is None:
            _image(canvas)
        if turn:
            canvas.setPageRotation(turn)
            canvas.translate(WIDTH / 2, HEIGHT / 2)
            canvas.rotate(turn)
            canvas.translate(-HEIGHT / 2, -WIDTH / 2)
        for words in page or ():
            canvas.setFont(words.font, words.size)
            canvas.drawString(words.x, (WIDTH if turn else HEIGHT) - words.y, words.text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _image(canvas):
    from PIL import Image

    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 0, 0, WIDTH, HEIGHT)


def raw_pdf(objects):
    """Return a PDF of objects by number (bytes), the first of which is its root."""
    out = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    out += b"".join(b"%010d 00000 n \n" % places.get(number, 0) for number in range(1, size))
    out += b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, start)
    return bytes(out)
