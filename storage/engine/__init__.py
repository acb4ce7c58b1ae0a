"""The database itself: connections, migrations, locks, backups."""
