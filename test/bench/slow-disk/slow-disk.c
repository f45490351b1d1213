#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

/*
 * With LD_PRELOAD, this library makes each fsync and fdatasync of a program take SLOW_DISK_US microseconds longer. It adds
 * one byte to the file SLOW_DISK_WAITS for each call by the main thread.
 */

static void take_longer(void) {
  const char *text = getenv("SLOW_DISK_US");
  const long us = text == NULL ? 0 : atol(text);
  const struct timespec time = {us / 1000000, (us % 1000000) * 1000};
  nanosleep(&time, NULL);
}

static void count_main_thread(void) {
  const char *file = getenv("SLOW_DISK_WAITS");
  if (file == NULL || syscall(SYS_gettid) != getpid()) return;
  const int handle = open(file, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (handle < 0) return;
  if (write(handle, ".", 1) == 1) close(handle);
}

int fdatasync(int handle) {
  take_longer();
  count_main_thread();
  return (int)syscall(SYS_fdatasync, handle);
}

int fsync(int handle) {
  take_longer();
  count_main_thread();
  return (int)syscall(SYS_fsync, handle);
}
