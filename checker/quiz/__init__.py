"""The training room's questions and lessons: drawn by seed, marked by misconception, exported as data."""

from checker.quiz.book import ItemKind, QuizBook
from checker.quiz.draw import Ask, draw
from checker.quiz.marking import PASS_PERCENT, Marked, Score, mark

__all__ = ["PASS_PERCENT", "Ask", "ItemKind", "Marked", "QuizBook", "Score", "draw", "mark"]
