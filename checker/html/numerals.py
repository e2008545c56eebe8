"""Numbers of list items as they are shown: 1, a, A, i, I."""

_ROMAN = {"m": 1000, "cm": 900, "d": 500, "cd": 400, "c": 100, "xc": 90, "l": 50, "xl": 40}
_ROMAN |= {"x": 10, "ix": 9, "v": 5, "iv": 4, "i": 1}


def numeral(number: int, style: str) -> str:
    """Give a number in a style of `<ol type>` (`1`, `a`, `A`, `i`, `I`); figures where it has none."""
    makers = {"a": _letters, "A": _letters, "i": _roman, "I": _roman}
    maker = makers.get(style)
    if maker is None or not 0 < number < 4000:
        return str(number)
    word = maker(number)
    return word.upper() if style.isupper() else word


def _letters(number: int) -> str:
    word = ""
    while number:
        number, rest = divmod(number - 1, 26)
        word = chr(ord("a") + rest) + word
    return word


def _roman(number: int) -> str:
    word = ""
    for letters, value in _ROMAN.items():
        times, number = divmod(number, value)
        word += letters * times
    return word
