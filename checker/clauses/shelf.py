"""What is made at first use: compiling twenty languages would cost every start more than one reading."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


class Shelf(Mapping[str, T]):
    """A mapping whose keys are known and whose values are made when first asked for, then kept."""

    def __init__(self, keys: tuple[str, ...], make: Callable[[str], T]) -> None:
        self._made: dict[str, T | None] = dict.fromkeys(keys)
        self._make = make

    def __getitem__(self, key: str) -> T:
        """Give the value; raise what the maker raises."""
        found = self._made[key]
        if found is None:
            found = self._made[key] = self._make(key)
        return found

    def __contains__(self, key: object) -> bool:
        """Tell whether it can be made, without making it."""
        return key in self._made

    def __iter__(self) -> Iterator[str]:
        """Give the keys in order."""
        return iter(self._made)

    def __len__(self) -> int:
        """Give how many keys there are."""
        return len(self._made)
