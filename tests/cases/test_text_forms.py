"""Texts as they come, out of PDF files or off Windows machines, with characters that nobody sees, read the same."""

import unicodedata

import pytest
from claims import broken

import relgraph as rg

PLAIN = "Peru criticised Chile. Later, Bolivia thanked Brazil."
MUST = ("Peru disputes.accuses Chile", "Bolivia cooperates.supports Brazil")
FORMS = {
    "Windows line ends": "Peru criticised Chile.\r\n\r\nLater, Bolivia thanked Brazil.\r\n",
    "old Mac line ends": "Peru criticised Chile.\r\rLater, Bolivia thanked Brazil.\r",
    "line ends of Unicode": "Peru criticised Chile.\u2028Later, Bolivia thanked Brazil.\u2029",
    "a byte order mark": "\ufeff" + PLAIN,
    "NUL": "Peru criticised\x00 Chile. Later,\x00 Bolivia thanked Brazil.",
    "control characters": "Peru\x0b criticised Chile.\x0c\x1b Later, Bolivia\x7f thanked Brazil.\x1a",
    "emoji": "🇵🇪 Peru criticised 😡 Chile. 👩‍👩‍👧 Later, Bolivia 🎉 thanked Brazil 🇧🇷.",
    "emoji touching words": "Peru🇵🇪 criticised Chile😡. Later, 🎉Bolivia thanked Brazil👍🏽.",
    "soft hyphens": "Pe\u00adru criti\u00adcised Chi\u00adle. La\u00adter, Boli\u00advia thank\u00aded Bra\u00adzil.",
    "zero-width spaces": "Peru\u200b criticised \u200bChile. Later, Boli\u200bvia thanked Bra\u200dzil.",
    "marks of direction": "\u200ePeru\u2060 criticised \u202aChile\u202c. Later, Bolivia\u200f thanked Brazil.",
    "no-break spaces": "Peru\u00a0criticised\u00a0Chile. Later,\u202fBolivia thanked\u2009Brazil.",
    "many blanks and tabs": "Peru  criticised\t Chile.   Later,\t\tBolivia   thanked Brazil.   ",
    "curly quotes": "Peru “criticised” Chile. Later, ‘Bolivia’ thanked Brazil.",
    "quotes of other languages": "«Peru» criticised Chile. Later, Bolivia thanked „Brazil“.",
    "asterisks": "**Peru** criticised *Chile*. Later, *Bolivia* thanked **Brazil**.",
    "handles": "#Peru criticised @Chile. Later, #Bolivia thanked @Brazil.",
    "footnotes": "Peru[1] criticised Chile.[2] Later, Bolivia[12] thanked Brazil[a].",
    "no last full stop": "Peru criticised Chile. Later, Bolivia thanked Brazil",
    "brackets after names": "Peru (Lima) criticised Chile (Santiago). Later, Bolivia (Sucre) thanked Brazil (Rio).",
    "capitals": "PERU CRITICISED CHILE. Later, BOLIVIA thanked BRAZIL.",
    "a character outside the first plane": "𝔑ews: Peru criticised Chile. 𝒳 Later, Bolivia thanked Brazil. 🜁",
    "lines broken in the sentence": "Peru criticised\nChile. Later, Bolivia\nthanked Brazil.",
    "a lone surrogate": "Peru criticised Chile. \ud800 Later, Bolivia thanked Brazil.",
}


def read(extractor: rg.Extractor, text: str) -> rg.Extraction:
    """Read a text as it is, and check that every span of what is found stands in it."""
    found = extractor.extract_document(rg.Document(text=text))
    assert found.document.text == text
    spans = [mention.span for mention in found.mentions]
    for relation in found.relations:
        spans += [relation.source.span, relation.target.span]
        for evidence in relation.evidence:
            spans += [evidence.sentence, evidence.source, evidence.target, evidence.trigger]
            assert evidence.sentence.start <= evidence.trigger.start < evidence.trigger.end <= evidence.sentence.end
        spans += [said.span for said in (relation.attribution, relation.when) if said is not None and said.span]
    for span in spans:
        assert text[span.start : span.end] == span.text
        assert span.text.strip()
    return found


MISSES = {
    "capitals": "the parser takes a sentence in capitals for a row of names",
    "lines broken in the sentence": "a line that ends and a line that begins with a name may be a headline and a text",
}
EVERY_FORM = [
    pytest.param(form, marks=[pytest.mark.xfail(reason=MISSES[form], strict=True)] if form in MISSES else [])
    for form in FORMS
]


@pytest.mark.parametrize("form", EVERY_FORM)
def test_the_form_of_a_text_changes_nothing(form: str, extractor: rg.Extractor):
    found = read(extractor, FORMS[form])
    assert broken(found, MUST) == []
    assert len(found.relations) == len(MUST)


