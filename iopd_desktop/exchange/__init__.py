"""File formats: bytes to rows of plain values and back. Everything read here is hostile until it is checked."""
