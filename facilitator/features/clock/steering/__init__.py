"""The bar above the notes by which the clock is steered, and what can be done when it runs late."""
