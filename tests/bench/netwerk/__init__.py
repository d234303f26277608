"""Learning the network beside the danger rules (ADR 0014), in an environment of its own: see docs/netwerk.md."""
