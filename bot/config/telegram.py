"""The sections of config.toml about the connections to and from Telegram."""

from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationInfo, field_validator

from bot.config import values
from bot.config.voting import Section

TELEGRAM = "https://api.telegram.org"


@dataclass(frozen=True, slots=True)
class Way:
    """A connection to Telegram: a Bot API server, and the proxy for it, if any."""

    api_url: str
    proxy: SecretStr | None = None

    @property
    def name(self) -> str:
        """Its name in logs and pages, without the proxy's user name and password."""
        if self.proxy is None:
            return self.api_url
        parts = urlsplit(self.proxy.get_secret_value())
        host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
        return f"{self.api_url} through {parts.scheme}://{host}:{parts.port}"


class Telegram(Section):
    """The bot's token and its connections to Telegram; a proxy's address may have a password."""

    token: values.Token = Field(description="remedy-token")
    api_url: values.ApiUrl = Field(default=TELEGRAM, description="remedy-api-url")
    proxy: Annotated[values.Proxy | None, values.Blank] = Field(
        default=None, description="remedy-proxy"
    )
    api_urls: values.ApiUrls = Field(
        default=(), validate_default=True, description="remedy-api-urls"
    )
    proxies: values.Proxies = Field(default=(), validate_default=True, description="remedy-proxies")
    mode: Literal["polling", "webhook"] = Field(
        default="polling", description="remedy-updates-mode"
    )

    @field_validator("api_urls")
    @classmethod
    def _names_the_one_server(
        cls, api_urls: tuple[str, ...], others: ValidationInfo
    ) -> tuple[str, ...]:
        one = others.data.get("api_url")  # absent if it was refused itself
        if api_urls and one not in (None, TELEGRAM, *api_urls):
            raise values.BadValue("config-without-api-url")
        return api_urls

    @field_validator("proxies")
    @classmethod
    def _names_the_one_proxy(
        cls, proxies: tuple[SecretStr, ...], others: ValidationInfo
    ) -> tuple[SecretStr, ...]:
        if proxies and others.data.get("proxy") not in (None, *proxies):
            raise values.BadValue("config-without-proxy")
        return proxies

    @property
    def ways(self) -> tuple[Way, ...]:
        """All connections to Telegram, in the order in which they are tried; at least one."""
        proxies = [
            None if one is None or one.get_secret_value() == values.DIRECT else one
            for one in self.proxies or (self.proxy,)
        ]
        return tuple(
            Way(url, proxy) for url in self.api_urls or (self.api_url,) for proxy in proxies
        )


class WebhookSection(Section):
    """Where Telegram's calls arrive; used only in the mode webhook."""

    listen: values.ListenAddress = Field(
        default=values.Address("127.0.0.1", 8080), description="remedy-listen 127.0.0.1:8080"
    )
    url: Annotated[values.WebhookUrl | None, values.Blank] = Field(
        default=None, description="remedy-webhook-url"
    )
    secret: Annotated[values.WebhookSecret | None, values.Blank] = Field(
        default=None, description="remedy-webhook-secret"
    )

    @property
    def path(self) -> str:
        """The path of the URL, at which the server answers."""
        return urlsplit(self.url or "").path or "/"


class WebSection(Section):
    """The address of the pages: for monitoring, of meetings, of the house; without one, none."""

    listen: Annotated[values.ListenAddress | None, values.Blank] = Field(
        default=None, description="remedy-listen 127.0.0.1:8090"
    )
    url: Annotated[values.PagesUrl | None, values.Blank] = Field(
        default=None, description="remedy-pages-url"
    )

    @property
    def pages(self) -> str:
        """The address under which the pages are opened; empty without a server."""
        if self.url is not None or self.listen is None:
            return self.url or ""
        host = f"[{self.listen.host}]" if ":" in self.listen.host else self.listen.host
        return f"http://{host}:{self.listen.port}"
