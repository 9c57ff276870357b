/* A driver that stands between the program and SoftHSM and misbehaves as its -D says. No headers: the linker of the
 * process that loads it finds the few functions of the C library. Offsets and numbers after PKCS#11 2.40. */
typedef unsigned long ulong_t;
extern void *dlopen(const char *, int);
extern void *dlsym(void *, const char *);
extern int open(const char *, int, ...);
extern long write(int, const void *, ulong_t);
extern long read(int, void *, ulong_t);
extern int close(int);
extern int pause(void);
extern void *memcpy(void *, const void *, ulong_t);

struct list { unsigned char version[2]; ulong_t (*call[68])(); };
enum { INITIALIZE = 0, SLOT_LIST = 4, TOKEN_INFO = 6, LOGIN = 18, SIGN_INIT = 42, SIGN = 43 };
static struct list *real, mine;
static ulong_t mechanism;
static int signatures, gone; /* for PULLED: out of the socket before its so-many-th signature; HANG_AT_SIGN as well */

#ifndef LOCK_AFTER
#define LOCK_AFTER 1000
#endif

/* One letter for every login: 'r' right, 'w' wrong; it outlives the process, as a token's own counter does. */
static void note(char letter) {
    int file = open(STATE, 02101 /* O_WRONLY | O_CREAT | O_APPEND */, 0600);
    write(file, &letter, 1);
    close(file);
}

static int wrong(void) {
    char seen[64];
    int file = open(STATE, 0), count = 0;
    long size = file < 0 ? 0 : read(file, seen, sizeof seen);
    for (long at = 0; at < size; at++) count = seen[at] == 'w' ? count + 1 : 0;
    if (file >= 0) close(file);
    return count;
}

static ulong_t initialize(void *arguments) {
#ifdef CRASH_AT_START
    *(volatile int *)0 = 1;
#endif
    return real->call[INITIALIZE](arguments);
}

static ulong_t slot_list(unsigned char present, ulong_t *slots, ulong_t *count) {
#ifdef HANG
    for (;;) pause();
#endif
    return real->call[SLOT_LIST](present, slots, count);
}

static ulong_t token_info(ulong_t slot, unsigned char *info) {
    ulong_t answer = real->call[TOKEN_INFO](slot, info), flags;
    memcpy(&flags, info + 96, sizeof flags);
    if (gone) return 0xE0; /* CKR_TOKEN_NOT_PRESENT */
    flags &= ~0xF0000UL;
#ifdef MUST_CHANGE
    flags |= 0x80000UL;
#endif
    if (wrong() > 0) flags |= 0x10000UL;
    if (wrong() == LOCK_AFTER - 1) flags |= 0x20000UL;
    if (wrong() >= LOCK_AFTER) flags |= 0x40000UL;
#ifdef PAD
    flags |= 0x100UL;
#endif
    memcpy(info + 96, &flags, sizeof flags);
    return answer;
}

static ulong_t login(ulong_t session, ulong_t user, const char *pin, ulong_t length) {
    ulong_t answer;
    if (user == 2) return real->call[LOGIN](session, user, pin, length);
    if (wrong() >= LOCK_AFTER) return 0xA4; /* CKR_PIN_LOCKED */
#ifdef HANG_AT_LOGIN
    note('r');
    for (;;) pause();
#endif
#ifdef LOGIN_ANSWERS
    note('r');
    return LOGIN_ANSWERS;
#endif
#ifdef PAD
    if (pin) return 0xA1; /* a pad takes no PIN from the program */
    pin = PAD, length = sizeof PAD - 1;
#endif
#ifdef SHARED_LOGIN
    real->call[LOGIN](session, user, pin, length);
    return 0x100; /* CKR_USER_ALREADY_LOGGED_IN */
#endif
    answer = real->call[LOGIN](session, user, pin, length);
    note(answer == 0 ? 'r' : 'w');
    return answer;
}

static ulong_t sign_init(ulong_t session, ulong_t *told, ulong_t key) {
    mechanism = told[0];
    return real->call[SIGN_INIT](session, told, key);
}

static ulong_t sign(ulong_t session, void *data, ulong_t size, unsigned char *made, ulong_t *length) {
    ulong_t answer;
#ifdef CRASH_AT_SIGN
    *(volatile int *)0 = 1;
#endif
#ifdef HANG_AT_SIGN
    if (made && ++signatures >= HANG_AT_SIGN) for (;;) pause();
#endif
#ifdef PULLED
    if (made && ++signatures >= PULLED) return gone = 1, 0x30; /* CKR_DEVICE_ERROR */
#endif
#ifdef PSS_FAILS
    if (mechanism == 0xD || mechanism == 0x43) return 6; /* CKR_FUNCTION_FAILED, though it is among its mechanisms */
#endif
    answer = real->call[SIGN](session, data, size, made, length);
#ifdef WRONG_SIGNATURE
    if (made && answer == 0) made[9] ^= 1;
#endif
    return answer;
}

ulong_t C_GetFunctionList(struct list **list) {
    ulong_t (*get)(struct list **) = dlsym(dlopen(REAL, 2), "C_GetFunctionList");
    ulong_t answer = get(&real);
    mine = *real;
    mine.call[INITIALIZE] = initialize;
    mine.call[SLOT_LIST] = slot_list;
    mine.call[TOKEN_INFO] = token_info;
    mine.call[LOGIN] = login;
    mine.call[SIGN_INIT] = sign_init;
    mine.call[SIGN] = sign;
    *list = &mine;
    return answer;
}
