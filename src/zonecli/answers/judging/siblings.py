"""Metrics that a loose word of running text can mean as well."""

from __future__ import annotations

from collections.abc import Mapping

# The metric that a general word is read as, and those that writers use the same word for. A part
# of a figure is none of them (local revenue is no fiscal revenue), nor is another way to count.
SIBLINGS: Mapping[str, tuple[str, ...]] = {
    "rd_expenditure": ("enterprise_rd_expenditure",),
    "fdi": ("fdi_incl_reinvestment", "fdi_all_sectors"),
    "tax_revenue": ("tax_revenue_excluding_fees",),
    "profit": ("net_profit",),
    "enterprises": ("registered_enterprises",),
    "rd_personnel": ("rd_personnel_fte",),
    "high_tech_enterprises": ("high_tech_enterprises_before_2008",),
    "incubators_and_maker_spaces": ("national_incubators", "maker_spaces"),
    "state_key_laboratories": ("national_key_laboratories",),
    "national_key_laboratories": ("state_key_laboratories",),
    "invention_patents": ("valid_invention_patents", "invention_patents_granted"),
    "area": ("planned_area",),
    "mofcom_rank": ("investment_environment_rank",),
}
