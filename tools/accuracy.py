"""Measure what the product finds on labelled documents, in `../shared` and our own (`make accuracy`).

`python -m tools.accuracy --language fr --kind automated_access --all --fast` narrows it: one language, one
kind, every fault in `accuracy/*.txt` instead of ten, no baselines.
"""

import argparse

from tools import accuracy_clauses

MOST = 10


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--language", action="append", default=[], help="only this language (may be repeated)"
    )
    parser.add_argument("--kind", default="", help="only this kind of clause")
    parser.add_argument(
        "--all", action="store_true", help="write every miss and false alarm, not ten of each"
    )
    parser.add_argument("--fast", action="store_true", help="without the baselines")
    asked = parser.parse_args()
    most = 100_000 if asked.all else MOST
    accuracy_clauses.run(tuple(asked.language), asked.kind, most, baselines=not asked.fast)


if __name__ == "__main__":
    main()
