"""From curated text (CSV and TOML) to the Parquet table, with every rule checked on the way."""
