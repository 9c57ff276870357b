/* Test-only stub of Windows' icuuc.dll for wine 8, which has none: every converter call fails. Never shipped. */
#define EXPORTED __declspec(dllexport)
#define FILE_ACCESS_ERROR 4

EXPORTED void *ucnv_open(const char *name, int *error) { (void)name; if (error) *error = FILE_ACCESS_ERROR; return 0; }
EXPORTED const char *ucnv_getName(void *it, int *error) { (void)it; if (error) *error = FILE_ACCESS_ERROR; return 0; }
EXPORTED const char *ucnv_getStandardName(const char *name, const char *standard, int *error)
{
    (void)name; (void)standard;
    if (error) *error = FILE_ACCESS_ERROR;
    return 0;
}
EXPORTED const char *ucnv_getAvailableName(int at) { (void)at; return 0; }
EXPORTED int ucnv_countAvailable(void) { return 0; }
EXPORTED int ucnv_toUCountPending(void *it, int *error) { (void)it; (void)error; return 0; }
EXPORTED int ucnv_fromUCountPending(void *it, int *error) { (void)it; (void)error; return 0; }
EXPORTED signed char ucnv_getMaxCharSize(void *it) { (void)it; return 4; }
EXPORTED void ucnv_close(void *it) { (void)it; }
EXPORTED void ucnv_reset(void *it) { (void)it; }
EXPORTED void ucnv_getToUCallBack(void) {}
EXPORTED void ucnv_getFromUCallBack(void) {}
EXPORTED void ucnv_setToUCallBack(void) {}
EXPORTED void ucnv_setFromUCallBack(void) {}
EXPORTED void ucnv_cbToUWriteUChars(void) {}
EXPORTED void ucnv_cbFromUWriteUChars(void) {}
EXPORTED void ucnv_toUnicode(void) {}
EXPORTED void ucnv_fromUnicode(void) {}
EXPORTED void UCNV_FROM_U_CALLBACK_SUBSTITUTE(void) {}
EXPORTED void UCNV_TO_U_CALLBACK_SUBSTITUTE(void) {}
