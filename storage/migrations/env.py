"""Run by alembic for each command; the connection comes from `storage.migrations.migrate`."""

from alembic import context

from storage.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=connection.dialect.name == "sqlite",  # which cannot alter most of a table
)
with context.begin_transaction():
    context.run_migrations()
