"""The parts of the commune's overview."""
