"""How far an installation is, by the lines of pip and uv."""

from __future__ import annotations

import pytest

from deepseg_qgis.engine_client.install_failures import failure_of
from deepseg_qgis.engine_client.install_progress import InstallProgress

PIP = """Looking in indexes: https://index.example/simple
Collecting torch<2.15,>=2.4 (from -r requirements.txt)
  Downloading https://index.example/torch-2.9.0%2Bcpu-cp311-cp311-manylinux_2_28_x86_64.whl (180.0 MB)
Collecting numpy
  Downloading numpy-2.0.0-cp311-cp311-manylinux_2_17_x86_64.whl (20 MB)
Installing collected packages: numpy, torch
Successfully installed numpy-2.0.0 torch-2.9.0
"""


def fractions(text: str, progress: InstallProgress) -> list[float]:
    return [progress.fraction for line in text.splitlines() if progress.read(line)]


def test_nothing_is_done_before_the_first_line() -> None:
    assert InstallProgress(download_mb=400, n_calls=1).fraction == 0.0


def test_pip_moves_the_bar_forward_to_the_end() -> None:
    seen = fractions(PIP, InstallProgress(download_mb=400, n_calls=1))
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    # Half of the megabytes are known: not much less and not more than that share of the downloads.
    assert 0.2 < seen[3] < 0.4


def test_the_first_of_two_calls_is_not_the_end() -> None:
    progress = InstallProgress(download_mb=400, n_calls=2)
    assert fractions(PIP, progress)[-1] < 0.7
    assert fractions(PIP, progress)[-1] == 1.0


def test_it_tells_the_package_and_its_size() -> None:
    progress = InstallProgress(download_mb=400, n_calls=1)
    progress.read("  Downloading https://index.example/torch-2.9.0-cp311.whl (180.0 MB)")
    assert progress.doing == "torch (180.0 MB)"


def test_uv_is_understood() -> None:
    progress = InstallProgress(download_mb=400, n_calls=1)
    seen = fractions("Downloading torch (175.9MiB)", progress)
    assert progress.doing == "torch (175.9 MB)"
    seen += fractions("Prepared 40 packages in 9s\nInstalled 40 packages in 1s", progress)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0


def test_the_long_silence_of_unpacking_is_told() -> None:
    progress = InstallProgress(download_mb=400, n_calls=1)
    progress.read("Installing collected packages: numpy, torch")
    assert progress.doing == "Unpacking; this takes minutes"
    assert progress.fraction >= 0.7


def test_offline_the_packages_are_counted() -> None:
    progress = InstallProgress(download_mb=0, n_calls=1)
    progress.read("Processing /wheels 한글/torch-2.9.0-cp311.whl")
    assert progress.doing == "torch"
    assert 0.0 < progress.fraction < 0.1


@pytest.mark.parametrize("line", ["", "Requirement already satisfied: numpy", "WARNING: x", "Downloading …"])
def test_other_lines_change_nothing(line: str) -> None:
    assert not InstallProgress(download_mb=1, n_calls=1).read(line)


@pytest.mark.parametrize(
    "lines, hint",
    [
        (["OSError: [Errno 28] No space left on device"], "The disk is full"),
        (["SSLError(SSLCertVerificationError(1, 'CERTIFICATE_VERIFY_FAILED'))", "ERROR: x"], "certificate"),
        (["ProxyError('Cannot connect to proxy.', 407)"], "Set the proxy"),
        (["ERROR: HTTPSConnection: Max retries exceeded"], "Check the connection"),
        (["ERROR: No matching distribution found for torch"], "DEEPSEG_PIP_ARGS"),
        (["ERROR: something new"], "Copy the diagnostics"),
        ([], "Copy the diagnostics"),
    ],
)
def test_a_failure_has_a_next_step(lines: list[str], hint: str) -> None:
    assert hint in failure_of(lines, has_wheels=False).hint


def test_the_reason_is_the_line_that_says_error() -> None:
    error = failure_of(
        ["Collecting a", "ERROR: No matching distribution found for a", "note: see above"], has_wheels=True
    )
    assert error.message.endswith("ERROR: No matching distribution found for a")
    assert error.hint == "A package is missing in the folder of wheels."
