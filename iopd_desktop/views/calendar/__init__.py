"""The Calendar tab: the year as bands, a month, the list, and what is to settle."""
