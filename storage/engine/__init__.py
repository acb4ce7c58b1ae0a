"""The database engine: connections, migrations, locks, backups."""
