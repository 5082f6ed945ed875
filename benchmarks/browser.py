"""Chromium without a window, led as a person would lead it: WebDriver in the few words that `webmail` needs."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.dovecot import free_port

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the key under which WebDriver names an element
SWITCHES = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars", "--lang=en"]


class NotThere(Exception):
    """The browser could not do that, or not yet."""


def wait(what: str, look: Callable[[], Any], seconds: float = 25) -> Any:
    """The first thing that `look` finds; what it was waiting for is said if nothing comes."""
    ends = time.monotonic() + seconds
    while True:
        try:
            if found := look():
                return found
        except NotThere as trouble:
            last: object = trouble
        else:
            last = "nothing"
        if time.monotonic() > ends:
            raise TimeoutError(f"waited {seconds:.0f} s for {what}: {last}")
        time.sleep(0.2)


class Browser:
    """One window. Elements are named by CSS selectors, and waited for."""

    def __init__(self, width: int, height: int) -> None:
        self._size = f"--window-size={width},{height}"
        port = free_port()
        self._at = f"http://127.0.0.1:{port}"
        self._driver = subprocess.Popen(["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL)

    def __enter__(self) -> Browser:  # noqa: PYI034 - there is no subclass
        try:
            wait("chromedriver", lambda: self._say("GET", "/status")["ready"])
            self._at += f"/session/{self._say('POST', '/session', self._wanted())['sessionId']}"
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        try:
            self._say("DELETE", "")
        finally:
            self._stop()

    def _wanted(self) -> dict[str, Any]:
        # Chromium's sandbox refuses to start as root. The only page that it will see is our own.
        switches = [*SWITCHES, self._size, *(["--no-sandbox"] if os.getuid() == 0 else [])]
        return {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": switches}}}}

    def _stop(self) -> None:
        self._driver.terminate()
        self._driver.wait()

    def _say(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        data = json.dumps(body or {}).encode() if method == "POST" else None
        request = urllib.request.Request(self._at + path, data, {"Content-Type": "application/json"}, method=method)
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise NotThere(json.load(error)["value"]["message"].splitlines()[0]) from None
        except urllib.error.URLError as error:
            raise NotThere(str(error)) from None

    def open(self, url: str) -> None:
        self._say("POST", "/url", {"url": url})

    def run(self, script: str, *arguments: object) -> Any:
        """What the script returns in the page."""
        return self._say("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def see(self, selector: str) -> str:
        """The element's reference, once it is there to be seen."""

        def look() -> str | None:
            found = self._say("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]
            return found if self._say("GET", f"/element/{found}/displayed") else None

        return str(wait(selector, look))

    def click(self, selector: str) -> None:
        wait(selector, lambda: self._say("POST", f"/element/{self.see(selector)}/click") is None)

    def double_click(self, selector: str) -> None:
        press = [{"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        over = {"type": "pointerMove", "x": 0, "y": 0, "origin": {ELEMENT: self.see(selector)}}
        self._act({"type": "pointer", "id": "mouse", "actions": [over, *press, *press]})

    def fill(self, selector: str, text: str) -> None:
        self._say("POST", f"/element/{self.see(selector)}/value", {"text": text})

    def type(self, text: str) -> None:
        """Press keys, wherever the caret is; what is selected gives way to them."""
        keys = [{"type": kind, "value": letter} for letter in text for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": keys})

    def _act(self, what: dict[str, Any]) -> None:
        self._say("POST", "/actions", {"actions": [what]})

    def photograph(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self._say("GET", "/screenshot")))
