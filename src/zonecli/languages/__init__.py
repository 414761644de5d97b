"""What the texts for people are in other languages than English."""
