"""Agendas to begin from: those that ship, and those that people saved."""
