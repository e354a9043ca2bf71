"""The engine as a child process: its environment, its command line, its event lines, its end."""
