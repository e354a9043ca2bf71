"""What each command does, without its option parsing; one file per command."""
