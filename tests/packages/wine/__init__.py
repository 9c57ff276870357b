"""A Windows computer of wine for the tests of the Windows package; what it lacks stands in the C files here."""
