"""Vietnamese as such: folding, shorthand, numbers, dates. Knows no plan."""
