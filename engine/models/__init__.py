"""Networks: what they are built of, how they learn, and where they run."""
