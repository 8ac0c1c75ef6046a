"""Who has handed in what: lists of cooperatives, how far each is, and what staff see of it."""
