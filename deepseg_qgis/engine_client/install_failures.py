"""What went wrong while packages were installed, in words, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ..errors import SetupError
from ..i18n import tr


def failure_of(last: Sequence[str], *, has_wheels: bool, failed: str = "") -> SetupError:
    """Return what the last lines of pip or uv mean, with the next step.

    Args:
        last: the lines.
        has_wheels: packages come from a folder.
        failed: the sentence, with a {reason} in it, where it was not the packages of the engine that did not come.
    """
    text = "\n".join(last)
    telling = [line for line in last if "error" in line.lower() or "No solution found" in line]
    reason = (telling or last or [""])[-1].strip(" ×")
    hints = (
        (("No space left", "ENOSPC", "not enough space"), tr("The disk is full. Make room and try again.")),
        (
            ("CERTIFICATE_VERIFY_FAILED", "SSLError", "certificate"),
            tr("A program of your company reads secured connections. Ask for its certificate and set PIP_CERT to it."),
        ),
        (
            ("ProxyError", "407", "Tunnel connection failed"),
            tr("Set the proxy under Settings, Options, Network, with name and password."),
        ),
        (
            (
                "Connection",
                "Max retries",
                "timed out",
                "Temporary failure",
                "getaddrinfo",
                "dns error",
                "NewConnection",
            ),
            tr("Check the connection to the internet, or set up from a folder of wheels."),
        ),
        (
            ("No matching distribution", "no version of", "No solution found", "unsatisfiable"),
            tr("A package is missing in the folder of wheels.")
            if has_wheels
            else tr(
                "The packages are not where pip looked. Set DEEPSEG_PIP_ARGS if your company has an index of its own."
            ),
        ),
    )
    hint = next((hint for signs, hint in hints if any(sign in text for sign in signs)), "")
    return SetupError(
        (failed or tr("The packages of the engine could not be installed: {reason}")).format(reason=reason),
        hint=hint or tr("Copy the diagnostics: they hold the log."),
    )


def disk_failure(folder: Path, err: OSError) -> SetupError:
    """Return what an error of the disk means."""
    return SetupError(
        tr("{folder} could not be written: {reason}").format(folder=folder, reason=err.strerror or err),
        hint=tr("Make room on the disk, or name another folder in the environment variable DEEPSEG_HOME."),
    )
