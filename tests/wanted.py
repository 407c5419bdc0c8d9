"""What a test cannot do without: where it is missing, the test is skipped, but never where all is to be tested."""

from __future__ import annotations

import os

import pytest


def wanted(found: object, what: str) -> None:
    """Skip without what a test wants, unless KG_TESTS_WANT_ALL says that nothing may be skipped."""
    if not found:
        (pytest.fail if os.environ.get("KG_TESTS_WANT_ALL") else pytest.skip)(what)
