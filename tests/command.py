"""The command line, called as a user calls it."""

from __future__ import annotations

from click.testing import CliRunner, Result

from kg.cli import main


def kg(*args: object, **environment: str) -> Result:
    """A call of kg, without what the user of this machine is known as to servers."""
    runner = CliRunner(env={"KG_USER": None, "KG_PASSWORD": None, **environment})
    return runner.invoke(main, [str(arg) for arg in args], prog_name="kg")
