"""What cannot be read is refused with a message that says what to do."""

import io
import time

import pytest

from relgraph.errors import ReadError, UsageError
from relgraph.readers import read

ENGLISH = "The minister of Togo met the envoy of Benin in the capital. They said that the border will be open again. "
FRENCH = (
    "Le ministre des affaires étrangères a rencontré son homologue à Vienne. Ils ont signé un accord sur les échanges "
    "entre les deux pays, qui sera présenté dans les prochains jours."
)
GERMAN = (
    "Der Außenminister hat sich mit dem Präsidenten getroffen und über die Lage gesprochen. Die Gespräche waren nach "
    "Angaben der Regierung gut und sollen in der nächsten Woche fortgesetzt werden."
)
SPANISH = (
    "El ministro de Chile se reunió con el embajador en la capital. Los dos países firmaron un acuerdo sobre el "
    "comercio, pero no hablaron de la frontera con Perú."
)
FINNISH = (
    "Suomen ulkoministeri tapasi eilen suurlähettilään ja keskusteli hänen kanssaan rajaliikenteestä. Tapaaminen "
    "pidettiin Helsingissä, ja siihen osallistui myös virkamiehiä. Ministerin mukaan keskustelu oli asiallinen, mutta "
    "erimielisyyksiä jäi edelleen, eikä uutta tapaamista ole vielä sovittu. Suurlähettiläs poistui paikalta heti."
)
RUSSIAN = "Министр встретился с послом и заявил, что стороны довольны переговорами. Мы подписали соглашение о границе."
ARABIC = "التقى وزير الخارجية بالسفير في العاصمة ووقع الجانبان اتفاقا للتعاون في مجال الأمن"
CHINESE = (
    "外交部长周二会见了大使,双方签署了合作协议,并讨论了边境问题。两国政府表示满意,并将于下月再次举行会谈讨论贸易问题。"
)


@pytest.mark.parametrize("given", ["", b"", " \n\t\r\n", b"\xef\xbb\xbf", "\x00\n", "\u200b \n"])
def test_empty(given):
    with pytest.raises(ReadError, match="empty or white space"):
        read(given)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04" + bytes(22) + b"\x13\0\0\0[Content_Types].xml....word/document.xml", "Word document"),
        (b"PK\x03\x04....", "zip"),
        (b"\x89PNG\r\n\x1a\n", "PNG image"),
        (b"\xff\xd8\xff\xe0..JFIF", "JPEG image"),
        (b"OggS\x00\x02", "Ogg recording"),
        (b"a\x00\x01\x02b" * 100, "binary data"),
    ],
)
def test_binary_says_what_it_is(tmp_path, data, kind):
    for given in (data, io.BytesIO(data)):
        with pytest.raises(ReadError, match=kind):
            read(given)
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    with pytest.raises(ReadError, match=rf"article\.txt: .*{kind}"):
        read(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_that_are_certain(encoding):
    text = f"{ENGLISH}“It’s a deal – at last,” said São Tomé’s envoy."
    assert read(text.encode(encoding)).text == text


def test_another_script_is_recognised():
    with pytest.raises(ReadError, match="Russian"):
        read((RUSSIAN * 2).encode("cp1251"))


@pytest.mark.parametrize(
    "data",
    [
        "Zelenský met Macron’s envoys in the city of Kyiv.".encode() + b"\xff",  # UTF-8 with one wrong byte
        b"\x80\x81\x82\x83\x84\x85\x86\xfe\xff\xfd",
        (ENGLISH + "Łódź, Žilina and Győr. " * 3).encode("cp1250"),
        (ENGLISH + "Erdoğan’s envoy left.").encode("cp1254"),
        (ENGLISH + "The envoy of Łomża left.").encode("cp1250"),
    ],
)
def test_encodings_that_are_not_certain(data):
    with pytest.raises(ReadError, match="encoding="):
        read(data)


def test_encoding_given():
    text = ENGLISH + "Łódź, Žilina and Győr."
    assert read(text.encode("cp1250"), encoding="cp1250").text == text
    assert read(ENGLISH.encode("utf-16-le"), encoding="utf-16-le").text == ENGLISH.rstrip()
    with pytest.raises(ReadError, match="utf-16-le"):
        read(ENGLISH.encode("utf-16-le"))
    with pytest.raises(ReadError, match=r"no encoding 'klingon'"):
        read(b"abc", encoding="klingon")
    with pytest.raises(ReadError, match="not utf-8"):
        read(b"\xff abc", encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "French"),
        (GERMAN, "German"),
        (SPANISH, "Spanish"),
        (RUSSIAN, "Russian"),
        (ARABIC, "Arabic"),
        (CHINESE, "Chinese"),
        (FINNISH, "not English"),
    ],
)
def test_other_languages_are_named(text, language):
    with pytest.raises(ReadError, match=rf"{language}.*language='en'"):
        read(text=text)
    assert read(text=text, language="en").text == text


