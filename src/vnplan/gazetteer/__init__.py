"""Names and facts that we carry as data, and when they held."""
