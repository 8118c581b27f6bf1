"""Names of laws, Party resolutions and programmes cited without a number."""
