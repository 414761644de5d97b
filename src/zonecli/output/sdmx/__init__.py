"""SDMX: the whole table as SDMX-CSV, and its structure as SDMX-ML."""
