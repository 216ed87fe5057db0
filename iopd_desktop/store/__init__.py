"""How it is kept: one file, one door for changes, and a journal from which the tables can be made again."""