def test_a_foreign_page_is_refused_by_its_article():
    page = f"Home\nSign in\nNews\nSearch\n\nLe pacte de Vienne\n\n{FRENCH}\n\n{FRENCH[:150]}.\n\nSite map\nImprint\n"
    with pytest.raises(ReadError, match="French"):
        read(text=page)


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour le monde",
        "Vladimir Putin, Ebrahim Raisi, Recep Tayyip Erdoğan, Bashar al-Assad, Benjamin Netanyahu, " * 5,
        f"{ENGLISH * 3}“Nous ne voulons pas de la guerre,” he said. Die Welt and El País reported it.",
        "Москва",
        "US slams Iran sanctions, Moscow backs Tehran, Beijing urges restraint",
    ],
)
def test_english_and_short_texts_and_names_pass(text):
    assert read(text=text).text == text.rstrip()


def test_missing_files_directories_and_addresses(tmp_path):
    for given in (tmp_path / "no.txt", str(tmp_path / "no.txt"), "no/such/file", "no such file.txt", "no.html"):
        with pytest.raises(ReadError, match=r"there is no file .*text="):
            read(given)
    for given in (tmp_path, str(tmp_path)):
        with pytest.raises(ReadError, match="is a directory"):
            read(given)
    with pytest.raises(ReadError, match="web address"):
        read("https://example.org/article.html")


def test_files_that_cannot_be_read(tmp_path):
    closed = io.StringIO("Togo met Benin.")
    closed.close()
    with pytest.raises(ReadError, match="open file cannot be read"):
        read(closed)
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9")
    with path.open(encoding="utf-8") as file, pytest.raises(ReadError, match="open it in binary mode"):
        read(file)


def test_wrong_calls():
    with pytest.raises(UsageError, match="neither 'article' nor 'all'"):
        read(text="Togo", keep="some")
    with pytest.raises(UsageError, match="not both"):
        read("a", text="b")
    with pytest.raises(UsageError, match="not NoneType"):
        read()
    with pytest.raises(UsageError, match="not list"):
        read(["a.txt"])
    with pytest.raises(UsageError, match="published"):
        read(text="Togo met Benin.", published="yesterday")


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH * 11_000,
        (ENGLISH + "\n\n") * 11_000,
        "Home\nSign in\nNews\nSearch\n\n" + (ENGLISH * 2 + "\n\n") * 2_000 + "Home\nIran Policy\nAsia\n" * 35_000,
        "x" * 1_200_000,
        "Iran, " * 200_000,
    ],
    ids=["one line", "paragraphs", "page", "one word", "names"],
)
def test_enormous_texts_are_read_in_seconds(text):
    assert len(text) > 1_000_000
    started = time.process_time()  # others may use the machine too
    assert len(read(text=text).text) > 400_000
    assert time.process_time() - started < 5
