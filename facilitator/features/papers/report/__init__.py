"""A module for each paper: a cleared session in, a sealed document out."""
