"""Numbers and money."""

import re
from decimal import Decimal, InvalidOperation
from math import isnan
from typing import Any

from iopd_desktop.models.kinds.base import Kind, Look
from iopd_desktop.models.refusal import BadValue
from iopd_desktop.words import _, number

_GROUPED = re.compile(r"[+-]?\d{1,3}(?:([ \u00a0\u202f.,'’])\d{3})(?:\1\d{3})*")


class Number(Kind):
    """A number between two bounds; whole unless `decimals` are allowed."""

    name = "number"
    stored = "real"

    def __init__(
        self, label: str, *, least: float | None = None, most: float | None = None, decimals: bool = False,
        grouped: bool = True, **more: str
    ) -> None:  # fmt: skip
        super().__init__(label, **more)
        self.least, self.most, self.decimals, self.grouped = least, most, decimals, grouped

    def clean(self, value: Any) -> int | float:
        if isinstance(value, bool) or not isinstance(value, int | float) or isnan(value):
            raise BadValue(_("{field}: a number is expected").format(field=self.shown_label()))
        if abs(value) > 1e15 or (not self.decimals and value != int(value)):
            raise BadValue(_("{field}: {text} is not a whole number").format(field=self.shown_label(), text=value))
        for bound, wrong in ((self.least, _("at least")), (self.most, _("at most"))):
            if bound is not None and (value < bound if bound is self.least else value > bound):
                raise BadValue(
                    _("{field}: {bound_word} {bound} is expected, not {text}").format(
                        field=self.shown_label(), bound_word=wrong, bound=bound, text=value
                    )
                )
        return int(value) if value == int(value) else value

    def parse(self, text: str, look: Look | None = None) -> int | float | None:
        plain = text.strip()
        if not plain:
            return None
        if len(plain) > 40:
            raise BadValue(_("{field}: “{text}” is not a number").format(field=self.shown_label(), text=plain[:40]))
        if not self.decimals and _GROUPED.fullmatch(plain):
            plain = re.sub(r"[^\d+-]", "", plain)
        plain = re.sub(r"[\s\u00a0\u202f]", "", plain)
        if self.decimals and plain.count(",") == 1 and "." not in plain:
            plain = plain.replace(",", ".")
        try:
            value = Decimal(plain)
        except InvalidOperation:
            raise BadValue(
                _("{field}: “{text}” is not a number").format(field=self.shown_label(), text=text.strip()[:40])
            ) from None
        if not value.is_finite():
            raise BadValue(_("{field}: “{text}” is not a number").format(field=self.shown_label(), text=plain))
        return self.clean(int(value) if value == value.to_integral_value() and abs(value) < 10**15 else float(value))

    def format(self, value: Any, look: Look | None = None) -> str:
        if value is None:
            return ""
        return number(value) if self.grouped else self.written(value)

    def written(self, value: Any, look: Look | None = None) -> str:
        if value is None:
            return ""
        return str(int(value)) if value == int(value) else repr(value)

    def search_text(self, value: Any) -> str:
        return self.written(value)


class Money(Kind):
    """An amount with its currency: {"amount": "12.50", "currency": "EUR"}; the amount is an exact text."""

    name = "money"
    stored = "json"
    derived = ("amount",)

    def clean(self, value: Any) -> dict[str, str]:
        try:
            amount = Decimal(str(value["amount"]))
            currency = str(value.get("currency") or "EUR").upper()
        except (TypeError, KeyError, InvalidOperation, AttributeError):
            raise BadValue(_("{field}: an amount is expected").format(field=self.shown_label())) from None
        if not amount.is_finite() or abs(amount) > 10**13 or not re.fullmatch(r"[A-Z]{3}", currency):
            raise BadValue(_("{field}: an amount and a currency such as EUR").format(field=self.shown_label()))
        # One spelling for one amount: 12.5 and 12.50 are no change.
        plain = amount.normalize()
        cents = f"{plain:.2f}" if int(plain.as_tuple().exponent) >= -2 else f"{plain:f}"
        return {"amount": cents, "currency": currency}

    def parse(self, text: str, look: Look | None = None) -> dict[str, str] | None:
        plain = text.strip().upper().replace("€", "EUR")
        if not plain:
            return None
        currency = "".join(re.findall(r"[A-Z]", plain[:60])) or "EUR"
        amount = Number(self.label, decimals=True).parse(re.sub(r"[A-Z]", "", plain[:60]))
        return self.clean({"amount": amount, "currency": currency})

    def format(self, value: Any, look: Look | None = None) -> str:
        if not value:
            return ""
        from babel.numbers import format_currency

        from iopd_desktop.words import locale

        return format_currency(Decimal(value["amount"]), value["currency"], locale=locale())

    def written(self, value: Any, look: Look | None = None) -> str:
        return f"{value['amount']} {value['currency']}" if value else ""

    def search_text(self, value: Any) -> str:
        return self.written(value)

    def sort_key(self, value: Any) -> Any:
        return float(value["amount"]) if value else None

    def derive(self, value: Any) -> tuple[Any, ...]:
        return (self.sort_key(value),)
