"""Real browsers: Debian's Chromium, driven by Playwright; what no page may do is watched all the time."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

FLAGS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
    "--disable-background-networking", "--disable-component-update",
]  # fmt: skip
NARROW, WIDE = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


def missing() -> str | None:
    """Why there can be no browser here; None where there can."""
    try:
        import playwright.sync_api  # noqa: F401 - only whether it is there
    except ImportError:
        return "no browser tests: playwright is not installed (pip install 'negotiation[dev]')"
    if chromium() is None:
        return "no browser tests: no chromium on this computer (Debian: apt-get install chromium)"
    return None


def chromium() -> str | None:
    """Where Chromium is."""
    return next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)


@contextmanager
def chromium_browser() -> Iterator[Any]:
    """One browser; every context in it is a person of their own."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Person:
    """A person at a browser of their own. strange: requests that left the machine; faults: errors of the page;
    heard: every frame the page was sent."""

    def __init__(self, browser: Any, address: str, size: dict[str, int] | None = None, **options: Any) -> None:
        self.address = address
        self.context = browser.new_context(viewport=size or WIDE, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.strange: list[str] = []
        self.faults: list[str] = []
        self.heard: list[str] = []
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("dialog", lambda dialog: dialog.accept())
        self.page.on(
            "websocket", lambda socket: socket.on("framereceived", lambda frame: self.heard.append(str(frame)))
        )

    def _asked(self, url: str) -> None:
        if not url.startswith((self.address, "data:")):
            self.strange.append(url)

    def to(self, path: str) -> Any:
        """Go to a page of the server."""
        self.page.goto(self.address + path)
        return self.page

    def plays(
        self, opponent: str = "fair", side: str = "ca", name: str = "Ann", weeks: int = 6, scenario: str = ""
    ) -> Any:
        """Begin a game against the computer."""
        page = self.to(f"/?scenario={scenario}" if scenario else "/")
        page.fill("#name", name)
        page.select_option("#side", side)
        page.fill("#weeks", str(weeks))
        page.check(f"#opponent-{opponent}")
        page.get_by_role("button", name="Begin", exact=True).click()
        page.wait_for_selector("#turn:not(:empty)")
        return page

    def joins(self, code: str, name: str, consent: bool = True) -> Any:
        """Join a class and wait."""
        page = self.to(f"/join/{code}")
        page.fill("#name", name)
        if consent:
            page.check("#consent")
        page.get_by_role("button", name="Join the class").click()
        page.wait_for_url("**/waiting/**")
        return page

    def teaches(self, key: str, weeks: int = 6) -> Any:
        """Open a class."""
        page = self.to("/teacher")
        page.fill("#key", key)
        page.get_by_role("button", name="Open").click()
        page.fill("#weeks", str(weeks))
        page.get_by_role("button", name="Open the class").click()
        page.wait_for_selector(".code")
        return page


def sideways(page: Any) -> int:
    """By how many pixels a page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
