"""The training room without JavaScript, in both languages: lessons, sets, guesses, groups."""

import re
from html import unescape

import pytest
from flask.testing import FlaskClient

from checker.data.quiz_files import load_quiz
from checker.quiz import Ask, draw
from checker.quiz.book import Item

BOOK = load_quiz()
HOME = {"fr": "/fr/formation", "en": "/en/training"}
SET = {"fr": "/fr/formation/serie", "en": "/en/training/set"}
MARKED = {"fr": "/fr/formation/serie/correction", "en": "/en/training/set/marked"}
STEP = {"fr": "/fr/formation/serie/question", "en": "/en/training/set/question"}
PAPER = {"fr": "/fr/formation/attestation", "en": "/en/training/attestation"}
NEW_GROUP = {"fr": "/fr/formation/formateur/serie", "en": "/en/training/trainer/set"}
LANGUAGES = pytest.mark.parametrize("lang", ["fr", "en"])
ASK = {"seed": "lundi", "n": "5"}


def items(number: int = 5, **parts: object) -> tuple[Item, ...]:
    return draw(BOOK, Ask(seed="lundi", number=number, **parts))


def right(*some: Item) -> dict[str, list[str]]:
    return {f"q-{item.id}": sorted(item.right) for item in some}


def wrong(*some: Item) -> dict[str, list[str]]:
    return {f"q-{item.id}": [next(key for key, one in item.options if one.tag)] for item in some}


def text_of(page: str) -> str:
    return re.sub(r"[ \n]+", " ", unescape(re.sub(r"<[^>]+>", " ", page)))


@LANGUAGES
def test_the_room_leads_to_every_lesson(client: FlaskClient, lang: str) -> None:
    page = client.get(HOME[lang]).text
    for rule, lesson in BOOK.lessons.items():
        address = re.search(rf'href="(/{lang}/\w+/\w+/{rule.lower()})"', page)
        told = text_of(client.get(address[1]).text)
        assert getattr(lesson.title, lang) in told
        assert getattr(BOOK.misconceptions[lesson.cures].title, lang) in told
        assert all(getattr(BOOK.sources[one].title, lang) in told for one in lesson.sources)
    assert client.get(f"{HOME[lang]}/lessons/r7").status_code == 404


@LANGUAGES
def test_a_seed_is_a_permanent_address(client: FlaskClient, lang: str) -> None:
    first = client.get(SET[lang])
    assert first.status_code == 302
    assert "seed=" in first.location
    page = client.get(SET[lang], query_string=ASK).text
    assert page == client.get(SET[lang], query_string=ASK).text
    told = text_of(page)
    places = [told.index(getattr(item.ask, lang)) for item in items()]
    assert places == sorted(places)
    other = {"fr": "en", "en": "fr"}[lang]
    assert re.search(rf'href="{SET[other]}\?seed=lundi&amp;n=5"', page)


def test_a_set_shows_no_answer_before_it_is_marked(client: FlaskClient) -> None:
    told = text_of(client.get(SET["fr"], query_string=ASK).text)
    assert not any(item.reason.fr in told for item in items())


@LANGUAGES
def test_a_set_is_marked_with_reasons_rules_and_misconceptions(client: FlaskClient, lang: str) -> None:
    some = items()
    page = client.post(MARKED[lang], data=ASK | right(*some[:3]) | wrong(some[3])).text
    told = text_of(page)
    assert {"fr": "Bonnes réponses\u00a0: 3 sur 5", "en": "Right answers: 3 of 5"}[lang] in told
    assert {"fr": "60\u00a0%", "en": "60%"}[lang] in told
    assert all(getattr(item.reason, lang) in told for item in some)
    tag = next(one.tag for _, one in some[3].options if one.tag)
    assert getattr(BOOK.misconceptions[tag].advice, lang) in told
    assert PAPER[lang] in page
    assert {"fr": "Attestation à imprimer", "en": "Attestation to print"}[lang] not in told


@LANGUAGES
def test_one_question_at_a_time(client: FlaskClient, lang: str) -> None:
    some = items()
    page = client.get(SET[lang], query_string=ASK | {"view": "one"}).text
    assert getattr(some[0].ask, lang) in text_of(page)
    assert getattr(some[1].ask, lang) not in text_of(page)
    empty = client.post(STEP[lang], data=ASK | {"at": "0", "do": "answer"})
    assert empty.status_code == 422
    given = right(some[0])
    told = client.post(STEP[lang], data=ASK | {"at": "0", "do": "answer"} | given).text
    assert getattr(some[0].reason, lang) in text_of(told)
    assert f'name="q-{some[0].id}" value="{min(some[0].right)}"' in told
    following = client.post(STEP[lang], data=ASK | {"at": "1", "do": "next"} | given).text
    assert getattr(some[1].ask, lang) in text_of(following)
    assert f'name="q-{some[0].id}"' in following
    last = ASK | {"at": "4", "do": "answer"} | right(*some)
    assert MARKED[lang] in client.post(STEP[lang], data=last).text
    over = client.post(STEP[lang], data=ASK | {"at": "5"} | right(*some)).text
    assert {"fr": "100\u00a0%", "en": "100%"}[lang] in text_of(over)


