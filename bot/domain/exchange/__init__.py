"""The exchange: what organisations give to one another and look for."""
