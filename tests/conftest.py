"""What every suite shares."""

from __future__ import annotations

from hypothesis import settings

# The machines that run these tests are shared: how long an example takes says nothing about the code.
settings.register_profile("shared-machine", deadline=None, print_blob=True)
settings.load_profile("shared-machine")
