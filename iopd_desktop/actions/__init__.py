"""What people do: one plain function a deed, and the named reads that windows and reports show."""
