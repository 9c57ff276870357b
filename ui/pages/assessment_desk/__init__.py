"""The parts of the commune's desk: tree of criteria, form made from the rule, points, evidence."""
