"""IOPD Desktop: the work of the Technical Secretariat on a laptop, without a network."""

__version__ = "0.1.0"
