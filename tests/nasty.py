"""Texts that have broken other programs: each must be kept, found, written out and read back as it is."""

MARKUP = (
    "<b>never closed",
    "<tom@example.org>",
    '<img src="/etc/passwd"/>',
    "<script>alert('x')</script> & &amp; &#0; ]]> <!--",
    "<para><font color=\"__import__('os')\">x</font></para>",
    "{name} {0} %s %(x)s {{x}} ${HOME} $(id) `id`",
)
FORMULAS = (
    "=1+1",
    '=HYPERLINK("https://example.org","click")',
    "=cmd|' /C calc'!A0",
    "+34 555 01 02 03",
    "-2+3",
    "@SUM(1)",
    "\t=1+1",
    "\r=1+1",
    "\uff1d1+1",
    "'=1+1",
)
QUOTES = (
    "O'Example; DROP TABLE organisation; --",
    "\"double\" ''single'' «angled» “curled”",
    "a,b;c\td|e",
    '"',
    "back\\slash\\",
    "one\ntwo\r\nthree\rfour",
    '"quoted", then\n"a line"',
)
CONTROL = (
    "bell\x07 null\x00 escape\x1b[31m delete\x7f",
    "vertical\x0btab form\x0cfeed next\x85line separator\u2028paragraph\u2029",
    "\u202egnp.exe\u202c and \u2066isolated\u2069",
    "zero\u200bwidth\u200djoined\ufeff",
    "_x0041_ _x005F_",
)
SPACES = ("  lead and trail  ", "\u00a0no break\u00a0", "a  b", "x\u3000y")
SCRIPTS = (
    "Ajuntament de l’Hospitalet, Çà & Là, Łódź, Straße",
    "Муниципалитет Пример",
    "Δήμος Παράδειγμα",
    "بلدية المثال ١٢٣",
    "示例市人民政府",
    "उदाहरण नगर निगम",
    "예시시 ฝั่ง ตัวอย่าง",
    "e\u0301 is not é by its code points",
    "İstanbul ıI iİ",
)
EMOJI = ("👩🏽‍⚖️ 🏳️‍🌈 🇨🇦", "\U0001f600" * 40, "𝒜𝓁𝓁 𝕚𝕤 𝔴𝔢𝔩𝔩")
LOOKALIKES = ("NULL", "None", "nan", "TRUE", "007", "1e5", "2024-05-01", "#N/A", "-", "0")
LONG = ("word " * 20_000, "W" * 100_000, "語" * 40_000)

SHORT = (*MARKUP, *FORMULAS, *QUOTES, *CONTROL, *SPACES, *SCRIPTS, *EMOJI, *LOOKALIKES)
NASTY = (*SHORT, *LONG)
