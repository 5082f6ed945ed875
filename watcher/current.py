"""The model in use: what learned from the user if it fits, else the base model, trained from the corpus when there is none.

Judging needs neither scikit-learn nor numpy; they load only when something has to be trained.
"""

from __future__ import annotations

import hashlib
import logging
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from watcher import corpus, modelfile
from watcher.classifier import Classifier
from watcher.errors import ModelError
from watcher.text import TEXT_VERSION

if TYPE_CHECKING:
    from watcher.training import Progress

log = logging.getLogger(__name__)

MODEL_VERSION = 6


def fits() -> dict[str, str]:
    """What a model must have been made with to be usable now."""
    made_with = {package: version(package) for package in ("scikit-learn", "numpy", "scipy", "joblib")}
    return {**made_with, "corpus": corpus.fingerprint(), "text": str(TEXT_VERSION), "model": str(MODEL_VERSION)}


def base_name(made_with: dict[str, str]) -> str:
    """The base model is named after everything it depends on."""
    return "base-" + hashlib.sha256(repr(sorted(made_with.items())).encode()).hexdigest()[:12]


def classifier(cache: Path, state: Path, progress: Progress | None = None) -> Classifier:
    """The current model of this state directory."""
    made_with = fits()
    name = modelfile.current(state / "models")
    if name:
        try:
            return modelfile.load(state / "models", name, made_with)[0]
        except ModelError as error:
            log.warning("model %s is not used: %s; `watcher train` makes it anew", name, error)
    return base(cache, made_with, progress)


def base(cache: Path, made_with: dict[str, str], progress: Progress | None = None) -> Classifier:
    """The model trained from the corpus alone; kept in the cache directory."""
    name = base_name(made_with)
    try:
        return modelfile.load(cache, name, made_with)[0]
    except ModelError as error:
        log.info("training the base model: %s", error)
    from watcher import learn  # noqa: PLC0415 - scikit-learn takes seconds to load and is seldom needed

    return learn.train_base(cache, name, made_with, progress)
