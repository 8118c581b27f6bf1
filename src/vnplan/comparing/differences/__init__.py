"""Where plans depart from what is expected of them."""
