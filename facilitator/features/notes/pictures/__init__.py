"""Pictures of notes: a slide, a whiteboard."""
