"""A throw-away Dovecot 2.3 on loopback: no systemd, nothing under /etc, as root or not.

with Dovecot() as server: …  # server.port (TLS), server.plain_port (STARTTLS), server.cert
"""

from __future__ import annotations

import grp
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

PROGRAM = shutil.which("dovecot") or "/usr/sbin/dovecot"

CONFIG = """\
base_dir = {run}
state_dir = {run}/state
log_path = {base}/dovecot.log
instance_name = t-{tag}
protocols = imap
listen = 127.0.0.1
default_internal_user = {user}
default_internal_group = {group}
default_login_user = {user}
first_valid_uid = 1
first_valid_gid = 1
default_vsz_limit = 0
ssl = yes
ssl_cert = <{base}/cert.pem
ssl_key = <{base}/key.pem
ssl_dh =
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
auth_cache_size = 0
mail_location = maildir:~/Maildir:LAYOUT=fs
maildir_very_dirty_syncs = no
mail_fsync = never
mailbox_list_index = yes
mail_max_userip_connections = 100
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={base}/home/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
{folders}
}}
service imap-login {{
  service_count = 0
  chroot =
  inet_listener imap {{
    port = {plain_port}
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
service imap {{
  client_limit = 1
  service_count = 100
}}
"""
FOLDERS = {"Drafts": "Drafts", "Sent": "Sent", "Trash": "Trash", "Archive": "Archive"}


def installed() -> bool:
    """Whether there is a Dovecot to run."""
    return Path(PROGRAM).exists() and shutil.which("openssl") is not None


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Dovecot:
    """A server on which every user has an account, all with the same password. `folders` maps folder names to special uses, "" for none."""

    user, password = "alex@example.org", "s3cret"

    def __init__(self, folders: dict[str, str] | None = None) -> None:
        self.base = Path(tempfile.mkdtemp(prefix="dc-"))  # short: unix socket paths end at 108 bytes
        root = os.getuid() == 0
        self.owner = pwd.getpwnam("nobody") if root else pwd.getpwuid(os.getuid())
        self.port, self.plain_port = free_port(), free_port()
        self.cert = self.base / "cert.pem"
        self._write(FOLDERS if folders is None else folders)
        if root:
            subprocess.run(["chown", "-R", f"{self.owner.pw_uid}:{self.owner.pw_gid}", str(self.base)], check=True)
            self.base.chmod(0o755)
        self.process: subprocess.Popen[bytes] | None = None

    def _write(self, folders: dict[str, str]) -> None:
        (self.base / "run").mkdir()
        (self.base / "home").mkdir()
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj",
             "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout", str(self.base / "key.pem"), "-out", str(self.cert)],
            check=True, capture_output=True,
        )  # fmt: skip
        boxes = "\n".join(
            f'  mailbox "{name}" {{\n    auto = subscribe\n' + (f"    special_use = \\{use}\n" if use else "") + "  }"
            for name, use in folders.items()
        )
        self.config = self.base / "dovecot.conf"
        self.config.write_text(
            CONFIG.format(
                password=self.password,
                run=self.base / "run", base=self.base, tag=self.base.name, user=self.owner.pw_name, group=grp.getgrgid(self.owner.pw_gid).gr_name,
                uid=self.owner.pw_uid, gid=self.owner.pw_gid, port=self.port, plain_port=self.plain_port, folders=boxes,
            )
        )  # fmt: skip

    def start(self) -> Dovecot:
        drop = {"user": self.owner.pw_uid, "group": self.owner.pw_gid, "extra_groups": []} if os.getuid() == 0 else {}
        self.process = subprocess.Popen(
            [PROGRAM, "-F", "-c", str(self.config)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True, cwd="/", **drop,
        )  # fmt: skip
        ends = time.monotonic() + 10
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.plain_port), 1) as sock:
                    sock.settimeout(5)
                    if sock.recv(200).startswith(b"* OK"):
                        return self
            except OSError:
                if time.monotonic() > ends or self.process.poll() is not None:
                    raise RuntimeError(f"Dovecot did not start: {self.log()}") from None
                time.sleep(0.01)

    def log(self) -> str:
        path = self.base / "dovecot.log"
        return path.read_text() if path.exists() else ""

    def kill(self) -> None:
        """As a power cut would."""
        if self.process and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def stop(self) -> None:
        self.kill()
        shutil.rmtree(self.base, ignore_errors=True)

    def __enter__(self) -> Dovecot:  # noqa: PYI034 - there is no subclass
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()
