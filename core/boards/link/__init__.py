"""The serial link between computer and board: frames, messages, and both ends (docs/protocol.md)."""
