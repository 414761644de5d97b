"""Figures on China's development zones that can be quoted: sourced, hedged, explained."""
