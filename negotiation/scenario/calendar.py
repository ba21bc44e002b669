"""Days as weeks of a dispute: the week of the start is week 0, and a week lasts seven days."""

import re
from datetime import date, timedelta

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WRITTEN = re.compile(r"(\d{1,2}) (" + "|".join(MONTHS) + r") (\d{4})")
DAYS_A_WEEK = 7


def first_day(start: str) -> date | None:
    """The day a scenario's start names, as in '25 November 2024'; None if it names none."""
    found = WRITTEN.fullmatch(start.strip())
    if found is None:
        return None
    try:
        return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def week_of(first: date, day: date) -> int:
    """The week a day lies in, counted from 0; below 0 before the start."""
    return (day - first).days // DAYS_A_WEEK


def day_of(first: date, week: int) -> date:
    """The first day of a week."""
    return first + timedelta(days=DAYS_A_WEEK * week)
