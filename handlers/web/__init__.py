"""HTTP pages; aiohttp's server is imported only if it is configured."""
