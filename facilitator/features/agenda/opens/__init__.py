"""What is open in a plan, each with its mend."""
