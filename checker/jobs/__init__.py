"""The work that goes on while nobody holds the line.

The store is the ledger: a check waits there, a worker claims it for the length of a lease, and one whose
worker died is claimed again. A queue such as huey would carry the same ids a second time, and lose those
it carried; so there is none. Several processes may work on one database without knowing of each other.
"""

from checker.jobs.runner import ATTEMPTS, Runner, Work

__all__ = ["ATTEMPTS", "Runner", "Work"]
