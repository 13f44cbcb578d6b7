"""How fast PDF files are read, and what of the time is PDFium's: `python benchmarks/pdf.py FILE.pdf …`.

Give it files of your own: a made one says little. Prints pages for a second of computing (so that a busy machine makes
no difference), the share of the child process that takes the text out of the files, and the memory of both processes.
"""

import resource
import sys
from pathlib import Path

from pypdfium2 import PdfDocument

from relgraph import ReadError
from relgraph.readers import read
from relgraph.readers.paged import process


def main(paths):
    pages = letters = 0
    before = resource.getrusage(resource.RUSAGE_SELF)
    for path in map(Path, paths):
        try:
            letters += len(read(path, language="en").text)
            pages += len(PdfDocument(path))
        except ReadError as error:
            print(error)
    process.end()  # only what has ended is counted
    own, child = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    own_time = own.ru_utime + own.ru_stime - before.ru_utime - before.ru_stime
    child_time = child.ru_utime + child.ru_stime
    print(
        f"{pages} pages of {letters / max(pages, 1):.0f} letters: {pages / (own_time + child_time):.0f} pages a second"
    )
    print(f"PDFium's process {child_time / (own_time + child_time):.0%} of the time")
    print(f"memory {own.ru_maxrss / 1000:.0f} MB, PDFium's process {child.ru_maxrss / 1000:.0f} MB")


if __name__ == "__main__":
    main(sys.argv[1:])
