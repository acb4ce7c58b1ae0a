"""The database layer: the only place with SQL."""
