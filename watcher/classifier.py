"""The verdict on one mail. The model itself is trained by `training` and kept by `modelfile`; here it is only asked."""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import count, pairwise
from typing import NamedTuple

from watcher.mail import Mail
from watcher.text import MAX_SENTENCES, words


class Band(StrEnum):
    """What the probability means for what happens next."""

    REJECTION = "rejection"
    UNSURE = "unsure"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Thresholds:
    """At `draft` and above the watcher drafts, at `ask` and above it asks. Both are probabilities."""

    draft: float
    ask: float

    def band(self, probability: float) -> Band:
        """The band of a calibrated probability."""
        if probability >= self.draft:
            return Band.REJECTION
        return Band.UNSURE if probability >= self.ask else Band.OTHER


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the model makes of a mail.

    `probability` is calibrated; `telling` are the words that spoke most for a rejection, strongest first;
    `sentence` is the most telling sentence, folded and masked.
    """

    probability: float
    band: Band
    telling: tuple[str, ...]
    sentence: str
    model: str


MOST_SENTENCES = 16

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d|[!?]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]{2,}")


def tokens(line: str) -> list[str]:
    """Words; scripts without spaces are cut into single characters, so that their n-grams serve as words."""
    if _UNSPACED.search(line):
        line = _UNSPACED.sub(lambda run: " ".join(run[0]), line)
    return _TOKEN.findall(line)


@lru_cache(2 * MAX_SENTENCES)  # asked again to explain
def features(line: str) -> tuple[str, ...]:
    """Words and pairs of a sentence, and 1- to 3-grams of word beginnings: inflection costs little that way."""
    spoken = tokens(line)
    stems = [word[:5] for word in spoken]
    marked = ["~" + stem for stem in stems]
    return (  # all mail passes here: the loops are those of map and zip
        *spoken,
        *map(" ".join, pairwise(spoken)),
        *marked,
        *map(" ".join, zip(marked, stems[1:], strict=False)),
        *map(" ".join, zip(marked, stems[1:], stems[2:], strict=False)),
    )


def mail_features(text: str) -> list[str]:
    """The features of a whole mail as `text.words` made it: subject and sender are fields of their own.

    Only the first sentences count: forty lines of legal footer must not drown what stands above them.
    """
    subject, sender, said = _fields(text)
    found = _head_features(subject, sender)
    for line in said[:MOST_SENTENCES]:
        found += features(line)
    return found


def _head_features(subject: str, sender: str) -> list[str]:
    return [f"subject:{feature}" for feature in features(subject)] + [f"from:{word}" for word in tokens(sender)]


def _fields(text: str) -> tuple[str, str, list[str]]:
    """Subject, sender, and the sentences."""
    subject, sender, *said = (text + "\n\n").split("\n")
    return subject, sender, list(filter(None, said))


def lines(text: str) -> list[str]:
    """The sentences of a text in the form of `text.words`; of a mail that says nothing its subject."""
    subject, _, said = _fields(text)
    return said or [subject]


@dataclass(frozen=True, slots=True)
class Head:
    """One question asked of a text: what each feature, seen once, adds to the answer. Positive log-odds mean yes."""

    gain: array[float]
    bias: float


@dataclass(frozen=True, slots=True)
class Linear:
    """TF-IDF and linear models in plain numbers: no array library is needed to judge a mail.

    Term counts are damped (1 + ln), weighted by idf, scaled to unit length. `square` holds idf squared and a head's `gain`
    idf times weight, both by the feature's number; a feature that this view never saw in training has zeros.
    The first head asks for a rejection; more heads ask other things of the same features.
    """

    square: array[float]
    heads: tuple[Head, ...]

    def scores(self, known: Sequence[int]) -> tuple[float, ...]:
        """Log-odds of what has these features, one for each head."""
        each = set(known)
        often = _damped(known) if len(each) < len(known) else ()
        square = self.square
        length = sum(map(square.__getitem__, each)) + sum([square[at] * (damp * damp - 1) for at, damp in often])
        scale = 1 / math.sqrt(length) if length else 0.0
        found = []
        for head in self.heads:
            gain = head.gain
            total = sum(map(gain.__getitem__, each)) + sum([gain[at] * (damp - 1) for at, damp in often])
            found.append(head.bias + scale * total)
        return tuple(found)


def _damped(known: Sequence[int]) -> list[tuple[int, float]]:
    """The features that come more than once, each with its damped count."""
    return [(at, 1 + math.log(times)) for at, times in Counter(known).items() if times > 1]


def evidence_of_lines(scores: Sequence[float]) -> tuple[float, float, float]:
    """The two strongest of a mail's sentences and, damped, how many there are. A missing second counts for nothing."""
    ranked = sorted(scores, reverse=True)
    second = ranked[1] if len(ranked) > 1 else min(ranked[0], 0.0)
    return float(ranked[0]), float(second), math.log1p(len(ranked))


