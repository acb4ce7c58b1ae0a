"""Secrets of which only the digest is stored: addresses of pages, one-time codes."""

import hmac
import secrets
from hashlib import sha256


def new_page_secret() -> str:
    """Return 128 random bits as 22 URL-safe characters."""
    return secrets.token_urlsafe(16)


def digest_of(secret: str) -> bytes:
    """Return the digest under which a code or a page's secret is stored."""
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()


def is_same(digest: bytes, stored: bytes) -> bool:
    """Compare two digests in constant time."""
    return hmac.compare_digest(digest, stored)
