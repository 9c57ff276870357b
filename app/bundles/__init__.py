"""The file that travels: written in one form, read as if hostile, judged by three lights.

Writing goes `writing.write_bundle`; reading goes `reading.inspect` (unverified), `reading.verify` (a verdict) or
`reading.open_verified` (a verdict and the content). No other room is needed to understand a bundle.
"""