class Heard(NamedTuple):
    """A sentence by itself: its log-odds, and the numbers of its features, of which the whole mail's are made."""

    score: float
    known: list[int]


Hear = Callable[[str], Heard]


@dataclass(frozen=True, slots=True)
class Model:
    """What `training.fit` returns: each sentence by itself, the mail as a whole, and how the two are joined.

    The whole is asked twice: whether it is a rejection, and whether it is about an application of the reader at all.
    `index` numbers the features of both views, from 1.
    """

    index: dict[str, int]
    sentence: Linear
    whole: Linear
    joint: tuple[float, ...]
    bias: float

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as a handful of large objects: joblib's unpickler is slow at half a million small ones."""
        names = "\n".join(sorted(self.index, key=self.index.__getitem__))
        views = tuple(
            (view.square.tobytes(), tuple((head.gain.tobytes(), head.bias) for head in view.heads))
            for view in (self.sentence, self.whole)
        )
        return _unpack, (names, *views, self.joint, self.bias)

    def known(self, found: Iterable[str]) -> list[int]:
        """The numbers of those features that training saw, in their order."""
        return list(filter(None, map(self.index.get, found)))

    def evidence(self, text: str, hear: Hear | None = None) -> tuple[float, ...]:
        """What the joint weighs: the whole mail, its two strongest sentences, its length, how far it is from job
        applications. `hear` may remember sentences."""
        subject, sender, said = _fields(text)
        heard = list(map(hear or self.hear, said or [subject]))
        known = self.known(_head_features(subject, sender))
        for sentence in heard[: min(len(said), MOST_SENTENCES)]:
            known += sentence.known
        rejection, application = self.whole.scores(known)
        return rejection, *evidence_of_lines([sentence.score for sentence in heard]), min(application, 0.0)

    def hear(self, line: str) -> Heard:
        """One sentence by itself."""
        known = self.known(features(line))
        return Heard(self.sentence.scores(known)[0], known)

    def probability(self, text: str, hear: Hear | None = None) -> float:
        """The calibrated probability that a text, as `text.words` made it, is a rejection."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.odds(text, hear)))))

    def odds(self, text: str, hear: Hear | None = None) -> float:
        """The same as log-odds."""
        return self.bias + sum(w * x for w, x in zip(self.joint, self.evidence(text, hear), strict=True))

    def telling(self, view: Linear, found: Iterable[str]) -> list[str]:
        """The features that spoke for a rejection in this view, strongest first."""
        gain, index = view.heads[0].gain, self.index
        spoke = []
        for feature, times in Counter(found).items():
            worth = gain[index.get(feature, 0)]
            if worth > 0:
                spoke.append((-worth * (1 + math.log(times)), feature))
        return [feature for _, feature in sorted(spoke)]

    def explain(self, text: str, most: int, hear: Hear | None = None) -> tuple[tuple[str, ...], str]:
        """The most telling words, readable and each once, and the sentence that scored highest."""
        best = max(lines(text), key=hear or self.hear)
        spoke = self.telling(self.sentence, features(best))[:40] + self.telling(self.whole, mail_features(text))[:40]
        heard: list[str] = []
        for feature in spoke:
            plain = not feature.startswith(("~", "from:", "subject:")) and (len(feature) > 4 or not feature.isascii())
            if plain and not any(feature in other or other in feature for other in heard):
                heard.append(feature)
                if len(heard) >= most:
                    break
        return tuple(heard), best


Packed = tuple[bytes, tuple[tuple[bytes, float], ...]]


def _unpack(names: str, sentence: Packed, whole: Packed, joint: tuple[float, ...], bias: float) -> Model:
    index = dict(zip(names.split("\n"), count(1)))
    return Model(index, _unpack_view(sentence), _unpack_view(whole), joint, bias)


def _unpack_view(packed: Packed) -> Linear:
    square, heads = packed
    return Linear(array("f", square), tuple(Head(array("f", gain), bias) for gain, bias in heads))


@dataclass(frozen=True, slots=True)
class Classifier:
    """A model with its thresholds and its name."""

    model: Model
    thresholds: Thresholds
    name: str

    def judge(self, mail: Mail) -> Verdict:
        """The verdict on one mail. Deterministic; never raises on a parsed mail."""
        return self.judge_words(words(mail))

    def judge_words(self, text: str, hear: Hear | None = None) -> Verdict:
        """The same for a text as `text.words` made it. What is plainly other is not explained."""
        remembered = cache(hear or self.model.hear)
        probability = self.model.probability(text, remembered)
        band = self.thresholds.band(probability)
        telling, sentence = ((), "") if band is Band.OTHER else self.model.explain(text, 6, remembered)
        return Verdict(probability, band, telling, sentence, self.name)

    def explain(self, mail: Mail) -> Verdict:
        """Like `judge`, with the telling words whatever the band."""
        text = words(mail)
        probability = self.model.probability(text)
        telling, sentence = self.model.explain(text, 6)
        return Verdict(probability, self.thresholds.band(probability), telling, sentence, self.name)
