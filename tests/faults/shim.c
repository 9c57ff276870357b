/* Faults at the k-th call that changes the disk under one folder: preloaded into a Python that runs an operation.

   Counted: write, pwrite, writev, sendfile, copy_file_range, fsync, fdatasync, rename, unlink, ftruncate, truncate,
   mkdir, rmdir, link, fallocate. `fault_arm(root, at, mode)` begins; `fault_count()` tells how many there were.

   COUNT only counts. KILL ends the process before the call, TORN after half of what it writes. EIO fails this call,
   GONE this and all later ones, FULL every later call that needs room. POWER ends the process and takes back all that
   was not synced: bytes written since the file's last fsync, names changed since the folder's. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { COUNT, KILL, EIO_ONCE, FULL, TORN, POWER, GONE };

static char root[2048];
static size_t root_length;
static long count, at;
static int mode, armed;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* What would be lost with the current: newest first. */
typedef struct undo {
    struct undo *next;
    int is_name;          /* a name changed, else bytes */
    char path[4096];      /* the file; for a name: what it is called now */
    char before[4096];    /* for a name: what it was called, "" when it was removed */
    char kept[4096];      /* for a name: a second link to the file that was there, "" for none */
    off_t offset, size;   /* place of the bytes, and the file's size before */
    size_t length;
    char *bytes;
} undo;
static undo *undone;
static int links;

static int below(const char *path) {
    return armed && path && !strncmp(path, root, root_length) && (path[root_length] == '/' || !path[root_length]);
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, 4095);
    if (length < 0) return 0;
    path[length] = 0;
    return below(path);
}

static void folder_of(const char *path, char *folder) {
    strcpy(folder, path);
    char *slash = strrchr(folder, '/');
    if (slash) *slash = 0;
}

static void take_back(void) {
    for (undo *each = undone; each; each = each->next) {
        if (each->is_name) {
            if (each->before[0]) REAL(rename)(each->path, each->before);
            if (each->kept[0]) REAL(rename)(each->kept, each->path);
            continue;
        }
        int fd = open(each->path, O_WRONLY);
        if (fd < 0) continue;
        if (each->length) REAL(pwrite)(fd, each->bytes, each->length, each->offset);
        REAL(ftruncate)(fd, each->size);
        close(fd);
    }
}

static void end(void) {
    if (mode == POWER) take_back();
    kill(getpid(), SIGKILL);
    for (;;) pause();
}

void fault_arm(const char *folder, long which, int how) {
    strncpy(root, folder, sizeof root - 1);
    root_length = strlen(root);
    count = 0;
    at = which;
    mode = how;
    armed = 1;
}

void fault_disarm(void) { armed = 0; }
long fault_count(void) { return count; }
void fault_cut(void) { mode = POWER; armed = 0; end(); }

/* 0: go on; else the errno to fail with; TORN is told apart by the caller. */
static int fault(int needs_room, int *torn) {
    count++;
    *torn = 0;
    if (count < at || mode == COUNT) return 0;
    if (mode == FULL) return needs_room ? ENOSPC : 0;
    if (mode == GONE) return EIO;
    if (count > at) return 0;
    if (mode == EIO_ONCE) return EIO;
    if (mode == TORN && needs_room) { *torn = 1; return 0; }
    end();
    return 0;
}

static void remember_bytes(int fd, const char *path, off_t offset, size_t length) {
    struct stat now;
    if (mode != POWER || fstat(fd, &now) || !S_ISREG(now.st_mode)) return;
    undo *each = calloc(1, sizeof *each);
    strcpy(each->path, path);
    each->offset = offset;
    each->size = now.st_size;
    if (offset < now.st_size) {
        each->length = offset + (off_t)length > now.st_size ? (size_t)(now.st_size - offset) : length;
        each->bytes = malloc(each->length);
        int reading = open(path, O_RDONLY);
        if (reading < 0 || pread(reading, each->bytes, each->length, offset) < 0) each->length = 0;
        if (reading >= 0) close(reading);
    }
    each->next = undone;
    undone = each;
}

static void remember_name(const char *now, const char *before) {
    if (mode != POWER) return;
    undo *each = calloc(1, sizeof *each);
    each->is_name = 1;
    strcpy(each->path, now);
    strcpy(each->before, before);
    snprintf(each->kept, sizeof each->kept, "%s/.fault-kept-%d", root, links++);
    if (REAL(link)(now, each->kept)) each->kept[0] = 0; /* nothing was called so */
    each->next = undone;
    undone = each;
}

static void forget(undo **from, undo *each) {
    *from = each->next;
    if (each->kept[0]) REAL(unlink)(each->kept);
    free(each->bytes);
    free(each);
}

static void synced(const char *path) {
    for (undo **each = &undone; *each;) {
        char folder[4096];
        folder_of((*each)->path, folder);
        int is_done = (*each)->is_name ? !strcmp(folder, path) : !strcmp((*each)->path, path);
        if (is_done) forget(each, *each);
        else each = &(*each)->next;
    }
}

/* A file that is renamed keeps what it would lose under its new name. */
static void renamed(const char *from, const char *to) {
    for (undo *each = undone; each; each = each->next)
        if (!each->is_name && !strcmp(each->path, from)) strcpy(each->path, to);
}

