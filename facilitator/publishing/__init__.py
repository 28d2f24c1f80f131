"""From what may be published to what is printed: the document tree, the consent gate, and the renderers."""
