"""What talks to the world: channels, intake, the web server, the command line."""
