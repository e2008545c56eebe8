"""What Alembic runs; the connection, its transaction and its lock are those of `engine.upgrade`."""

from alembic import context

from checker.store.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
