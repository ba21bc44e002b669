"""A class plays the dispute in the browser: watch, play, debrief, on the teacher's own laptop."""
