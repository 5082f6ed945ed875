"""watcher.config: valid as a whole, or every problem at once."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watcher.config import Account, Config, Daemon, Letters, Thresholds, Training, load, validate
from watcher.errors import UserError
from watcher.resources import find

EXAMPLE = find("config.example.toml")
LEAST = '[accounts.personal]\nhost = "imap.example.org"\nuser = "alex"\nname = "Alex Example"\naddresses = ["alex@example.org"]\n'


def written(tmp_path: Path, text: str) -> Config:
    path = tmp_path / "config.toml"
    path.write_text(text, "utf-8")
    return load(path)


def problems(tmp_path: Path, text: str) -> list[str]:
    with pytest.raises(UserError) as caught:
        written(tmp_path, text)
    return [problem.removeprefix(f"{tmp_path / 'config.toml'}: ") for problem in caught.value.problems]


def test_the_least_configuration_has_every_default(tmp_path: Path) -> None:
    """Host, user, name and an address are all that is needed."""
    config = written(tmp_path, LEAST)
    account = config.accounts["personal"]

    assert (993, "tls", ("INBOX",), timedelta(days=14), True, "") == (
        account.real_port, account.security, account.folders, account.look_back, account.interviewers, account.signature,
    )  # fmt: skip
    assert (Thresholds(), Training(), Letters(), Daemon()) == (
        config.thresholds,
        config.training,
        config.letters,
        config.daemon,
    )
    assert tmp_path / "config.toml" == config.path


def test_the_example_is_valid() -> None:
    """What `watcher init` starts from can be loaded as it is."""
    assert {"personal"} == set(load(EXAMPLE).accounts)


def test_the_example_shows_every_key_with_its_default() -> None:
    """Each key stands there once; the commented ones are valid when they are uncommented and are the defaults."""
    text = EXAMPLE.read_text("utf-8")
    lines = [re.sub(r"^# (?=\w+ = )|^# (?=\+|Alex Example)", "", line) for line in text.splitlines()]
    data = tomllib.loads(
        "\n".join(line for line in lines if not line.startswith(("password_command", "# rejection", "# Check")))
    )
    config = validate(data, EXAMPLE)
    tables: list[tuple[dict[str, object], type]] = [
        (data["accounts"]["personal"], Account), (data["thresholds"], Thresholds), (data["training"], Training), (data["letters"], Letters), (data["daemon"], Daemon)
    ]  # fmt: skip

    for table, model in tables:
        assert set(model.model_fields) - {"password_command"} == set(table)
    assert "# password_command" in text
    assert (Training(), Daemon()) == (config.training, config.daemon)
    assert (
        Account(**{k: getattr(config.accounts["personal"], k) for k in ("host", "user", "name", "addresses")}).look_back
        == config.accounts["personal"].look_back
    )


@pytest.mark.parametrize(("security", "port"), [("tls", 993), ("starttls", 143)])
def test_the_port_follows_the_security(tmp_path: Path, security: str, port: int) -> None:
    """Unless it is given."""
    assert port == written(tmp_path, f'{LEAST}security = "{security}"\n').accounts["personal"].real_port
    assert 1143 == written(tmp_path, f'{LEAST}security = "{security}"\nport = 1143\n').accounts["personal"].real_port


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1", "127.8.8.8"])
def test_no_security_is_for_this_machine(tmp_path: Path, host: str) -> None:
    """Loopback hosts may go without TLS."""
    assert (
        143
        == written(tmp_path, LEAST.replace("imap.example.org", host) + 'security = "none"\n')
        .accounts["personal"]
        .real_port
    )


@pytest.mark.parametrize("host", ["imap.example.org", "192.168.1.1", "localhost.example.org", "0.0.0.0"])
def test_no_security_is_for_no_other_machine(tmp_path: Path, host: str) -> None:
    """A password never crosses a network in the clear."""
    found = problems(tmp_path, LEAST.replace("imap.example.org", host) + 'security = "none"\n')

    assert [True] == [problem.startswith('accounts.personal: security = "none"') for problem in found]


def test_every_problem_is_told_at_once(tmp_path: Path) -> None:
    """Each with the path of its key and what is wrong there."""
    text = (
        '[accounts.personal]\nhost = ""\nport = 70000\nsecurity = "ssl"\nname = "A"\naddresses = ["alex"]\nlook_back = "soon"\nlook_bck = "1d"\n'
        "[thresholds]\ndraft = 1.5\n[daemon]\nmax_drafts_per_visit = 0\n[mail]\nx = 1\n"
    )
    found = problems(tmp_path, text)

    assert {
        "accounts.personal.host", "accounts.personal.port", "accounts.personal.security", "accounts.personal.user", "accounts.personal.addresses",
        "accounts.personal.look_back", "accounts.personal.look_bck", "thresholds.draft", "daemon.max_drafts_per_visit", "mail",
    } == {problem.partition(":")[0] for problem in found}  # fmt: skip
    assert "accounts.personal.user: is missing" in found
    assert "accounts.personal.look_bck: unknown key" in found
    assert "accounts.personal.addresses: not a mail address: alex" in found
    assert 'accounts.personal.look_back: expected a duration like "10m", "14d" or "2h" (it is \'soon\')' in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["accounts: is missing"]),
        ("accounts = 3\n", ["accounts: Input should be a valid dictionary (it is 3)"]),
        (
            f"{LEAST}folders = []\n",
            ["accounts.personal.folders: Tuple should have at least 1 item after validation, not 0"],
        ),
        (
            LEAST.replace("personal", '"my account"'),
            ["accounts: account names are letters, digits, - and _: my account"],
        ),
        (LEAST.replace("personal", '"../x"'), ["accounts: account names are letters, digits, - and _: ../x"]),
        (
            f'{LEAST}password_file = "p"\npassword_command = ["p"]\n',
            ["accounts.personal: give password_file or password_command, not both"],
        ),
    ],
)
def test_a_problem_names_its_place(tmp_path: Path, text: str, expected: list[str]) -> None:
    """In the user's words, not the library's."""
    assert expected == problems(tmp_path, text)


def test_a_password_in_the_file_is_not_repeated(tmp_path: Path) -> None:
    """Whoever writes the password into the configuration does not find it in the terminal's history."""
    found = problems(tmp_path, f'{LEAST}password = "geheim"\n')

    assert ["accounts.personal.password: unknown key"] == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [("90s", timedelta(seconds=90)), ("10m", timedelta(minutes=10)), ("2h", timedelta(hours=2)), ("14d", timedelta(days=14)), ("4w", timedelta(weeks=4)), (" 3 d ", timedelta(days=3))],
)  # fmt: skip
def test_durations_have_units(tmp_path: Path, text: str, expected: timedelta) -> None:
    """Seconds to weeks."""
    assert expected == written(tmp_path, f'{LEAST}look_back = "{text}"\n').accounts["personal"].look_back


