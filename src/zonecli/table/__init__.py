"""The Parquet table: its columns, opening and filtering it, and the registries it carries."""
