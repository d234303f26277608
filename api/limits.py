"""Rate limits: by gesprek first, by address generously. In memory, for one process; a sliding minute."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable

MINUUT = 60.0
MAX_SLEUTELS = 20_000


class Grens:
    """At most `aantal` calls a minute for each key."""

    def __init__(self, aantal: int, *, klok: Callable[[], float] = time.monotonic) -> None:
        self._aantal, self._klok = aantal, klok
        self._gezien: OrderedDict[str, deque[float]] = OrderedDict()
        self._slot = threading.Lock()

    def wacht(self, sleutel: str) -> int:
        """Count one call; 0 when it is allowed, else after how many whole seconds it will be."""
        nu = self._klok()
        with self._slot:
            tijden = self._gezien.setdefault(sleutel, deque())
            self._gezien.move_to_end(sleutel)
            while tijden and nu - tijden[0] >= MINUUT:
                tijden.popleft()
            if len(tijden) >= self._aantal:
                return max(1, int(MINUUT - (nu - tijden[0])) + 1)
            tijden.append(nu)
            while len(self._gezien) > MAX_SLEUTELS:
                self._gezien.popitem(last=False)
            return 0
