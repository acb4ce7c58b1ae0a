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

    token: values.Token = Field(description="copy it from @BotFather, it looks like 123456789:AAE…")
    api_url: values.ApiUrl = Field(
        default=TELEGRAM,
        description='write "https://api.telegram.org" or the address of your own Bot API server',
    )
    proxy: Annotated[values.Proxy | None, values.Blank] = Field(
        default=None,
        description='write an address with its port, such as "socks5://127.0.0.1:1080"',
    )
    api_urls: values.ApiUrls = Field(
        default=(),
        validate_default=True,
        description='list different addresses, such as ["https://api.telegram.org"], '
        "and telegram.api_url among them",
    )
    proxies: values.Proxies = Field(
        default=(),
        validate_default=True,
        description='list different addresses with their ports, such as "socks5://127.0.0.1:1080", '
        'or "direct", and telegram.proxy among them',
    )
    mode: Literal["polling", "webhook"] = Field(
        default="polling", description='write "polling" or "webhook"'
    )

    @field_validator("api_urls")
    @classmethod
    def _names_the_one_server(
        cls, api_urls: tuple[str, ...], others: ValidationInfo
    ) -> tuple[str, ...]:
        one = others.data.get("api_url")  # absent if it was refused itself
        if api_urls and one not in (None, TELEGRAM, *api_urls):
            raise ValueError("does not name telegram.api_url")
        return api_urls

    @field_validator("proxies")
    @classmethod
    def _names_the_one_proxy(
        cls, proxies: tuple[SecretStr, ...], others: ValidationInfo
    ) -> tuple[SecretStr, ...]:
        if proxies and others.data.get("proxy") not in (None, *proxies):
            raise ValueError("does not name telegram.proxy")
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
        default=values.Address("127.0.0.1", 8080),
        description='write a host and a port, such as "127.0.0.1:8080"',
    )
    url: Annotated[values.WebhookUrl | None, values.Blank] = Field(
        default=None,
        description='write the public address, such as "https://bot.example.org/telegram"',
    )
    secret: Annotated[values.WebhookSecret | None, values.Blank] = Field(
        default=None, description="make up 16 to 256 Latin letters, digits, _ or -"
    )

    @property
    def path(self) -> str:
        """The path of the URL, at which the server answers."""
        return urlsplit(self.url or "").path or "/"


class WebSection(Section):
    """The address of the pages for monitoring; without one there are none."""

    listen: Annotated[values.ListenAddress | None, values.Blank] = Field(
        default=None, description='write a host and a port, such as "127.0.0.1:8090"'
    )
