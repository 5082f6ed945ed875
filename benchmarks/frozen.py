"""The shipped model on the frozen part of the corpus, per language, as a Markdown table. Trains the model if need be."""

from __future__ import annotations

from watcher import corpus, current, session
from watcher.figures import measure


def main() -> None:
    judge = current.base(session.paths().cache, current.fits())
    samples = list(corpus.samples("frozen"))
    print(
        "| language | mails | rejections | precision | recall | recall with ask | average precision | calibration error |"
    )
    print("| --- | --: | --: | --: | --: | --: | --: | --: |")
    for language in (*sorted({sample.language for sample in samples}), "all"):
        part = [sample for sample in samples if language in {sample.language, "all"}]
        p = [judge.model.probability(sample.words) for sample in part]
        truth = [sample.rejection for sample in part]
        found, asked = measure(p, truth, judge.thresholds.draft), measure(p, truth, judge.thresholds.ask)
        print(
            f"| {language} | {found.n} | {found.rejections} | {found.precision:.3f} | {found.recall:.3f} | {asked.recall:.3f} "
            f"| {found.average_precision:.3f} | {found.calibration_error:.3f} |"
        )


if __name__ == "__main__":
    main()
