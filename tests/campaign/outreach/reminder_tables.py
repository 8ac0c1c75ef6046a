"""What groups are reminded of in 2024, written down by hand beside the two plans.

A line is: day and month, kind, section of the plan. All are at 8:00 in Vietnam.
"""

import re

NAM_DINH = """
1/1 start III.2      all year: visits to cooperatives
1/1 start III.5      all year: trade fairs
1/1 start III.6      all year: communication
1/1 start III.12     all year: international cooperation
29/2 deadline III.8  "before 15/3": the last safe day is 14/3; 14 days before it
29/2 deadline III.9  "before 15/3"
7/3 deadline III.8   7 days
7/3 deadline III.9
11/3 deadline III.8  3 days; a Monday
11/3 deadline III.9
11/3 digest -        both deadlines are in this week
13/3 deadline III.8  1 day
13/3 deadline III.9
14/3 deadline III.8  the last safe day
14/3 deadline III.9
18/3 digest -        the signing begins on 20/3
20/3 start III.10    "from 20/3 to before 1/7": months long, at its start only
21/3 start III.1     the launch on 28/3, 7 days before
25/3 digest -        the launch is in this week
27/3 start III.1     1 day before
29/3 peak II.3       the peak of the campaign, 29/3 to 29/4
1/4 peak III.2       a peak in April and May
1/4 start III.2      "in April": at its start only
1/4 start III.4      "in April"
1/4 peak III.6       a peak in April
1/4 digest -
8/4 digest -         what lasts all April is in every week of it
15/4 digest -
22/4 digest -
29/4 digest -
27/5 digest -        the peak in April and May ends on 31/5
16/6 deadline III.10 "before 1/7": the last safe day is 30/6
23/6 deadline III.10
24/6 digest -        30/6 is the Sunday of this week
27/6 deadline III.10
29/6 deadline III.10
30/6 deadline III.10
29/7 digest -        a peak begins on 1/8
1/8 peak III.2       a peak in August and September
30/9 digest -        where it ends
4/10 start III.3     "the middle of October": said once, a week before 11/10
7/10 digest -        11/10 to 20/10
14/10 digest -
"""

HAI_DUONG = """
26/2 digest -        the communication begins on Friday, 1/3
1/3 start III.1      "from 03/2024 to 31/12": at its start only
27/3 deadline III.2  "before 11/4": the last safe day is 10/4
31/3 start III.3     7/4 to 11/4, 7 days before
1/4 start III.4      "from April to November"
1/4 start III.5      "from April to December"
1/4 digest -
3/4 deadline III.2
6/4 start III.3      1 day before
7/4 deadline III.2
8/4 digest -
9/4 deadline III.2
10/4 deadline III.2
25/11 digest -       the visits end on 30/11
30/12 digest -       the year ends
"""

TABLES = {"nam-dinh-2024": NAM_DINH, "hai-duong-2024": HAI_DUONG}

Said = tuple[str, tuple[str, ...]]
"""A day, "14/3", and the sections of the plan that a message of it reminds of."""

_SECTION = re.compile(r"\(Mục ([\w.]+)\)")


def expected(table: str) -> list[Said]:
    """Return the messages of a table: one for each day."""
    days: dict[str, list[str]] = {}
    for line in table.strip().splitlines():
        day, _, section = line.split(maxsplit=3)[:3]
        days.setdefault(day, []).append(section)
    return [(day, tuple(sorted(each))) for day, each in days.items()]


def sections(text: str) -> tuple[str, ...]:
    """Return what a message reminds of, "-" being the list of the week."""
    week = ["-"] if "Tuần này (" in text else []
    return tuple(sorted([*_SECTION.findall(text), *week]))
