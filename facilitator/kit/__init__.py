"""The Qt ground that features stand on: forms, lists, jobs, history, settings. It knows no feature."""
