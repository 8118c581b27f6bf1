"""The header: letterhead, closing block, signers."""
