"""Questions whose words stand apart: regular expressions over the folded sentence."""

import re

GAPS: dict[str, re.Pattern[str]] = {
    "facet:where": re.compile(
        r"\b(?:o|tai) (?:(?!(?:khi|luc|ngay|thang|hom|gio|nam|quy|ai|don|co|bao|ben|do)\b)\w+ ){1,4}nao\b"
    ),
    "facet:lead": re.compile(
        r"\b(?:do|boi) (?:\w+ ){0,3}nao (?:chu tri|phu trach|tham muu|lo|lam)\b"
    ),
    "attribute:dossier": re.compile(
        r"\bho so\b.*\b(?:can|gom|bao gom|chuan bi|phai co)\b.*\b(?:gi|nao|giay to)\b"
        r"|\b(?:what|which)\b.*\b(?:dossier|application)\b.*\b(?:contain|include|need|consist)"
    ),
    "attribute:link": re.compile(
        r"\b(?:website|web|trang web|fanpage|facebook)\b.*\b(?:la gi|dia chi|ten gi|address|link)\b"
    ),
    "attribute:discipline": re.compile(
        r"\bmon (?:(?!khi|luc|ngay|hom|noi|don|bao)\w+ ){0,2}(?:nao|gi)\b"
    ),
    "facet:law_year": re.compile(r"\b(?:luat|law)\b.*\b(?:nam (?:nao|may|bao nhieu)|year)\b"),
    "subject:recipients": re.compile(r"\bwhom?\b.*\bplan\b.*\bsent\b|\bplan\b.*\bsent to\b"),
    "subject:signer": re.compile(r"\bke hoach\b.* do .*\bky\b"),
    "facet:over": re.compile(
        r"\b(?:dien ra|to chuc|phat dong|xong|bat dau|ket thuc)\b.*\bchua\b"
        r"|\b(?:has|have|is)\b.*\b(?:over|happened|ended|passed|taken place|finished|started)\b"
    ),
}
"""Label of the lexicon to what shows it."""
