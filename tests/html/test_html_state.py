import json

import pytest
from html_samples import page, reading

_CLAUSE = "You may not collect data of members by automated means, in whole or in part."


def test_text_held_in_the_state_of_a_script_built_page_is_read() -> None:
    got = page("next_shell.html")
    assert got.text.split("\n\n") == [
        "### 1. Your use",
        "You may use the site for your own pleasure.",
        "- You must not run robots on the site.",
        "### 2. Copying",
        "Copying of the catalogue, in whole or in part, is not allowed without our written consent."
        " We answer within ten days.",
    ]
    assert got.marks == ()


@pytest.mark.parametrize(
    "script",
    [
        "<script>window.__STATE__ = {}; other()</script>",
        '<script type="application/json">{}</script>',
        "<script>var app={};</script>",
        "<script>window['__S__']=JSON.parse({quoted})</script>",
        "<script>self.__next_f.push([1,{flight}])</script>",
        "<script>self.__next_f.push([1,{long}])</script>",
    ],
)
def test_every_usual_way_of_carrying_a_state_is_known(script: str) -> None:
    state = json.dumps({"a": [{"text": _CLAUSE}]})
    long = f"1f:T{len(_CLAUSE):x},{_CLAUSE}20:[]\n"
    flight = f'3:["$","p",null,{{"children":{json.dumps(_CLAUSE)}}}]\n'
    script = script.replace("{quoted}", json.dumps(state)).replace("{flight}", json.dumps(flight))
    script = script.replace("{long}", json.dumps(long)).replace("{}", state)
    assert _CLAUSE in reading(f"<div id=app></div>{script}").text


def test_what_is_on_the_page_already_is_not_read_twice() -> None:
    state = json.dumps({"html": f"<p>{_CLAUSE}</p>"})
    got = reading(f"<p>{_CLAUSE}</p><script type=application/json>{state}</script>")
    assert got.text.count(_CLAUSE) == 1


def test_what_is_on_the_page_already_is_known_through_its_markdown() -> None:
    body = "".join(
        f"<ol><li>Clause {n} of the <a href=/l{n}>long list of duties</a> that you accept.</li></ol>"
        for n in range(40)
    )
    marked = "\n".join(
        f"  {n}. **Clause {n}** of the [long list of duties](/l{n}) that _you_ accept." for n in range(40)
    )
    got = reading(f"{body}<script type=application/json>{json.dumps({'md': marked})}</script>")
    assert got.text.count("Clause 39") == 1


def test_a_full_page_takes_only_whole_documents_from_its_state() -> None:
    body = f"<p>{'The page has a long text of its own. ' * 40}</p>"
    short = json.dumps({"teaser": _CLAUSE})
    long = json.dumps({"terms": "".join(f"<p>{_CLAUSE} Case {n}.</p>" for n in range(20))})
    assert _CLAUSE not in reading(f"{body}<script type=application/json>{short}</script>").text
    assert "Case 19" in reading(f"{body}<script type=application/json>{long}</script>").text


@pytest.mark.parametrize(
    "broken", ["[" * 200_000, '{"a":' * 100_000, "{'a': undefined}", '"\\ud800"', "1e999999"]
)
def test_a_broken_state_is_passed_over(broken: str) -> None:
    got = reading(
        f"<p>Text.</p><script type=application/json>{broken}</script><script>window.a={broken}</script>"
    )
    assert got.text == "Text."


def test_code_is_no_prose() -> None:
    code = json.dumps(
        {"js": "function a() { return window.location.href + document.title + navigator.agent }"}
    )
    assert reading(f"<p>Text.</p><script type=application/json>{code}</script>").text == "Text."
