"""What administrators do: settings at run time, the audit log, copies of the database."""
