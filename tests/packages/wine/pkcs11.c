/* Test-only driver of a signing device that does not exist, as Windows has them (PKCS#11: everything packed to bytes).
 *
 * -DBEGINS=n: what C_Initialize answers, 0 for well. -DTOKENS=0: one reader with nothing in it; 1: a device without any
 * certificate. Never shipped.
 */
#include <stdio.h>
#include <string.h>

#define EXPORTED __declspec(dllexport)
#define OK 0
#define NOT_SUPPORTED 0x54
#define TOKEN_PRESENT 1
#define LOGIN_REQUIRED 0x4
#define COUNT_LOW 0x10000
#define INITIALIZED 0x400

typedef unsigned long number; /* 32 bits on Windows */

#pragma pack(push, 1)
typedef struct { unsigned char major, minor; } version;
typedef struct { version form; char maker[32]; number flags; char library[32]; version own; } about;
typedef struct { char description[64], maker[32]; number flags; version hardware, firmware; } reader;
typedef struct {
    char label[32], maker[32], model[16], serial[16];
    number flags, most_sessions, sessions, most_rw, rw, longest_pin, shortest_pin, memory[4];
    version hardware, firmware;
    char time[16];
} device;
typedef struct { version form; void *functions[68]; } list;
#pragma pack(pop)

static void fill(char *field, size_t size, const char *words)
{
    memset(field, ' ', size);
    memcpy(field, words, strlen(words));
}

static number unknown() { return NOT_SUPPORTED; }
static number well() { return OK; }
static number begin(void *how) { (void)how; return BEGINS; }

static number tell_about(about *it)
{
    memset(it, 0, sizeof *it);
    it->form.major = 2;
    it->form.minor = 40;
    fill(it->maker, sizeof it->maker, "Nobody");
    fill(it->library, sizeof it->library, "Driver of a test");
    return OK;
}

static number tell_readers(unsigned char with_token, number *ids, number *count)
{
    *count = with_token && !TOKENS ? 0 : 1;
    if (ids && *count)
        ids[0] = 7;
    return OK;
}

static number tell_reader(number id, reader *it)
{
    (void)id;
    memset(it, 0, sizeof *it);
    fill(it->description, sizeof it->description, "A reader");
    fill(it->maker, sizeof it->maker, "Nobody");
    it->flags = TOKENS ? TOKEN_PRESENT : 0;
    return OK;
}

static number tell_device(number id, device *it)
{
    (void)id;
    memset(it, 0, sizeof *it);
    fill(it->label, sizeof it->label, "Nguyễn Văn Bảo");
    fill(it->maker, sizeof it->maker, "Nobody");
    fill(it->model, sizeof it->model, "Paper");
    fill(it->serial, sizeof it->serial, "0042");
    it->flags = INITIALIZED | LOGIN_REQUIRED | COUNT_LOW;
    return OK;
}

static number open(number id, number flags, void *a, void *b, number *session)
{
    (void)id; (void)flags; (void)a; (void)b;
    *session = 1;
    return OK;
}

static number find(number session, number *found, number most, number *count)
{
    (void)session; (void)found; (void)most;
    *count = 0;
    return OK;
}

EXPORTED number C_GetFunctionList(list **given)
{
    static list it;
    it.form.major = 2;
    it.form.minor = 40;
    for (int at = 0; at < 68; at++)
        it.functions[at] = unknown;
    it.functions[0] = begin;           /* C_Initialize */
    it.functions[1] = well;            /* C_Finalize */
    it.functions[2] = tell_about;      /* C_GetInfo */
    it.functions[4] = tell_readers;    /* C_GetSlotList */
    it.functions[5] = tell_reader;     /* C_GetSlotInfo */
    it.functions[6] = tell_device;     /* C_GetTokenInfo */
    it.functions[12] = open;           /* C_OpenSession */
    it.functions[13] = well;           /* C_CloseSession */
    it.functions[26] = well;           /* C_FindObjectsInit */
    it.functions[27] = find;           /* C_FindObjects */
    it.functions[28] = well;           /* C_FindObjectsFinal */
    *given = &it;
    return OK;
}
