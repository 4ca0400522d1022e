"""What a browser, a proxy and a search engine are told about the site: nothing from elsewhere, nothing passed on.

Plain text, the same for every engine and host. Imports nothing of the package.
"""

from __future__ import annotations

__all__ = ["POLICY", "headers", "headers_file", "robots"]

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",  # the theme's small pictures on hand-written pages lie in its styles
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
}

POLICY = "; ".join(f"{what} {where}" for what, where in _SOURCES.items())
"""The content security policy, as every page carries it: no inline script or style, no other origin."""


def headers(*, public: bool) -> dict[str, str]:
    """The headers that a host should send with every answer.

    ``frame-ancestors`` counts in a header only, never in a page.
    """
    sent = {
        "Content-Security-Policy": f"{POLICY}; frame-ancestors 'none'",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return sent if public else sent | {"X-Robots-Tag": "noindex"}


def headers_file(*, public: bool) -> str:
    """The file ``_headers``, which several hosts of static sites read."""
    lines = [f"  {name}: {value}" for name, value in headers(public=public).items()]
    return "\n".join(["/*", *lines]) + "\n"


def robots(*, public: bool) -> str:
    """The file ``robots.txt``: unless the handbook is public, it asks every robot to stay away."""
    return f"User-agent: *\nDisallow:{'' if public else ' /'}\n"
