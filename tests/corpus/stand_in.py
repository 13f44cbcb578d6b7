"""An extractor without a model, for tests of what happens around it; what a text says decides what becomes of it."""

from __future__ import annotations

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

from relgraph.model import Actor, Document, Evidence, Extraction, Mention, Relation

PERU = Actor(id="country/PER", name="Peru", kind="country")
CHILE = Actor(id="country/CHL", name="Chile", kind="country")


@dataclass(frozen=True)
class StandIn:
    """Finds "Peru … Chile" in each text; `folder` keeps account of what happened in which process."""

    folder: str | None = None
    broken: str | None = None

    def extractions(self, documents, *, batch_size=32):
        if self.broken == "error":
            raise LookupError("no such model")
        if self.broken == "exit":
            os._exit(3)
        for document in documents:
            yield self.extraction(document)

    def extraction(self, document):
        text = document.text
        if self.folder is not None:
            with Path(self.folder, "log.txt").open("a", encoding="utf-8") as log:
                log.write(f"{os.getpid()} {os.environ.get('OPENBLAS_NUM_THREADS')} {document.id}\n")
        if "kills the process" in text or ("kills it once" in text and not Path(self.folder, "killed").exists()):
            if self.folder is not None:
                Path(self.folder, "killed").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if "stumbles" in text:
            raise ValueError("something unforeseen")
        if "takes long" in text:
            time.sleep(0.15)
        print("a print in the midst of the work")
        return found_in(document)


def found_in(document: Document) -> Extraction:
    """Return the extraction of a document that says one thing if it names Peru before Chile."""
    text = document.text
    start, end = text.find("Peru"), text.find("Chile")
    if not 0 <= start < end:
        return Extraction(document=document)
    source, target = document.span(start, start + 4), document.span(end, end + 5)
    sentence, trigger = document.span(start, end + 5), document.span(start + 4, end)
    return Extraction(
        document=document,
        actors=(CHILE, PERU),
        mentions=(
            Mention(actor=PERU.id, span=source, via="name"),
            Mention(actor=CHILE.id, span=target, via="name"),
        ),
        relations=(
            Relation(
                source=Mention(actor=PERU.id, span=source, via="name"),
                target=Mention(actor=CHILE.id, span=target, via="name"),
                type="disputes.accuses",
                evidence=(
                    Evidence(
                        document=document.id,
                        sentence=sentence,
                        source=source,
                        target=target,
                        trigger=trigger,
                        frame="disputes.accuses/test",
                    ),
                ),
            ),
        ),
    )
