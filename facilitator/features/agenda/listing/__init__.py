"""The agenda as a list: edited in place, moved by keys and by mouse."""