@pytest.mark.parametrize("form", [form for form in EVERY_FORM if form.values[0] != "a lone surrogate"])
def test_the_form_of_a_file_changes_nothing(form: str, extractor: rg.Extractor, tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes(FORMS[form].encode("utf-8"))
    found = read(extractor, rg.read(path).text)
    assert broken(found, MUST) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-32"])
def test_the_encoding_of_a_file_changes_nothing(encoding: str, extractor: rg.Extractor, tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("Côte d’Ivoire criticised Chile. Later, Türkiye thanked Brazil.\r\n".encode(encoding))
    found = read(extractor, rg.read(path, encoding=encoding).text)
    assert broken(found, ("country/CIV disputes Chile", "Turkey cooperates Brazil")) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_may_be_characters_of_their_own(form: str, extractor: rg.Extractor):
    text = unicodedata.normalize(form, "Türkiye criticised Côte d'Ivoire. São Tomé and Príncipe thanked Curaçao.")
    assert broken(read(extractor, text), ("Turkey disputes.accuses country/CIV",)) == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n\t", ".", "...!?", "\x00", "🕊", "\ufeff", "\u00ad", "-\n-", "a", "(", "“”"]
)
def test_a_text_without_words_says_nothing(text: str, extractor: rg.Extractor):
    assert read(extractor, text).relations == ()


@pytest.mark.parametrize("text", ["", " \r\n", "\ufeff", "\x00\x00"])
def test_a_file_without_words_is_refused_by_name(text: str, tmp_path):
    path = tmp_path / "empty.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(rg.RelgraphError, match=r"empty\.txt"):
        rg.extract(path)


BROKEN_LINES = [
    ("The Tali-\nban condemned Pak-\nistan.", "Taliban disputes.accuses Pakistan"),
    ("Saudi Ara-\nbia sanctioned Leba-\nnon.", "Saudi Arabia restrains.sanctions Lebanon"),
    ("Azer-\r\nbaijan criti-\r\ncised Arme-\r\nnia.", "Azerbaijan disputes.accuses Armenia"),
    ("Azer\u00ad\nbaijan criti\u00ad\ncised Arme\u00ad\nnia.", "Azerbaijan disputes.accuses Armenia"),
    ("Azer\u2010\nbaijan criti\u2010\ncised Arme\u2010\nnia.", "Azerbaijan disputes.accuses Armenia"),
    ("    Azer-\n    baijan criti-\n    cised Arme-\n    nia.", "Azerbaijan disputes.accuses Armenia"),
    ("An Iran-\nbacked militia attacked Ku-\nwait.", "* affiliated.aligned Iran; * fights Kuwait"),
    ("The pro-\nRussian militia shelled Uk-\nraine.", "* affiliated.aligned Russia; * fights Ukraine"),
    ("Guinea-\nBissau condemned Sene-\ngal.", "Guinea-Bissau disputes.accuses Senegal"),
    ("Al-\nQaeda attacked Ma-\nli.", "al-Qaeda fights Mali"),
    ("Ye-\nmen met al-\nJubeir, a Saudi minis-\nter.", "Yemen cooperates.consults Saudi Arabia"),
    ("Hez-\nbollah, Ha-\nmas and Leba-\nnon thanked Qa-\ntar.", "Hezbollah cooperates Qatar; Hamas cooperates Qatar"),
    ("The United King-\ndom will impose sanc-\ntions on Iran.", "United Kingdom restrains.sanctions Iran intended"),
    ("The gov-\nernment of Nor-\nway, neutral in this\nwar, met envoys of Ha-\nmas.", "Norway cooperates Hamas"),
]


@pytest.mark.parametrize(("text", "must"), BROKEN_LINES)
def test_words_broken_at_the_end_of_a_line_are_whole(text: str, must: str, extractor: rg.Extractor):
    found = read(extractor, text)
    assert broken(found, tuple(must.split("; "))) == []
    known = {actor.id for actor in rg.ActorIndex.default()}
    made_up = [actor.name for actor in found.actors if actor.id not in known]
    assert [name for name in made_up if not name.endswith("militia")] == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Envoys of Oman met Faisal al-\nRashidi, a rebel leader.", "Faisal al-Rashidi"),
        ("Ke-\nnya praised Jean-\nPierre Dubois.", "Jean-Pierre Dubois"),
        ("Canada thanked the Kar-\nvan Liberation Front.", "Karvan Liberation Front"),
        ("Canada thanked Mohammed Rah-\nmanov.", "Mohammed Rahmanov"),
        ("Iraq praised Nouri Al-\nHakimi.", "Nouri Al-Hakimi"),
    ],
)
def test_a_name_keeps_its_own_hyphen_and_loses_that_of_the_line(text: str, name: str, extractor: rg.Extractor):
    found = read(extractor, text)
    assert name in {actor.name for actor in found.actors}
    (mention,) = [m for m in found.mentions if m.span.text.replace("\n", "").replace("-", "") == name.replace("-", "")]
    assert mention.span.end == text.index(name[-4:]) + 4


@pytest.mark.parametrize(
    "text",
    [
        "Peru criticised Chile -\nand Bolivia.",
        "A list:\n- Peru criticised Chile.\n- Bolivia thanked Brazil.",
        "Peru, 1990-\n1995: Peru criticised Chile.",
        "Peru criticised Chile --\nBolivia thanked Brazil.",
        "-\nPeru criticised Chile.",
    ],
)
def test_a_dash_at_the_end_of_a_line_breaks_no_word(text: str, extractor: rg.Extractor):
    assert broken(read(extractor, text), ("Peru disputes.accuses Chile",)) == []


FILLER = "The committee of gardeners looked at roses and tulips for a while and wrote a short note about the rain.\n\n"


@pytest.mark.parametrize("length", [59_000, 61_000, 130_000])
def test_the_last_sentence_of_a_long_text_is_read(length: int, extractor: rg.Extractor):
    last = "Peru criticised Chile."
    text = FILLER * (length // len(FILLER)) + last
    found = read(extractor, text)
    assert broken(found, MUST[:1]) == []
    (relation,) = found.relations
    assert relation.evidence[0].sentence.text == last
    assert relation.evidence[0].sentence.start == len(text) - len(last)


@pytest.mark.parametrize("filler", ["x" * 130_000, "word " * 13_000, "\n" * 130_000, "é🕊" * 31_000])
def test_a_long_text_without_sentences_is_no_trouble(filler: str, extractor: rg.Extractor):
    assert broken(read(extractor, filler + "\n\nPeru criticised Chile."), MUST[:1]) == []
