"""The small internet of each test of the fetch room."""

from collections.abc import Iterator

import pytest
from small_internet import Net


@pytest.fixture
def net() -> Iterator[Net]:
    small_internet = Net()
    yield small_internet
    small_internet.close()
