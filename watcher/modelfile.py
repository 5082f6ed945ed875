"""Keep models on the disk with their manifest, atomically, owner-only; load them only when they fit.

A model is a joblib file, which is a pickle: it is only ever loaded from the user's own cache or state directory, from a
file that this user owns and nobody else may write, and whose hash the manifest beside it names. None is shipped.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import stat
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import joblib

from watcher.classifier import Classifier, Thresholds
from watcher.errors import ModelError

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a model was made from. `fits` is everything that must match for it to be usable here."""

    name: str
    fits: dict[str, str]
    thresholds: Thresholds
    created: str
    labels: str = ""
    sha256: str = ""
    figures: dict[str, float] | None = None


def save(folder: Path, model: object, manifest: Manifest) -> Path:
    """Write model and manifest; a reader sees the old pair or the new one, never a mixture. Returns the model's path."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"{manifest.name}.joblib"
    part = path.with_suffix(f".{os.getpid()}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        joblib.dump(model, file, compress=("zlib", 3))
        file.flush()
        os.fsync(file.fileno())
    digest = hashlib.sha256(part.read_bytes()).hexdigest()
    text = json.dumps({**asdict(manifest), "format": FORMAT, "sha256": digest}, indent=1, sort_keys=True)
    note = part.with_suffix(".note")
    with os.fdopen(os.open(note, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    note.replace(path.with_suffix(".json"))
    return path


def load(folder: Path, name: str, fits: dict[str, str]) -> tuple[Classifier, Manifest]:
    """The model of that name. Raises `ModelError` when it is missing, damaged, not ours, or made by other versions."""
    path = folder / f"{name}.joblib"
    manifest = read_manifest(path.with_suffix(".json"))
    if manifest.fits != fits:
        changed = sorted(key for key in fits if manifest.fits.get(key) != fits[key])
        raise ModelError(f"{path.name} was made with another {', '.join(changed)}")
    try:
        facts = path.stat()
        if facts.st_uid != os.getuid() or facts.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
            raise ModelError(f"{path} belongs to another user or may be written by others")
        data = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}: {error.strerror}") from error
    if hashlib.sha256(data).hexdigest() != manifest.sha256:
        raise ModelError(f"{path} is damaged")
    return Classifier(_unpickle(path, data), manifest.thresholds, name), manifest


def _unpickle(path: Path, data: bytes) -> Any:
    """From the very bytes whose hash was looked at: the file may be another by now."""
    try:
        return joblib.load(io.BytesIO(data))
    except Exception as error:
        raise ModelError(f"{path} cannot be loaded: {type(error).__name__}") from error


def read_manifest(path: Path) -> Manifest:
    """A manifest by itself. Raises `ModelError`."""
    try:
        data = json.loads(path.read_text("utf-8"))
        if data.pop("format") != FORMAT:
            raise ModelError(f"{path} has another format")
        return Manifest(**{**data, "thresholds": Thresholds(**data["thresholds"])})
    except OSError as error:
        raise ModelError(f"{path.name}: {error.strerror}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"{path} is damaged") from error


def manifests(folder: Path) -> list[Manifest]:
    """The models kept in a folder, newest first; damaged ones are left out."""
    found = []
    for path in folder.glob("*.json"):
        try:
            found.append(read_manifest(path))
        except ModelError:
            continue
    return sorted(found, key=lambda manifest: manifest.created, reverse=True)


def point(folder: Path, name: str) -> None:
    """Make that model the current one, atomically. An empty name means the base model."""
    part = folder / "current.part"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    part.write_text(name + "\n", "utf-8")
    part.replace(folder / "current")


def note_trained(folder: Path, what: str) -> None:
    """Remember which labels were learned from last, promoted or refused: the same ones teach nothing new."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / "last-trained").write_text(what, "utf-8")


def last_trained(folder: Path) -> str:
    """What `note_trained` was told, empty if nothing."""
    try:
        return (folder / "last-trained").read_text("utf-8")
    except OSError:
        return ""


def current(folder: Path) -> str:
    """The name of the current model, empty for the base model."""
    try:
        return (folder / "current").read_text("utf-8").strip()
    except OSError:
        return ""