#define ON_FD(fd, room, torn, real, half, remember)                  \
    char path[4096];                                                 \
    if (!armed || !path_of(fd, path)) return real;                   \
    pthread_mutex_lock(&lock);                                       \
    int torn, wrong = fault(room, &torn);                            \
    if (wrong) { pthread_mutex_unlock(&lock); errno = wrong; return -1; } \
    remember;                                                        \
    if (torn) { half; end(); }                                       \
    __typeof__(real) result = real;                                  \
    pthread_mutex_unlock(&lock);                                     \
    return result

ssize_t write(int fd, const void *data, size_t length) {
    ON_FD(fd, 1, torn, REAL(write)(fd, data, length), REAL(write)(fd, data, length / 2),
          remember_bytes(fd, path, fcntl(fd, F_GETFL) & O_APPEND ? lseek(fd, 0, SEEK_END) : lseek(fd, 0, SEEK_CUR), length));
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
    ON_FD(fd, 1, torn, REAL(pwrite)(fd, data, length, offset), REAL(pwrite)(fd, data, length / 2, offset),
          remember_bytes(fd, path, offset, length));
}
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
    ON_FD(fd, 1, torn, REAL(pwrite64)(fd, data, length, offset), REAL(pwrite64)(fd, data, length / 2, offset),
          remember_bytes(fd, path, offset, length));
}
ssize_t writev(int fd, const struct iovec *parts, int number) {
    size_t length = 0;
    for (int each = 0; each < number; each++) length += parts[each].iov_len;
    ON_FD(fd, 1, torn, REAL(writev)(fd, parts, number), REAL(writev)(fd, parts, number > 1 ? number / 2 : 0),
          remember_bytes(fd, path, lseek(fd, 0, SEEK_CUR), length));
}
ssize_t sendfile(int fd, int from, off_t *offset, size_t length) {
    ON_FD(fd, 1, torn, REAL(sendfile)(fd, from, offset, length), REAL(sendfile)(fd, from, offset, length / 2),
          remember_bytes(fd, path, lseek(fd, 0, SEEK_CUR), length));
}
ssize_t sendfile64(int fd, int from, off64_t *offset, size_t length) {
    ON_FD(fd, 1, torn, REAL(sendfile64)(fd, from, offset, length), REAL(sendfile64)(fd, from, offset, length / 2),
          remember_bytes(fd, path, lseek(fd, 0, SEEK_CUR), length));
}
ssize_t copy_file_range(int from, off64_t *in, int fd, off64_t *out, size_t length, unsigned flags) {
    ON_FD(fd, 1, torn, REAL(copy_file_range)(from, in, fd, out, length, flags),
          REAL(copy_file_range)(from, in, fd, out, length / 2, flags),
          remember_bytes(fd, path, out ? *out : lseek(fd, 0, SEEK_CUR), length));
}
int ftruncate(int fd, off_t size) {
    ON_FD(fd, 0, torn, REAL(ftruncate)(fd, size), , remember_bytes(fd, path, size, (size_t)1 << 40));
}
int ftruncate64(int fd, off64_t size) {
    ON_FD(fd, 0, torn, REAL(ftruncate64)(fd, size), , remember_bytes(fd, path, size, (size_t)1 << 40));
}
int posix_fallocate(int fd, off_t offset, off_t length) {
    char path[4096];
    if (!armed || !path_of(fd, path)) return REAL(posix_fallocate)(fd, offset, length);
    pthread_mutex_lock(&lock);
    int torn, wrong = fault(1, &torn);
    if (!wrong) remember_bytes(fd, path, offset, 0);
    if (torn) end();
    int result = wrong ? wrong : REAL(posix_fallocate)(fd, offset, length);
    pthread_mutex_unlock(&lock);
    return result;
}
int fsync(int fd) {
    ON_FD(fd, 0, torn, REAL(fsync)(fd), , synced(path));
}
int fdatasync(int fd) {
    ON_FD(fd, 0, torn, REAL(fdatasync)(fd), , synced(path));
}

#define ON_PATH(path, room, real, remember)                          \
    if (!below(path)) return real;                                   \
    pthread_mutex_lock(&lock);                                       \
    int torn, wrong = fault(room, &torn);                            \
    if (wrong) { pthread_mutex_unlock(&lock); errno = wrong; return -1; } \
    if (torn) end();                                                 \
    remember;                                                        \
    int result = real;                                               \
    pthread_mutex_unlock(&lock);                                     \
    return result

int rename(const char *from, const char *to) {
    ON_PATH(to, 0, REAL(rename)(from, to), (remember_name(to, from), renamed(from, to)));
}
int unlink(const char *path) { ON_PATH(path, 0, REAL(unlink)(path), remember_name(path, "")); }
int rmdir(const char *path) { ON_PATH(path, 0, REAL(rmdir)(path), ); }
int mkdir(const char *path, mode_t rights) { ON_PATH(path, 1, REAL(mkdir)(path, rights), ); }
int link(const char *from, const char *to) { ON_PATH(to, 1, REAL(link)(from, to), ); }
