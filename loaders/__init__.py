"""Articles in, frames out: what the pages, the command line and the tests stand on."""
