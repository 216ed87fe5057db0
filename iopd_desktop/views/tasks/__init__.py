"""The Tasks tab: the work plan of a year as a tree, a board and a timeline, with its objectives and progress."""