@LANGUAGES
def test_an_attestation_takes_eighty_percent_and_says_what_it_is_not(client: FlaskClient, lang: str) -> None:
    some = items()
    words = {"fr": "Ceci n’est pas un certificat.", "en": "This is not a certificate."}[lang]
    passed = client.post(PAPER[lang], data=ASK | right(*some[:4]))
    assert words in text_of(passed.text)
    assert passed.headers["Cache-Control"] == "no-store"
    assert not re.search(r"<input[^>]*data-trainee[^>]*\bname=", passed.text)
    assert words not in text_of(client.post(PAPER[lang], data=ASK | right(*some[:3])).text)


@pytest.mark.parametrize(
    "parts",
    [
        {"seed": "\x00é<script>", "n": "5"},
        {"seed": "x", "n": "-3", "kinds": "zzz", "rules": "R9"},
        {"seed": "x" * 5000, "n": "99999999999"},
        {"seed": "x", "n": "٣"},
    ],
)
def test_strange_sets_do_no_harm(client: FlaskClient, parts: dict[str, str]) -> None:
    page = client.get(SET["en"], query_string=parts)
    assert page.status_code == 200
    assert "<script>" not in page.text.replace("<script src", "")


def test_nothing_is_taken_from_a_foreign_page(client: FlaskClient) -> None:
    for path in (MARKED["fr"], STEP["fr"], PAPER["fr"], NEW_GROUP["fr"], "/fr/formation/exemple"):
        assert client.post(path, data=ASK, headers={"Origin": "https://evil.example"}).status_code == 403


def sample(client: FlaskClient) -> str:
    asked = {"url": "https://reseau-pro.example/in/camille", "wait": 20, "max_age": 0}
    return str(client.post("/api/v1/checks", json=asked).json["id"])


@LANGUAGES
def test_the_answer_is_hidden_until_the_trainee_has_given_one(client: FlaskClient, lang: str) -> None:
    id = sample(client)
    report = client.get({"fr": f"/fr/rapport/{id}", "en": f"/en/report/{id}"}[lang]).text
    address = re.search(rf'href="(/{lang}/\w+/{id}/\w+)">[^<]*(?:deviner|guess)', report)[1]
    hidden = client.get(address).text
    assert "robots" in text_of(hidden)
    for told in ('class="verdict', 'class="badge', "deciding", "<mark", 'class="tile'):
        assert told not in hidden
    form = re.search(r'action="([^"]+/(?:reponse|answer))"', hidden)[1]
    assert client.post(form, data={"level": "permitted"}).status_code == 422
    lenient = text_of(client.post(form, data={"level": "permitted", "rule": "R3"}).text)
    assert {"fr": "plus indulgent", "en": "more lenient"}[lang] in lenient
    same = client.post(form, data={"level": "prohibited", "rule": "R2"}).text
    other = text_of(client.post(form, data={"level": "prohibited", "rule": "R5"}).text)
    assert {"fr": "pour une autre raison", "en": "for another reason"}[lang] in other
    assert {"fr": "Même réponse", "en": "Same answer"}[lang] in text_of(same)
    assert 'class="tile' in same


def test_a_sample_is_started_from_the_room(client: FlaskClient) -> None:
    answer = client.post("/fr/formation/exemple", data={"url": "https://gazette.example/"})
    assert answer.status_code == 303
    assert re.fullmatch(r"/fr/rapport/chk_[\w-]+/deviner", answer.location)


@LANGUAGES
def test_a_group_is_counted_without_names(client: FlaskClient, lang: str) -> None:
    made = client.post(NEW_GROUP[lang], data={"seed": "lundi", "n": "3", "days": "7"})
    results = made.location
    share = re.search(r'href="http://localhost(/[^"]+)"', client.get(results).text)[1]
    assert share.rpartition("_")[2] != results.rpartition("_")[2]
    form = client.get(share).text
    post = re.search(r'action="([^"]+)"', form)[1]
    some = items(3)
    assert client.post(post, data={}).status_code == 303
    for given in (right(*some), right(some[0]) | wrong(some[1])):
        assert client.post(post, data=given).status_code == 200
    told = client.get(results).text
    assert {"fr": "2 séries de réponses", "en": "2 sets of answers"}[lang] in text_of(told)
    rows = re.findall(r"<td>(\d+)</td>\s*<td>(\d+)</td>\s*<td>(\d+|–)</td>", told)
    assert rows == [("2", "2", "100"), ("2", "1", "50"), ("1", "1", "100")]
    tag = next(one.tag for _, one in some[1].options if one.tag)
    assert getattr(BOOK.misconceptions[tag].title, lang) in text_of(told)
    assert client.get(share + "x").status_code == 404


@LANGUAGES
def test_no_group_gets_an_empty_set(client: FlaskClient, lang: str) -> None:
    none = {"seed": "x", "n": "3", "kinds": "robots", "rules": "R5"}
    answer = client.post(NEW_GROUP[lang], data=none)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    page = client.get(SET[lang], query_string=none)
    assert page.status_code == 200
    assert "scorm.zip" not in page.text
