"""Makes what people install: the program in one folder, and an installer of each system on it.

Importing this package needs nothing but the standard library: a release's first job looks at version and
changelog with it, before anything is set up.
"""

MAINTAINER = "Squeeze Studio's authors <authors@squeeze-studio.invalid>"
"""Whom the packages name as maintainer.

Nobody has given the project an address yet: this domain belongs to nobody (RFC 2606), and no release is made
with it.
"""
