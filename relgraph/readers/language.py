"""Which language a text is in, told by its script and its most frequent small words; no model is needed."""

from __future__ import annotations

import re
from collections import Counter

_STOP_WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words.split())
    for name, words in {
        "English": (
            "the of and to in a is that for it as was with be by on not he his but at are this have from or had an "
            "they which you were their been has will would more who we its after about into over also said than"
        ),
        "French": (
            "le la les des et une du que qui dans est pour pas sur avec au plus par ne ce cette sont ont aux mais ses "
            "leur été était selon entre elle nous vous ou où comme se un il"
        ),
        "German": (
            "der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus hat dass "
            "sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis"
        ),
        "Spanish": (
            "el la los las de que y en un una por con no para es se su del al lo como más pero sus fue este ha esta "
            "entre cuando muy sin sobre también hasta hay donde desde todo durante"
        ),
        "Italian": (
            "il di che la e un una per non con del della sono da le si dei nel alla più gli anche come ha lo al delle "
            "ma nella dal questo essere stato fra tra degli i"
        ),
        "Portuguese": (
            "o a de que e do da em um para com não uma os no se na por mais as dos como mas ao ele das seu sua ou "
            "quando muito nos já também só pelo pela até isso entre são foi"
        ),
        "Dutch": (
            "de het een van en in te dat op is voor met zijn niet aan er om ook als maar dan bij nog uit naar door "
            "over ze hij worden werd wordt heeft hebben tegen tot meer deze"
        ),
        "Swedish": (
            "och att det i en som på är av för med till den har de inte om ett men var sig från vid kan ska efter "
            "eller nu där när över mot under också"
        ),
        "Danish or Norwegian": (
            "og i at det en til er som på de med han av for ikke der var den har et seg sig fra men om ble blev kan "
            "vil skal etter efter eller mot mod"
        ),
        "Polish": (
            "i w na z do się nie że to jest o po przez jak od za dla który która ale oraz są tym czy tego był było jej "
            "jego ze przed również"
        ),
        "Czech or Slovak": (
            "a v na se je že s z do o to i ve k po za pro od ale jako by jsem byl bylo jeho které která který jsou sa "
            "aj pre ako bol ktoré"
        ),
        "Romanian": (
            "și în de la a cu pe o nu că din un să este care pentru mai au fost sunt prin după ca dar al ale lui acest"
        ),
        "Hungarian": "a az és hogy nem is egy meg volt de ez ha csak már még azt mint vagy el kell lehet szerint aki",
        "Turkish": (
            "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar ancak ne olduğu en var yeni ise karşı iki "
            "tarafından göre etti oldu"
        ),
        "Indonesian or Malay": (
            "yang dan di ini itu dengan untuk dari pada dalam tidak akan ke oleh juga ada sebagai telah mereka adalah"
        ),
        "Swahili": "ya na wa kwa ni katika la za cha kuwa hiyo huo hii yake baada hayo pia alisema wakati watu",
    }.items()
}
_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(f"[{letters}]"))
    for name, letters in (
        ("Cyrillic", "\u0400-\u052f"),
        ("Arabic", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
        ("Hebrew", "\u0590-\u05ff"),
        ("Greek", "\u0370-\u03ff"),
        ("Japanese", "\u3040-\u30ff"),
        ("Chinese", "\u4e00-\u9fff"),
        ("Korean", "\uac00-\ud7af"),
        ("Hindi", "\u0900-\u097f"),
        ("Bengali", "\u0980-\u09ff"),
        ("Thai", "\u0e00-\u0e7f"),
        ("Georgian", "\u10a0-\u10ff"),
        ("Armenian", "\u0530-\u058f"),
    )
)
_SINGLE_LETTERS = frozenset("aeioykzvswó")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_SAMPLE = 60_000


def english_share(text: str) -> float:
    """Return which share of the words of `text` (of its beginning, if it is long) are small English words."""
    words = [word.lower() for word in _WORD.findall(text[:_SAMPLE])]
    return sum(word in _STOP_WORDS["English"] for word in words) / len(words) if words else 0.0


def foreign_language(text: str) -> str | None:
    """Return the language of a text that is not English ("French", "not English"), or None.

    None means English, or too short or too poor in small words (a list of names) to tell.
    """
    sample = text if len(text) <= _SAMPLE else text[: _SAMPLE // 2] + text[len(text) // 2 :][: _SAMPLE // 2]
    letters = sum(map(str.isalpha, sample))
    counts = {} if sample.isascii() else {name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS}
    if letters >= 40 and sum(counts.values()) > 0.5 * letters:
        return _by_script(counts, sample)
    return _by_small_words(sample)


def _by_script(counts: dict[str, int], sample: str) -> str:
    script = max(counts, key=lambda name: counts[name])
    if script == "Chinese" and counts["Japanese"] > 0.1 * counts["Chinese"]:
        return "Japanese"
    if script == "Cyrillic":
        if re.search("[іїєґ]", sample):
            return "Ukrainian or Belarusian"
        return "Russian" if re.search("[ыэё]", sample) else "a language in Cyrillic script"
    if script == "Arabic":
        return "Persian or Urdu" if len(re.findall("[پچژگکی]", sample)) > 0.03 * counts["Arabic"] else "Arabic"
    return script


def _by_small_words(sample: str) -> str | None:
    words = _WORD.findall(sample)
    if len(words) < 20:
        return None
    # a single letter is an initial, a section or a variable at least as often as a word
    frequency = Counter(word.lower() for word in words)
    total = len(words)
    present = frequency.keys() - _SINGLE_LETTERS
    shares = {
        name: sum(frequency[word] for word in present & stop_words) / total for name, stop_words in _STOP_WORDS.items()
    }
    english = shares.pop("English")
    best = max(sorted(shares), key=lambda name: shares[name])
    if shares[best] >= 0.12 and shares[best] > 1.5 * english:
        return best
    lower = sum(word.islower() for word in words)
    known = sum(word in frequency for word in _STOP_WORDS["English"])
    # a word or two may look English ("on" is Finnish too), never as few in so much English
    if total >= 30 and lower > 0.6 * total and english < 0.1 and known <= 2:
        return "not English"
    return None
