"""`python -m kg.language.training --treebanks DIR`: train the shipped pipeline anew."""

from __future__ import annotations

import argparse
from pathlib import Path

from kg.language.training.train import SHIPPED, train_pipeline


def main() -> None:
    """Read the command line and train."""
    parser = argparse.ArgumentParser(prog="python -m kg.language.training", description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True, help="the folder of the treebanks")
    parser.add_argument("--output", type=Path, default=SHIPPED, help="where to write the pipeline")
    parser.add_argument("--steps", type=int, help="train each part for so many steps only, to try it out")
    options = parser.parse_args()
    train_pipeline(options.treebanks, options.output, options.steps)


if __name__ == "__main__":
    main()
