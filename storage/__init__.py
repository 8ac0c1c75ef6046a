"""What is kept: tables, queries, migrations; the only floor that knows SQL."""
