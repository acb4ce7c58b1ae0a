"""Rules and use cases, independent of Telegram and of SQL."""

import sys

if "rich" not in sys.modules:
    # structlog would import rich for coloured tracebacks, which the bot does not use: it takes 3 MB
    sys.modules["rich"] = None  # type: ignore[assignment]  # so, to import it fails
    import structlog as structlog

    del sys.modules["rich"]

from bot.deferral import defer_models

defer_models()
