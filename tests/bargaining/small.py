"""Small domains to bargain over by hand."""

from negotiation.bargaining.domains import Domain, Issue, Profile


def pie(slices: int) -> Domain:
    """One issue: how many of so many slices the first side gets; utility is the share."""
    shares = tuple(float(part) for part in range(slices + 1))
    options = tuple(str(part) for part in range(slices + 1))
    return Domain(
        "pie",
        (Issue("slices", options, tuple(share / slices for share in shares)),),
        (Profile("first", (1.0,), (shares,)), Profile("second", (1.0,), (shares[::-1],))),
    )


def two_issues() -> Domain:
    """Bread matters to the first side, wine to the second; both want all of both."""
    return Domain(
        "bread and wine",
        (Issue("bread", ("none", "half", "all")), Issue("wine", ("none", "half", "all"))),
        (
            Profile("baker", (0.75, 0.25), ((0.0, 2.0, 4.0), (0.0, 2.0, 4.0)), reservation=0.1, discount=0.5),
            Profile("vintner", (0.25, 0.75), ((1.0, 0.5, 0.0), (1.0, 0.5, 0.0))),
        ),
    )
