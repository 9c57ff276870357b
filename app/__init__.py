"""Thước Số without a screen: the domain, its storage, its bundles, its papers and its shell."""

VERSION = "0.4.0"
