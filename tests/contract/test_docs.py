"""The pages say what the program does: every command and option is described, and none that does not exist."""

from __future__ import annotations

import argparse
import re
import shlex
from pathlib import Path

import pytest

from engine.cli.main import COMMANDS, make_parser
from engine.commands.check import PACKAGES

REPOSITORY = Path(__file__).parents[2]
PAGES = sorted(path for glob in ("*.md", "docs/**/*.md", "examples/**/*.md") for path in REPOSITORY.glob(glob))
NAMES = [command.name for command in COMMANDS]


def text_of(name: str) -> str:
    return (REPOSITORY / name).read_text(encoding="utf-8")


def section(command: str) -> str:
    """Return what docs/command-line.md says of a command."""
    return text_of("docs/command-line.md").split(f"## deepseg {command}\n", 1)[1].split("\n## ", 1)[0]


def options_of(command: str) -> set[str]:
    actions = make_parser()._actions
    parser = next(action.choices for action in actions if isinstance(action, argparse._SubParsersAction))[command]
    return {option for action in parser._actions for option in action.option_strings if option.startswith("--")}


@pytest.mark.parametrize("command", NAMES)
def test_every_option_is_described(command: str) -> None:
    described = set(re.findall(r"^\| `(--[\w-]+)", section(command), re.MULTILINE))
    assert described == options_of(command) - {"--help", "--events"}


def commands_in(page: Path) -> list[str]:
    """Return the `deepseg ...` lines of a page's code blocks, continued lines joined."""
    blocks = re.findall(r"```sh\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    lines = [line for block in blocks for line in block.replace("\\\n", " ").splitlines()]
    starts = ("deepseg ", ".venv/bin/deepseg ", "python -m engine ")
    return [line.split("#")[0].strip() for line in lines if line.strip().startswith(starts)]


EXAMPLES = [(page.relative_to(REPOSITORY).as_posix(), line) for page in PAGES for line in commands_in(page)]


def test_there_are_examples_to_try() -> None:
    assert len([line for page, line in EXAMPLES if page == "README.md"]) >= 5
    assert {line.split()[1] for page, line in EXAMPLES if page == "docs/command-line.md"} == set(NAMES)


@pytest.mark.parametrize("page, line", EXAMPLES)
def test_every_example_is_a_command_that_parses(page: str, line: str) -> None:
    words = shlex.split(line)
    arguments = words[3:] if words[0] == "python" else words[1:]
    if "--help" in arguments:
        assert arguments[0] in [*NAMES, "--help"]
    else:
        make_parser().parse_args(arguments)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(REPOSITORY).as_posix())
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_make_targets_that_the_readme_names_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text_of("Makefile"), re.MULTILINE))
    assert set(re.findall(r"`make ([a-z-]+)", text_of("README.md"))) <= targets


def test_every_dependency_has_its_purpose_and_license() -> None:
    rows = re.findall(r"^\| ([\w-]+) \| .+ \| .+ \|$", text_of("docs/dependencies.md"), re.MULTILINE)
    assert rows[1:] == [package.name for package in PACKAGES]


def test_examples_keep_their_credits() -> None:
    for name, credits in {
        "examples/kampala/README.md": ("OpenAerialMap contributors", "CC BY 4.0", "OpenStreetMap contributors", "ODbL"),
        "examples/sportsfields/README.md": ("Digitaal Vlaanderen", "orthoseg", "GPL-3.0"),
        "README.md": ("OpenAerialMap contributors", "OpenStreetMap contributors", "Digitaal Vlaanderen", "orthoseg"),
    }.items():
        assert [credit for credit in credits if credit not in text_of(name)] == []


def test_decisions_are_listed() -> None:
    files = {path.name for path in (REPOSITORY / "docs" / "decisions").glob("[0-9]*.md")}
    assert files <= set(re.findall(r"\]\(([^)]+)\)", text_of("docs/decisions/README.md")))
