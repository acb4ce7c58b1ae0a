"""Pages over HTTP; aiohttp's server is loaded only where it is wanted."""
