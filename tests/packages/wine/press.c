/* Test-only stand-in for a person: presses a button of a dialog by its number, or a key, in the window that is in front.
 *
 * press.exe button NUMBER | key CODE   (numbers of winuser.h; exit code 1 where no window is seen)
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

int main(int count, char **given)
{
    if (count != 3)
        return 2;
    EnumWindows(look, 0);
    if (!seen)
        return 1;
    if (!strcmp(given[1], "button"))
        return !PostMessageW(seen, WM_COMMAND, atoi(given[2]), 0);
    return !(PostMessageW(seen, WM_KEYDOWN, atoi(given[2]), 1) && PostMessageW(seen, WM_KEYUP, atoi(given[2]), 0xC0000001));
}
