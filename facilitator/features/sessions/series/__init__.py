"""A series: what all papers of its sessions carry."""
