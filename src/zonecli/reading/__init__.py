"""Finding statements about zones in running English and Chinese text: rules, no model."""
