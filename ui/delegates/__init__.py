"""How values are painted in tables and trees."""
