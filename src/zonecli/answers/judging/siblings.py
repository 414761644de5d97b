"""Metrics that are easily meant by one phrase."""

from __future__ import annotations

# Metrics that one phrase can mean: a statement about the first may be of any of the others.
SIBLINGS = {
    "rd_expenditure": ("enterprise_rd_expenditure", "sci_tech_expenditure"),
    "enterprise_rd_expenditure": ("rd_expenditure",),
    "fdi": ("fdi_incl_reinvestment", "fdi_all_sectors", "fdi_net_inflows"),
    "gross_industrial_output": ("industrial_value_added", "manufacturing_output"),
    "industrial_value_added": ("secondary_industry_value_added",),
    "research_institutions": ("rd_institutions_provincial", "national_research_institutes"),
    "tax_revenue": ("tax_revenue_excluding_fees",),
    "net_profit": ("profit",),
    "profit": ("net_profit",),
    "enterprises": (
        "registered_enterprises",
        "business_entities",
        "industrial_enterprises_above_scale",
    ),
    "registered_enterprises": ("enterprises", "business_entities"),
    "zone_count": ("zones_evaluated", "customs_special_areas"),
    "fiscal_revenue": ("fiscal_revenue_local",),
    "rd_personnel": ("rd_personnel_fte", "enterprise_rd_personnel", "sci_tech_staff"),
    "high_tech_enterprises": (
        "high_tech_enterprises_before_2008",
        "high_tech_industry_enterprises",
    ),
    "incubators_and_maker_spaces": ("national_incubators", "maker_spaces"),
    "national_incubators": ("incubators_and_maker_spaces",),
    "state_key_laboratories": ("national_key_laboratories",),
    "national_key_laboratories": ("state_key_laboratories",),
    "invention_patents": (
        "valid_invention_patents",
        "invention_patents_granted",
        "enterprise_invention_patents",
    ),
    "area": ("planned_area",),
    "mofcom_rank": ("evaluation_rank", "investment_environment_rank"),
    "evaluation_rank": ("mofcom_rank",),
    "industrial_value_added_share_of_gdp": (),
}
