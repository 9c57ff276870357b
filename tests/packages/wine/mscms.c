/* Test-only stub of Windows' mscms.dll for wine 8: no screen has a colour profile. Never shipped. */
#define EXPORTED __declspec(dllexport)

EXPORTED void *OpenColorProfileW(void *a, unsigned b, unsigned c, unsigned d) { (void)a; (void)b; (void)c; (void)d; return 0; }
EXPORTED int CloseColorProfile(void *a) { (void)a; return 0; }
EXPORTED int GetColorProfileFromHandle(void *a, void *b, void *c) { (void)a; (void)b; (void)c; return 0; }
EXPORTED void *WcsCreateIccProfile(void *a, unsigned b) { (void)a; (void)b; return 0; }
