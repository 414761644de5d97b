"""The parts of the documentation that are made, one file a kind."""
