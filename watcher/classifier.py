"""The verdict on one mail. The model itself is trained by `training` and kept by `modelfile`; here it is only asked."""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import pairwise, repeat

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


@lru_cache(2 * MAX_SENTENCES)  # asked for each sentence of a mail by itself, with the whole, and again to explain
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
    subject, sender, *said = (text + "\n\n").split("\n")
    found = [f"subject:{feature}" for feature in features(subject)]
    found += [f"from:{word}" for word in tokens(sender)]
    for line in said[:MOST_SENTENCES]:
        found += features(line)
    return found


def lines(text: str) -> list[str]:
    """The sentences of a text in the form of `text.words`: everything but subject and sender."""
    return [line for line in text.split("\n")[2:] if line] or [text.split("\n", 1)[0]]


@dataclass(frozen=True, slots=True)
class Head:
    """The weights of one question asked of a text: positive log-odds mean yes."""

    weight: array[float]
    bias: float


@dataclass(frozen=True, slots=True)
class Linear:
    """TF-IDF and linear models in plain numbers: no array library is needed to judge a mail.

    Term counts are damped (1 + ln), weighted by `idf`, scaled to unit length; features that training never saw are skipped.
    The first head asks for a rejection; more heads ask other things of the same features.
    """

    index: dict[str, int]
    idf: array[float]
    heads: tuple[Head, ...]

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled as a handful of large objects: joblib's unpickler is slow at half a million small ones."""
        names = "\n".join(sorted(self.index, key=self.index.__getitem__))
        return _unpack, (names, self.idf.tobytes(), tuple((h.weight.tobytes(), h.bias) for h in self.heads))

    def scores(self, found: Sequence[str]) -> tuple[float, ...]:
        """Log-odds of what has these features, one for each head."""
        known = [at for at in map(self.index.get, found) if at is not None]
        idf, terms = self.idf, []
        for at, count in Counter(known).items() if len(set(known)) < len(known) else zip(known, repeat(1)):
            terms.append((at, idf[at] if count == 1 else (1 + math.log(count)) * idf[at]))
        length = math.sqrt(sum(x * x for _, x in terms)) or 1.0
        return tuple(head.bias + sum(x * head.weight[at] for at, x in terms) / length for head in self.heads)

    def telling(self, found: Sequence[str]) -> list[str]:
        """The features that spoke for a rejection, strongest first."""
        weight = self.heads[0].weight
        spoke = [(x * weight[at], feature) for at, x, feature in self._terms(found) if weight[at] > 0]
        return [feature for _, feature in sorted(spoke, key=lambda pair: (-pair[0], pair[1]))]

    def _terms(self, found: Sequence[str]) -> Iterator[tuple[int, float, str]]:
        index, idf = self.index, self.idf
        for feature, count in Counter(found).items():
            at = index.get(feature)
            if at is not None:
                yield at, (idf[at] if count == 1 else (1 + math.log(count)) * idf[at]), feature


def _unpack(names: str, idf: bytes, heads: tuple[tuple[bytes, float], ...]) -> Linear:
    index = {name: at for at, name in enumerate(names.split("\n"))}
    return Linear(index, array("f", idf), tuple(Head(array("f", weight), bias) for weight, bias in heads))


def evidence_of_lines(scores: Sequence[float]) -> tuple[float, float, float]:
    """The two strongest of a mail's sentences and, damped, how many there are. A missing second counts for nothing."""
    ranked = sorted(scores, reverse=True)
    second = ranked[1] if len(ranked) > 1 else min(ranked[0], 0.0)
    return float(ranked[0]), float(second), math.log1p(len(ranked))


@dataclass(frozen=True, slots=True)
class Model:
    """What `training.fit` returns: each sentence by itself, the mail as a whole, and how the two are joined.

    The whole is asked twice: whether it is a rejection, and whether it is about an application of the reader at all.
    """

    sentence: Linear
    whole: Linear
    joint: tuple[float, ...]
    bias: float

    def evidence(self, text: str, weigh: Callable[[str], float] | None = None) -> tuple[float, ...]:
        """What the joint weighs: the whole mail, its two strongest sentences, its length, how far it is from job
        applications. `weigh` may remember sentences."""
        heard = list(map(weigh or self.weigh, lines(text)))
        rejection, application = self.whole.scores(mail_features(text))
        return rejection, *evidence_of_lines(heard), min(application, 0.0)

    def weigh(self, line: str) -> float:
        """The log-odds of one sentence by itself."""
        return self.sentence.scores(features(line))[0]

    def probability(self, text: str, weigh: Callable[[str], float] | None = None) -> float:
        """The calibrated probability that a text, as `text.words` made it, is a rejection."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.odds(text, weigh)))))

    def odds(self, text: str, weigh: Callable[[str], float] | None = None) -> float:
        """The same as log-odds."""
        return self.bias + sum(w * x for w, x in zip(self.joint, self.evidence(text, weigh), strict=True))

    def explain(self, text: str, most: int, weigh: Callable[[str], float] | None = None) -> tuple[tuple[str, ...], str]:
        """The most telling words, readable and each once, and the sentence that scored highest."""
        best = max(lines(text), key=weigh or self.weigh)
        heard: list[str] = []
        for feature in self.sentence.telling(features(best))[:40] + self.whole.telling(mail_features(text))[:40]:
            plain = not feature.startswith(("~", "from:", "subject:")) and (len(feature) > 4 or not feature.isascii())
            if plain and not any(feature in other or other in feature for other in heard):
                heard.append(feature)
                if len(heard) >= most:
                    break
        return tuple(heard), best


@dataclass(frozen=True, slots=True)
class Classifier:
    """A model with its thresholds and its name."""

    model: Model
    thresholds: Thresholds
    name: str

    def judge(self, mail: Mail) -> Verdict:
        """The verdict on one mail. Deterministic; never raises on a parsed mail."""
        return self.judge_words(words(mail))

    def judge_words(self, text: str, weigh: Callable[[str], float] | None = None) -> Verdict:
        """The same for a text as `text.words` made it. What is plainly other is not explained."""
        remembered = cache(weigh or self.model.weigh)
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
