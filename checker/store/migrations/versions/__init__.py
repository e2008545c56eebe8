"""One file a version, each named after its number and what it brings."""
