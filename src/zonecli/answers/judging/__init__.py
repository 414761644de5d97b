"""Judging a statement against the table, by what digits and hedges allow."""
