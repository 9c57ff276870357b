"""What will run in a child process: previews of evidence, tokens. Nothing yet; the room keeps its place."""
