"""Runs in the Windows package: puts a certificate into the person's store, with the key of a blob or without one.

keep_certificate.py CERTIFICATE.der [KEY.blob]; the key goes into the older provider of Windows (wincrypt.h).
"""

import ctypes
import json
import sys
from ctypes import POINTER, Structure, byref, c_char_p, c_uint32, c_void_p, c_wchar_p
from pathlib import Path

NAME, RSA_AES, NEW_KEYSET, SIGNATURE = "thuocso-thu", 24, 8, 2
SYSTEM_STORE, CURRENT_USER, KEY_PROVIDER, REPLACE = 10, 0x10000, 2, 3


class Provider(Structure):
    """CRYPT_KEY_PROV_INFO."""

    _fields_ = [
        *(("container", c_wchar_p), ("provider", c_wchar_p), ("type", c_uint32), ("flags", c_uint32)),
        *(("count", c_uint32), ("parameters", c_void_p), ("spec", c_uint32)),
    ]


def done(answer):
    if not answer:
        raise ctypes.WinError(ctypes.get_last_error())


crypt32 = ctypes.WinDLL("crypt32", use_last_error=True)
advapi32 = ctypes.WinDLL("advapi32", use_last_error=True)
crypt32.CertOpenStore.restype = c_void_p
crypt32.CertOpenStore.argtypes = (c_void_p, c_uint32, c_void_p, c_uint32, c_wchar_p)
crypt32.CertAddEncodedCertificateToStore.argtypes = (
    *(c_void_p, c_uint32, c_char_p, c_uint32, c_uint32),
    POINTER(c_void_p),
)
crypt32.CertSetCertificateContextProperty.argtypes = (c_void_p, c_uint32, c_uint32, c_void_p)
crypt32.CertFreeCertificateContext.argtypes = (c_void_p,)
crypt32.CertCloseStore.argtypes = (c_void_p, c_uint32)
advapi32.CryptAcquireContextW.argtypes = (POINTER(c_void_p), c_wchar_p, c_wchar_p, c_uint32, c_uint32)
advapi32.CryptImportKey.argtypes = (c_void_p, c_char_p, c_uint32, c_void_p, c_uint32, POINTER(c_void_p))

certificate, *key = (Path(name).read_bytes() for name in sys.argv[1:])
context = c_void_p()
store = crypt32.CertOpenStore(SYSTEM_STORE, 0, None, CURRENT_USER, "MY")
done(crypt32.CertAddEncodedCertificateToStore(store, 1, certificate, len(certificate), REPLACE, byref(context)))
for blob in key:
    provider, handle = c_void_p(), c_void_p()
    done(advapi32.CryptAcquireContextW(byref(provider), NAME, None, RSA_AES, NEW_KEYSET))
    done(advapi32.CryptImportKey(provider, blob, len(blob), None, 1, byref(handle)))
    where = Provider(NAME, None, RSA_AES, 0, 0, None, SIGNATURE)
    done(crypt32.CertSetCertificateContextProperty(context, KEY_PROVIDER, 0, byref(where)))
crypt32.CertFreeCertificateContext(context)  # what is still in use is not written down
done(crypt32.CertCloseStore(store, 0))
print(json.dumps("kept"))
