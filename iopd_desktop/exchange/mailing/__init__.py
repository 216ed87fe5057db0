"""Mailing lists as the programs take them that send: a module for each target, and `targets.py` that names them."""
