"""Our work beside its bare twin: ratios on this machine, against the goals that were set."""
