"""Methods by which a bot gets its updates: long polling and the webhook."""

import re
from typing import Any
from urllib.parse import urlsplit

from sandbox.errors import bad_request
from sandbox.outgoing import Params
from sandbox.updates import Update
from sandbox.webhook import WebhookSettings
from sandbox.world import World

BATCH = 100
CONNECTIONS = 40
MOST_CONNECTIONS = 100
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
PORTS = frozenset({None, 443, 80, 88, 8443})
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


async def get_updates(world: World, params: Params) -> list[Update]:
    """Play getUpdates."""
    _allow(world, params)
    limit = params.get("limit", BATCH)
    return await world.updates.poll(params.get("offset", 0), limit, params.get("timeout", 0))


def set_webhook(world: World, params: Params) -> bool:
    """Play setWebhook; plain HTTP, at any port, only to the local machine."""
    url, secret = params["url"], params.get("secret_token")
    if secret is not None and not SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.get("max_connections", CONNECTIONS)
    if not 1 <= connections <= MOST_CONNECTIONS:
        raise bad_request("max_connections must be from 1 to 100")
    parts = urlsplit(url)
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if parts.scheme == "https" and parts.port not in PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    _allow(world, params)
    if params.get("drop_pending_updates"):
        world.updates.clear()
    world.webhook.set(WebhookSettings(url, secret, connections, params.get("ip_address")))
    return True


def delete_webhook(world: World, params: Params) -> bool:
    """Play deleteWebhook."""
    world.webhook.unset()
    if params.get("drop_pending_updates"):
        world.updates.clear()
    return True


def get_webhook_info(world: World, _: Params) -> dict[str, Any]:
    """Play getWebhookInfo."""
    settings, error = world.webhook.settings, world.webhook.last_error
    result: dict[str, Any] = {
        "url": settings.url if settings else "",
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if settings is not None:
        result["max_connections"] = settings.max_connections
        result["ip_address"] = settings.ip_address or "127.0.0.1"
    if error is not None:
        result["last_error_date"], result["last_error_message"] = error
    if world.updates.allowed:
        result["allowed_updates"] = world.updates.allowed
    return result


def _allow(world: World, params: Params) -> None:
    if "allowed_updates" not in params:
        return
    unknown = [one for one in params["allowed_updates"] if one not in world.updates.kinds]
    if unknown:
        raise bad_request(f"unknown kinds of updates: {', '.join(map(str, unknown))}")
    world.updates.allowed = params["allowed_updates"]
