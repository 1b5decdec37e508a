"""The version of the extractor: a new one studies the whole archive anew."""

VERSION = "1.16"
