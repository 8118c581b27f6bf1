"""``python -m vnplan``."""

import sys

from vnplan.cli import main

if __name__ == "__main__":
    sys.exit(main())
