"""A browser that tests look at pages with: Chromium, driven by WebDriver over plain HTTP."""

import base64
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import time
import urllib.error
import urllib.request

DRIVER = shutil.which("chromedriver")
# The driver is on this machine, whatever proxy there is to others.
LOCAL = urllib.request.build_opener(urllib.request.ProxyHandler({}))
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "Escape": "\ue00c",
    "Space": " ",
    "End": "\ue010",
    "Home": "\ue011",
    "ArrowLeft": "\ue012",
    "ArrowUp": "\ue013",
    "ArrowRight": "\ue014",
    "ArrowDown": "\ue015",
}


class Browser:
    """One window of a Chromium without a screen."""

    def __init__(self, profile: pathlib.Path):
        # A group of its own, so that the browsers that the driver starts end with it.
        self.driver = subprocess.Popen(
            [DRIVER, "--port=0", "--allowed-ips=127.0.0.1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            start_new_session=True,
        )
        port = None
        for line in self.driver.stdout:
            if found := re.search(r"started successfully on port (\d+)", line):
                port = found[1]
                break
        assert port, "chromedriver did not start"
        self.address = f"http://127.0.0.1:{port}/session"
        arguments = [
            "--headless=new",
            "--disable-dev-shm-usage",
            "--hide-scrollbars",
            "--force-color-profile=srgb",
            f"--user-data-dir={profile}",
        ]
        if os.getuid() == 0:
            arguments.append("--no-sandbox")
        session = self.call(
            "POST",
            "",
            capabilities={
                "alwaysMatch": {
                    "browserName": "chrome",
                    "goog:chromeOptions": {"args": arguments},
                    "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
                }
            },
        )
        self.address += "/" + session["sessionId"]

    def call(self, method: str, path: str, **body):
        request = urllib.request.Request(
            self.address + path,
            method=method,
            data=json.dumps(body).encode() if method == "POST" else None,
            headers={"Content-Type": "application/json"},
        )
        try:
            with LOCAL.open(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except urllib.error.HTTPError as error:
            raise AssertionError(json.load(error)["value"]["message"]) from None

    def end(self) -> None:
        try:
            self.call("DELETE", "")
        finally:
            os.killpg(self.driver.pid, signal.SIGTERM)
            self.driver.wait(timeout=30)
            self.driver.stdout.close()

    # What a person does

    def open(self, page: pathlib.Path, fragment: str = "") -> None:
        """Opens a page anew, also when only the part behind # differs."""
        self.call("POST", "/url", url="about:blank")
        self.log("browser"), self.log("performance")
        self.call("POST", "/url", url=page.as_uri() + fragment)

    def look(
        self, width: int = 1280, height: int = 900, theme: str = "light", calm: bool = True
    ) -> None:
        """The size of the window, and what the person has asked all pages for."""
        self.devtools(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        self.devtools(
            "Emulation.setEmulatedMedia",
            features=[
                {"name": "prefers-color-scheme", "value": theme},
                {"name": "prefers-reduced-motion", "value": "reduce" if calm else ""},
            ],
        )

    def press(self, *keys: str) -> None:
        actions = []
        for key in keys:
            value = KEYS.get(key, key)
            actions += [{"type": "keyDown", "value": value}, {"type": "keyUp", "value": value}]
        self.call("POST", "/actions", actions=[{"type": "key", "id": "keys", "actions": actions}])

    def type(self, text: str) -> None:
        self.press(*text)

    def click(self, selector: str) -> None:
        self.call("POST", f"/element/{self.element(selector)}/click")

    # What there is

    def run(self, script: str, *arguments):
        return self.call("POST", "/execute/sync", script=script, args=list(arguments))

    def element(self, selector: str) -> str:
        return self.call("POST", "/element", using="css selector", value=selector)[ELEMENT]

    def text(self, selector: str) -> str:
        return self.run("return document.querySelector(arguments[0]).textContent", selector)

    def count(self, selector: str) -> int:
        return self.run("return document.querySelectorAll(arguments[0]).length", selector)

    def focused(self) -> str:
        """What a screen reader would say of the element that has the keys."""
        return self.run(
            "const it = document.activeElement;"
            "return it.getAttribute('aria-label') ?? it.id ?? it.textContent"
        )

    def devtools(self, command: str, **parameters):
        return self.call("POST", "/goog/cdp/execute", cmd=command, params=parameters)

    def log(self, kind: str) -> list[dict]:
        return self.call("POST", "/se/log", type=kind)

    def complaints(self) -> list[str]:
        """Everything in the console."""
        return [entry["message"] for entry in self.log("browser")]

    def requests(self) -> list[str]:
        """The addresses that were asked for since the page was opened."""
        messages = [json.loads(entry["message"])["message"] for entry in self.log("performance")]
        addresses = [
            message["params"]["request"]["url"]
            for message in messages
            if message["method"] == "Network.requestWillBeSent"
        ]
        return [address for address in addresses if not address.startswith(("chrome:", "data:"))]

    def picture(self, file: pathlib.Path, whole: bool = False) -> None:
        answer = self.devtools(
            "Page.captureScreenshot", format="png", captureBeyondViewport=whole
        )
        file.write_bytes(base64.b64decode(answer["data"]))

    def until(self, script: str, seconds: float = 5) -> None:
        """Waits until a script returns something true."""
        end = time.monotonic() + seconds
        while not self.run(script):
            assert time.monotonic() < end, f"never true: {script}"
            time.sleep(0.02)
