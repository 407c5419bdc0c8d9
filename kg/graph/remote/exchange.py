"""One exchange with a server that the user named: bounded in time and size, and never sent on to another address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from time import monotonic

import requests
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from urllib3.exceptions import HTTPError as BrokenAnswer

from kg.graph.remote.mishaps import RemoteError, check_address, failure_of, refusal_of
from kg.graph.remote.reply import Reply

MOST_BYTES = 1 << 30
"""Of an answer."""
MOST_OF_REFUSAL = 1 << 16
"""Bytes of a refusal that are read; the rest is for no reader."""
CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Account:
    """Whom the server knows the user as."""

    user: str
    password: str = field(repr=False)


class _Anonymous(AuthBase):
    """No user, and none looked up in the files of other programs either."""

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        return request


class Client:
    """Keeps its connections to servers, and how they want to be told who the user is."""

    def __init__(
        self, account: Account | None = None, seconds: float = 60, most_bytes: int = MOST_BYTES
    ) -> None:
        self._account, self._seconds, self._most_bytes = account, seconds, most_bytes
        self._session = requests.Session()
        self._session.auth = _Anonymous()
        self.has_met_virtuoso = False
        """Whether a server was Virtuoso, which has no default graph, and cuts long answers."""

    def send(
        self,
        method: str,
        address: str,
        *,
        accept: str = "*/*",
        body: bytes | None = None,
        kind: str = "",
        parameters: Iterable[tuple[str, str]] = (),
    ) -> Reply:
        """One request and its answer, of a status below 300.

        Raises:
            RemoteError: if there is no answer, or one of another status.
        """
        check_address(address)
        headers = {"Accept": accept, "Accept-Encoding": "identity"}
        if kind:
            headers["Content-Type"] = kind
        request = requests.Request(method, address, headers, data=body, params=list(parameters))
        reply = self._exchange(address, request)
        if reply.status == 401 and self._account and isinstance(self._session.auth, _Anonymous):
            self._session.auth = _credentials(self._account, reply.headers.get("www-authenticate", ""))
            reply = self._exchange(address, request)
        if reply.status >= 300:
            raise refusal_of(reply)
        return reply

    def _exchange(self, address: str, request: requests.Request) -> Reply:
        deadline = monotonic() + self._seconds if self._seconds else None
        try:
            prepared = self._session.prepare_request(request)
            surroundings = self._session.merge_environment_settings(prepared.url, {}, True, None, None)
            with self._session.send(
                prepared, timeout=self._seconds or None, allow_redirects=False, **surroundings
            ) as response:
                return self._read(address, response, deadline)
        except (requests.RequestException, BrokenAnswer, OSError, UnicodeError) as error:
            raise failure_of(address, error, self._seconds) from error

    def _read(self, address: str, response: requests.Response, deadline: float | None) -> Reply:
        good = response.status_code < 300
        most = self._most_bytes if good else MOST_OF_REFUSAL
        body = bytearray()
        while (piece := response.raw.read1(CHUNK, decode_content=True)) and len(body) <= most:
            body += piece
            if deadline and monotonic() > deadline:
                raise TimeoutError
        if good and len(body) > most:
            raise RemoteError(f"{address}: its answer has more than {most >> 20} MiB; ask for less")
        headers = {name.lower(): value for name, value in response.headers.items()}
        self.has_met_virtuoso |= headers.get("server", "").startswith("Virtuoso")
        kind = headers.get("content-type", "").partition(";")[0].strip().lower()
        return Reply(address, response.status_code, kind, bytes(body), headers)


def _credentials(account: Account, challenge: str) -> AuthBase:
    """The user as the server wants to be told: by digest where it can, so that the password is not sent."""
    if "digest" in challenge.lower():
        return HTTPDigestAuth(account.user, account.password)
    return HTTPBasicAuth(account.user.encode(), account.password.encode())
