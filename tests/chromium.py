"""The Chromium or Chrome that the browser tests drive: found, or on Debian as root installed."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from tests.environment import SetupError, apt_install, can_apt_install

# The variable that kaleido, which draws image files, reads too.
BROWSER_VARIABLE = "BROWSER_PATH"

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
USUAL_PLACES = {
    "darwin": (
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ),
    "win32": (
        "C:/Program Files/Google/Chrome/Application/chrome.exe",
        "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    ),
}
HOW_TO_GET = (
    "no Chromium or Chrome was found: install one (Debian: apt install chromium; macOS: brew install --cask "
    f"google-chrome; Windows: winget install Google.Chrome) or set {BROWSER_VARIABLE} to its program file"
)
DRIVER_LIBRARY = "libatomic.so.1"
NO_DRIVER_LIBRARY = f"the browser driver needs {DRIVER_LIBRARY}: install it (Debian: apt install libatomic1)"
# Chromium alone brings no font; without one, text is drawn as empty boxes.
DEBIAN_PACKAGES = ("chromium", "libatomic1", "fonts-dejavu-core", "fonts-liberation")


def find_chromium() -> Path | None:
    """The browser that BROWSER_PATH names, else the first on the PATH or in the system's usual places."""
    named = os.environ.get(BROWSER_VARIABLE)
    if named:
        return Path(named) if Path(named).exists() else None
    found = [shutil.which(command) for command in COMMANDS] + list(USUAL_PLACES.get(sys.platform, ()))
    return next((Path(path) for path in found if path and Path(path).exists()), None)


def lacks_driver_library() -> bool:
    """Whether a library is missing that Playwright's driver links to: a minimal Debian does not have it."""
    if sys.platform != "linux":
        return False
    try:
        ctypes.CDLL(DRIVER_LIBRARY)
    except OSError:
        return True
    return False


def provide_chromium() -> Path:
    """The browser; it and its driver's library are installed first where this is Debian as root.

    Raises:
        SetupError: one of them is missing and we may not install it.
    """
    if (find_chromium() is None or lacks_driver_library()) and can_apt_install():
        print("installing Chromium", flush=True)
        with suppress(SetupError):  # Ubuntu has apt-get, but no such package
            apt_install(DEBIAN_PACKAGES)
    found = find_chromium()
    if found is None:
        raise SetupError(HOW_TO_GET)
    if lacks_driver_library():
        raise SetupError(NO_DRIVER_LIBRARY)
    return found
