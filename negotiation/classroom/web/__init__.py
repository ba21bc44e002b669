"""The classroom's pages and sockets: they only carry what games and classes say."""
