"""The command line: thin commands over the services; reads options, the environment and the clock."""
