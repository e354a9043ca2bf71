"""The command line: options into a command; nothing heavy is imported before the command runs."""
