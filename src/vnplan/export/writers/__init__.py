"""One module a format: a value and an open file -> bytes; named by the rows of :mod:`vnplan.export.outputs`."""
