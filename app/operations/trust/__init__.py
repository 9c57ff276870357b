"""Who is who, and what a file proves: keys, registration, receipts, people's signatures, findings."""
