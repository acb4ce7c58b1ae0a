"""Decides: the rules and the use cases. Knows neither Telegram nor SQL."""

import sys

if "rich" not in sys.modules:
    # structlog would load it for tracebacks in colour, which the bot does not use: three megabytes
    sys.modules["rich"] = None  # type: ignore[assignment]  # so, to import it fails
    import structlog as structlog

    del sys.modules["rich"]
