"""A commune's side of the loop: answers, evidence, the check, the frozen revision, sending, what comes back."""
