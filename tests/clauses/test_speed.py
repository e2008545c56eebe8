"""No text makes reading slow: time grows with the text and stays under 0.2 s per 100 kB."""

import time

import pytest

from checker.clauses import detect
from checker.data.clause_files import load_clauses

BOOK = load_clauses()
BAIT = {
    "you may not": "you may not ",
    "spaces": "you may not" + " " * 9_000 + "use ",
    "letters": "a" * 5_000 + ".",
    "one word": "a",
    "stops": ". ",
    "semicolons": "a; ",
    "bullets": "* x\n",
    "lead-ins": "You may not:\n\n* a:\n  * b:\n    * c:\n\n",
    "robots": "robots scrape data ",
    "quotes": '"\'(["',
    "look-alikes": "sсrаpe ",
    "broken": "Ã©â€™",
    "cut words": "auto-\nmated ",
    "newlines": "\n",
    "numbers": "1.2.3.4. ",
    "headings": "# a\n---\n",
    "deep": " " * 50 + "* a:\n",
    "other letters": "ж",
    "other signs": "• § ",
    "tiny sentences": "• robots § ",
    "two scripts": "copy ж ",
    "spread": "copy\n \n",
    "collect": "collect store record ",
}


def seconds(text):
    best = 9.0
    for _ in range(2):
        start = time.process_time()
        detect(text, "en", BOOK)
        best = min(best, time.process_time() - start)
    return best


def filled(bait, size):
    return (bait * (size // len(bait) + 1))[:size]


@pytest.mark.parametrize("bait", BAIT.values(), ids=BAIT.keys())
def test_bait_is_read_in_linear_time(bait):
    seconds(filled(bait, 2_000))
    small, large = seconds(filled(bait, 40_000)), seconds(filled(bait, 200_000))
    assert large < 0.4
    assert large < 8 * small + 0.05
