"""The versions of the tables. Run by `Store.migrate()`; a test holds them equal to `tables.METADATA`."""
