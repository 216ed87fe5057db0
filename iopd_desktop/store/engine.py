"""SQLAlchemy over the one driver: plain and encrypted files by the same path, the key in no address."""

from collections.abc import Callable

import sqlcipher3.dbapi2
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from iopd_desktop.store.driver import Connection


def engine(connect: Callable[[], Connection]) -> Engine:
    """An engine with the one connection that `connect` makes."""
    return create_engine("sqlite://", module=sqlcipher3.dbapi2, creator=connect, poolclass=StaticPool)
