"""Makes the files that people install from a built release: the same bytes for the same release."""
