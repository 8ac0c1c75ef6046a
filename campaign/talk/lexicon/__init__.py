"""The general lexicon: how people ask, whatever the plan. Data only; see `templates` for its form."""
