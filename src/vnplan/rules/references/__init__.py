"""Citations of a document, and the distinct documents behind them."""
