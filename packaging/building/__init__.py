"""What `packaging/build.py` is made of; standard library alone and Python 3.9, like `dev.py`.

Shared by both systems: `inputs` what a build starts from, `tree` files and their digests, `archives` written the same
each time, `components` what is shipped and from whom, `licences` its texts, `sbom` its bill of materials, `release`
checksums and the signature over them. `linux*` and `windows*` put the packages together.
"""
