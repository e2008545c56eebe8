"""The JSON that the API and the commands give for a check."""

from checker.answers.made import check_answer, clause_answer, source_answer, verdict_answer

__all__ = ["check_answer", "clause_answer", "source_answer", "verdict_answer"]
