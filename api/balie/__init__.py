"""Feature: the pages for JGT staff."""
