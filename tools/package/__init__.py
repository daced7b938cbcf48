"""Makes what people install: the program in one folder, and an installer of each system on it.

Importing this package needs nothing but the standard library: a release's first job looks at version and
changelog with it, before anything is set up.
"""
