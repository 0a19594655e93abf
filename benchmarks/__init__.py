"""Budgets as ratios: ours and a baseline measured in one run on one machine."""
