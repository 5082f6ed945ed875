"""The shipped model on the frozen part of the corpus, per language, as Markdown tables: all of it, the ordinary mail, the
hard mail. Trains the model if need be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from watcher import corpus, current, session
from watcher.classifier import Thresholds
from watcher.corpus import Sample
from watcher.figures import measure

PARTS = {"all": ("x.txt", "y.txt"), "ordinary mail (y.txt)": ("y.txt",), "hard mail (x.txt)": ("x.txt",)}


def main() -> None:
    judge = current.base(session.paths().cache, current.fits())
    samples = list(corpus.samples("frozen"))
    p = {sample.words: judge.model.probability(sample.words) for sample in samples}
    for name, files in PARTS.items():
        print(f"\n{name}\n")
        table(judge.thresholds, [sample for sample in samples if sample.origin.endswith(files)], p)


def table(thresholds: Thresholds, samples: Sequence[Sample], p: Mapping[str, float]) -> None:
    print(
        "| language | mails | rejections | precision | recall | recall with ask | average precision | calibration error |"
    )
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    for language in (*sorted({sample.language for sample in samples}), "all"):
        part = [sample for sample in samples if language in {sample.language, "all"}]
        scores, truth = [p[sample.words] for sample in part], [sample.rejection for sample in part]
        found, asked = measure(scores, truth, thresholds.draft), measure(scores, truth, thresholds.ask)
        print(
            f"| {language} | {found.n} | {found.rejections} | {found.precision:.3f} | {found.recall:.3f} | {asked.recall:.3f} "
            f"| {found.average_precision:.3f} | {found.calibration_error:.3f} |"
        )


if __name__ == "__main__":
    main()
