"""An editor for each kind of field: what a person types into becomes a plain value."""