@pytest.mark.parametrize("value", ['"14"', "14", '"-1d"', '"1.5h"', '"d"', '""', '"1y"', "true", "[]"])
def test_other_durations_are_refused(tmp_path: Path, value: str) -> None:
    """A number without a unit is not guessed."""
    assert [True] == [
        p.startswith("accounts.personal.look_back: expected a duration")
        for p in problems(tmp_path, f"{LEAST}look_back = {value}\n")
    ]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param('look_back = "99999999999d"', id="endless"),
        pytest.param('password_file = "~nobody-of-that-name/p"', id="home"),
        pytest.param('[daemon]\npoll = "0s"', id="never"),
        pytest.param("[thresholds]\ndraft = 0.2\nask = 0.8", id="thresholds"),
    ],
)  # fmt: skip
def test_values_that_cannot_work_are_refused(tmp_path: Path, change: str) -> None:
    """At `watcher check`, not at the first visit."""
    assert 1 == len(problems(tmp_path, f"{LEAST}{change}\n"))


@pytest.mark.parametrize(
    "address",
    [
        "alex", "alex@", "@example.org", "a b@example.org", "alex@example", "<alex@example.org>", "alex@example.org.", "a@b@example.org",
        "jörg@example.org", "a,b@example.org", "alex@exämple.org", "a(b)@example.org",
    ],
)  # fmt: skip
def test_an_address_that_no_letter_can_bear_is_refused(tmp_path: Path, address: str) -> None:
    """What is accepted here must survive the letter's own check."""
    assert [f"accounts.personal.addresses: not a mail address: {address}"] == problems(
        tmp_path, LEAST.replace("alex@example.org", address)
    )


@pytest.mark.parametrize(
    "address", ["alex@example.org", "a.b+c@mail.example.co.uk", "alex@localhost", "o'neil@example.org"]
)
def test_ordinary_addresses_are_accepted(tmp_path: Path, address: str) -> None:
    """Tags, dots, apostrophes and the local host."""
    assert (address,) == written(tmp_path, LEAST.replace("alex@example.org", address)).accounts["personal"].addresses


def test_files_are_found_beside_the_configuration(tmp_path: Path) -> None:
    """Relative names are taken from its folder, absolute ones stay, ~ is the home."""
    config = written(
        tmp_path, f'{LEAST}password_file = "secrets/p"\nca_file = "/etc/ca.pem"\n[letters]\ntemplates = "~/letters"\n'
    )

    assert tmp_path / "secrets" / "p" == config.accounts["personal"].password_file
    assert Path("/etc/ca.pem") == config.accounts["personal"].ca_file
    assert Path.home() / "letters" == config.letters.templates


@pytest.mark.parametrize(
    ("content", "words"), [(None, "there is no such file"), (b"a = = 1", "not valid TOML"), (b"\xff", "cannot be read")]
)
def test_a_file_that_cannot_be_read_is_the_users_to_mend(tmp_path: Path, content: bytes | None, words: str) -> None:
    """Missing, no TOML, no UTF-8: one problem, with the file's name."""
    path = tmp_path / "config.toml"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(UserError) as caught:
        load(path)

    assert (1, True, True) == (
        len(caught.value.problems),
        str(path) in caught.value.problems[0],
        words in caught.value.problems[0],
    )


def test_a_folder_is_no_configuration(tmp_path: Path) -> None:
    """Nor is anything else that is no file."""
    with pytest.raises(UserError):
        load(tmp_path)


def test_a_configuration_does_not_change(tmp_path: Path) -> None:
    """It is passed around freely."""
    config = written(tmp_path, LEAST)

    with pytest.raises(ValueError):
        config.daemon.idle = False  # type: ignore[misc]


JSON = st.recursive(st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8)), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3), max_leaves=8)  # fmt: skip


@given(st.dictionaries(st.sampled_from(["accounts", "thresholds", "training", "letters", "daemon", "x"]), JSON | st.dictionaries(st.sampled_from(["personal", "draft", "every", "poll", "templates"]), JSON, max_size=2), max_size=4))  # fmt: skip
def test_any_table_is_valid_or_explained(data: dict[str, object]) -> None:
    """Nonsense of any shape is a UserError with at least one problem."""
    found: tuple[str, ...] = ("/nowhere/config.toml: ",)
    try:
        validate(data, Path("/nowhere/config.toml"))
    except UserError as error:
        found = error.problems

    assert found
    assert all(problem.startswith("/nowhere/config.toml: ") for problem in found)
