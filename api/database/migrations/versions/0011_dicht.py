"""Dicht: what was closed is listed by when it came; with tens of thousands it was sorted anew for every page"""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Apply."""
    op.create_index("ix_aanmelding_dicht", "aanmelding", ["gemeente", "ontvangen_op", "id", "status", "team"])


def downgrade() -> None:
    """Undo."""
    op.drop_index("ix_aanmelding_dicht", "aanmelding")
