"""Settings of every test: machines differ in speed, so no example is timed."""

from hypothesis import settings

settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")
