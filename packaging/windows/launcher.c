/* thuocso.exe and thuocso-cli.exe: start the program with the Python that lies in `runtime` beside them.
 *
 * Compiled twice by packaging/building/windows_launcher.py: with -DWINDOWED=1 it has no console and speaks in
 * message boxes. Nothing but kernel32, shell32 and user32 is needed to come as far as the first sentence, so that
 * an old Windows is told what is missing. PYTHON_DLL and START come from the build.
 */
#include <windows.h>
#include <shellapi.h>
#include <wchar.h>

#define OLDEST_BUILD 17763 /* Windows 10 of October 2018, the oldest that Qt 6 supports */
#define OLD_WINDOWS                                                                                                  \
    L"Thước Số cần Windows 10 (từ bản 1809) hoặc Windows 11, loại 64 bit. Máy này dùng Windows cũ hơn nên chưa mở "   \
    L"được; dữ liệu không bị ảnh hưởng. Hãy dùng máy khác, hoặc nhờ người phụ trách máy tính nâng cấp Windows.\n\n"    \
    L"Windows 10 (1809 or later) or Windows 11, 64-bit, is needed."
#define INCOMPLETE                                                                                                   \
    L"Thước Số thiếu tệp trong thư mục \"runtime\" nên chưa mở được; dữ liệu không bị ảnh hưởng. Hãy cài đặt lại, "     \
    L"hoặc sao chép lại cả thư mục phần mềm, không chỉ riêng tệp này.\n\n"                                            \
    L"Files are missing beside this program: install it again, or copy its whole folder."

typedef LONG(WINAPI *get_version)(OSVERSIONINFOW *);
typedef int (*python_main)(int, wchar_t **);

static int refuse(const wchar_t *sentence)
{
#if WINDOWED
    MessageBoxW(NULL, sentence, L"Thước Số", MB_OK | MB_ICONWARNING | MB_SETFOREGROUND);
#else
    char text[2048];
    HANDLE out = GetStdHandle(STD_ERROR_HANDLE);
    DWORD mode, written;
    if (GetConsoleMode(out, &mode)) {
        WriteConsoleW(out, sentence, (DWORD)wcslen(sentence), &written, NULL);
        WriteConsoleW(out, L"\n", 1, &written, NULL);
    } else {
        int length = WideCharToMultiByte(CP_UTF8, 0, sentence, -1, text, sizeof text - 1, NULL, NULL);
        if (length > 0) {
            text[length - 1] = '\n';
            WriteFile(out, text, (DWORD)length, &written, NULL);
        }
    }
#endif
    return 4;
}

/* What Windows is, whatever it pretends to be for the sake of old programs. */
static int is_too_old(void)
{
    OSVERSIONINFOW version = {.dwOSVersionInfoSize = sizeof version};
    get_version ask = (get_version)(void *)GetProcAddress(GetModuleHandleW(L"ntdll.dll"), "RtlGetVersion");
    if (!ask || ask(&version) != 0)
        return 1;
    return version.dwMajorVersion < 10 || version.dwBuildNumber < OLDEST_BUILD;
}

static wchar_t *joined(const wchar_t *folder, const wchar_t *name)
{
    size_t room = wcslen(folder) + wcslen(name) + 2;
    wchar_t *path = HeapAlloc(GetProcessHeap(), 0, room * sizeof *path);
    if (path) {
        wcscpy(path, folder);
        wcscat(path, L"\\");
        wcscat(path, name);
    }
    return path;
}

/* The folder of this executable, however long its path is. */
static wchar_t *own_folder(void)
{
    for (DWORD room = 512; room <= 65536; room *= 2) {
        wchar_t *path = HeapAlloc(GetProcessHeap(), 0, room * sizeof *path);
        DWORD length = path ? GetModuleFileNameW(NULL, path, room) : 0;
        if (length == 0)
            return NULL;
        if (length < room) {
            wchar_t *end = wcsrchr(path, L'\\');
            if (end)
                *end = L'\0';
            return path;
        }
        HeapFree(GetProcessHeap(), 0, path);
    }
    return NULL;
}

int wmain(int count, wchar_t **given)
{
    static wchar_t isolated[] = L"-I", option[] = L"-X", utf8[] = L"utf8";
    wchar_t *folder, *library, *start, **arguments;
    HMODULE python;
    python_main run;

    if (is_too_old())
        return refuse(OLD_WINDOWS);
    SetDllDirectoryW(L""); /* the current folder holds no library of ours */
    folder = own_folder();
    library = folder ? joined(folder, L"runtime\\" PYTHON_DLL) : NULL;
    start = folder ? joined(folder, L"runtime\\" START) : NULL;
    arguments = HeapAlloc(GetProcessHeap(), 0, ((size_t)count + 6) * sizeof *arguments);
    if (!library || !start || !arguments)
        return refuse(INCOMPLETE);
    python = LoadLibraryExW(library, NULL, LOAD_LIBRARY_SEARCH_DLL_LOAD_DIR | LOAD_LIBRARY_SEARCH_SYSTEM32);
    run = python ? (python_main)(void *)GetProcAddress(python, "Py_Main") : NULL;
    if (!run || GetFileAttributesW(start) == INVALID_FILE_ATTRIBUTES)
        return refuse(INCOMPLETE);
    arguments[0] = given[0];
    arguments[1] = isolated;
    arguments[2] = option;
    arguments[3] = utf8;
    arguments[4] = start;
    for (int at = 1; at <= count; at++) /* with the NULL at the end */
        arguments[at + 4] = given[at];
    return run(count + 4, arguments);
}
