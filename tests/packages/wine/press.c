/* Test-only stand-in for a person: presses a button of a dialog by its number, or a key, in the window that is in front,
 * or reads what stands in it, one text after the other.
 *
 * press.exe button NUMBER | key CODE | read   (numbers of winuser.h; exit code 1 where no window is seen)
 */
#include <windows.h>
#include <stdlib.h>
#include <string.h>

static HWND seen;

static BOOL CALLBACK look(HWND window, LPARAM unused)
{
    char kind[64];
    (void)unused;
    if (!IsWindowVisible(window) || !IsWindowEnabled(window) || !GetWindowTextLengthW(window))
        return TRUE;
    GetClassNameA(window, kind, sizeof kind);
    if (!strcmp(kind, "ConsoleWindowClass") || !strcmp(kind, "Progman"))
        return TRUE;
    seen = window;
    return FALSE;
}

static BOOL CALLBACK tell(HWND window, LPARAM unused)
{
    wchar_t text[4096];
    char told[3 * 4096];
    DWORD written;
    DWORD_PTR taken = 0;
    int length;
    (void)unused;
    if (!IsWindowVisible(window))
        return TRUE;
    SendMessageTimeoutW(window, WM_GETTEXT, sizeof text / sizeof *text, (LPARAM)text, SMTO_ABORTIFHUNG, 500, &taken);
    if (!taken)
        return TRUE;
    length = WideCharToMultiByte(CP_UTF8, 0, text, -1, told, sizeof told, NULL, NULL);
    if (length > 0) {
        told[length - 1] = '\n';
        WriteFile(GetStdHandle(STD_OUTPUT_HANDLE), told, (DWORD)length, &written, NULL);
    }
    return TRUE;
}

int main(int count, char **given)
{
    if (count < 2 || count > 3)
        return 2;
    EnumWindows(look, 0);
    if (!seen)
        return 1;
    if (count == 2) {
        tell(seen, 0);
        EnumChildWindows(seen, tell, 0);
        return 0;
    }
    if (!strcmp(given[1], "button"))
        return !PostMessageW(seen, WM_COMMAND, atoi(given[2]), 0);
    return !(PostMessageW(seen, WM_KEYDOWN, atoi(given[2]), 1) && PostMessageW(seen, WM_KEYUP, atoi(given[2]), 0xC0000001));
}
