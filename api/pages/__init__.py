"""Feature: plain pages: the demo site, the chat without script, the status page, accountability."""
