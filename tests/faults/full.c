/* A disk without room: of all that a program writes to files whose path begins with FULL_UNDER, only the first FULL_ROOM
 * bytes fit. Preloaded, so that a full disk needs no disk of its own, nor the right to mount one. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static _Atomic long used;

static int fits(int file, size_t bytes) {
  const char *under = getenv("FULL_UNDER"), *room = getenv("FULL_ROOM");
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (!under || !room || length < 0) return 1;
  path[length] = 0;
  if (strncmp(path, under, strlen(under)) != 0) return 1;
  if (atomic_fetch_add(&used, (long)bytes) + (long)bytes <= atol(room)) return 1;
  errno = ENOSPC;
  return 0;
}

ssize_t write(int file, const void *from, size_t bytes) {
  ssize_t (*real)(int, const void *, size_t) = dlsym(RTLD_NEXT, "write");
  return fits(file, bytes) ? real(file, from, bytes) : -1;
}

ssize_t pwrite(int file, const void *from, size_t bytes, off_t at) {
  ssize_t (*real)(int, const void *, size_t, off_t) = dlsym(RTLD_NEXT, "pwrite");
  return fits(file, bytes) ? real(file, from, bytes, at) : -1;
}

ssize_t pwrite64(int file, const void *from, size_t bytes, off64_t at) {
  ssize_t (*real)(int, const void *, size_t, off64_t) = dlsym(RTLD_NEXT, "pwrite64");
  return fits(file, bytes) ? real(file, from, bytes, at) : -1;
}
