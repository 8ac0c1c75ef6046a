"""What all tables share: their metadata, with predictable names of constraints, and big keys."""

from sqlalchemy import BigInteger, Integer, MetaData
from sqlmodel import SQLModel

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# In SQLite an INTEGER key is the row itself and holds 64 bits; a BIGINT key is a second index.
BIG = BigInteger().with_variant(Integer, "sqlite")


class Table(SQLModel):
    """What all tables share: one set of metadata with predictable names of constraints."""

    metadata = METADATA
