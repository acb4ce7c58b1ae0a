"""Meetings: plans, entries of their logs in the chain, codes and addresses of pages."""
