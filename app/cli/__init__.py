"""The same operations from a shell: ``thuocso-cli``, with ``--json`` everywhere."""
