"""Reports: what is printed, and how it is set."""
