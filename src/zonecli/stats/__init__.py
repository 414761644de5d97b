"""Pure arithmetic of hedged figures: no input or output, and nothing else of zonecli's."""
