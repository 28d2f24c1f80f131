"""What a PDF says to those who listen to it or read it in their own way: its structure (PDF/UA-1, ISO 14289-1), and
what lets it be opened in decades (PDF/A-2a, ISO 19005-2; PDF/A-3a, ISO 19005-3, where it carries files).

Pieces are given a ``Node`` when they are made, in reading order. What is drawn for a node is marked with it; all else,
such as rules, grounds and running texts, is an artifact. Nodes of which nothing was drawn are left out.
"""
