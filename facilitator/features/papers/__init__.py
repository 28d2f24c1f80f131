"""The papers that a session needs: run sheet, agenda, speaker briefs, cards, lists and calendar."""
