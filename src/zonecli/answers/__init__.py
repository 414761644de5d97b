"""One file a question: the table and a request in, a `Result` out. No format is known here."""
