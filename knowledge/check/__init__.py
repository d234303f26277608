"""The rules of `voordeur kennis check`, one file for each kind of content or mistake."""
