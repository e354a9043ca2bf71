"""What a person said about a footprint; the value of its field `review`, empty while nobody has looked."""

from __future__ import annotations

from typing import Final

ACCEPTED: Final = "accepted"
REJECTED: Final = "rejected"
