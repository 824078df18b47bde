// Makes the system fail on demand, put before the program with LD_PRELOAD. In the environment:
//
// ENTENTE_FAULT        what goes wrong: "short" (a read or write moves three bytes at most, and every other one is interrupted),
//                      "eio", "full" (ENOSPC), "fsync" (that fails), "end" (a read finds the end, as of a file that was cut),
//                      "memory"
// ENTENTE_FAULT_FILE   with which files: what their path holds
// ENTENTE_FAULT_AFTER  behind how many bytes of these; of "memory", behind how many allocations
#include <dlfcn.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string_view>

// By their own names, since dlsym allocates: those of the program's allocator, if it has one, and else glibc's.
extern "C" [[gnu::weak]] void* mi_malloc(std::size_t size);
extern "C" [[gnu::weak]] void* mi_calloc(std::size_t count, std::size_t size);
extern "C" [[gnu::weak]] void* mi_realloc(void* old, std::size_t size);
extern "C" [[gnu::weak]] void* mi_malloc_aligned(std::size_t size, std::size_t alignment);
extern "C" void* __libc_malloc(std::size_t size);
extern "C" void* __libc_calloc(std::size_t count, std::size_t size);
extern "C" void* __libc_realloc(void* old, std::size_t size);
extern "C" void* __libc_memalign(std::size_t alignment, std::size_t size);

namespace {

std::string_view fault;
const char* file_name = "";
long after = 0;
std::atomic<long> moved = 0;
std::atomic<long> calls = 0;
std::atomic<long> allocations = 0;

[[gnu::constructor]] void read_environment() {
  if (const char* file = std::getenv("ENTENTE_FAULT_FILE")) file_name = file;
  if (const char* count = std::getenv("ENTENTE_FAULT_AFTER")) after = std::atol(count);
  if (const char* wanted = std::getenv("ENTENTE_FAULT")) fault = wanted;
}

bool is_meant(int file) {
  char link[64];
  char path[4096];
  std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  const ssize_t length = ::readlink(link, path, sizeof path - 1);
  if (length < 0) return false;
  path[length] = '\0';
  return std::strstr(path, file_name) != nullptr;
}

/// What a call that moves bytes comes to; `move` is the system's own.
template <typename Move>
ssize_t move_bytes(bool is_read, std::size_t size, Move move) {
  if (size == 0) return move(size);
  if (fault == "short") {
    if (++calls % 2 == 1) return errno = EINTR, -1;
    return move(std::min<std::size_t>(size, 3));
  }
  if (moved >= after) {
    if (fault == "end" && is_read) return 0;
    if (fault == "eio") return errno = EIO, -1;
    if (fault == "full" && !is_read) return errno = ENOSPC, -1;
  }
  const ssize_t count = move(size);
  if (count > 0) moved += count;
  return count;
}

bool has_memory() { return fault != "memory" || ++allocations <= after; }

void* none() {
  errno = ENOMEM;
  return nullptr;
}

}  // namespace

extern "C" ssize_t read(int file, void* buffer, std::size_t size) {
  static const auto own = reinterpret_cast<ssize_t (*)(int, void*, std::size_t)>(::dlsym(RTLD_NEXT, "read"));
  if (fault.empty() || !is_meant(file)) return own(file, buffer, size);
  return move_bytes(true, size, [&](std::size_t most) { return own(file, buffer, most); });
}

extern "C" ssize_t write(int file, const void* buffer, std::size_t size) {
  static const auto own = reinterpret_cast<ssize_t (*)(int, const void*, std::size_t)>(::dlsym(RTLD_NEXT, "write"));
  if (fault.empty() || !is_meant(file)) return own(file, buffer, size);
  return move_bytes(false, size, [&](std::size_t most) { return own(file, buffer, most); });
}

extern "C" int fsync(int file) {
  static const auto own = reinterpret_cast<int (*)(int)>(::dlsym(RTLD_NEXT, "fsync"));
  if (fault != "fsync" || !is_meant(file)) return own(file);
  return errno = EIO, -1;
}

extern "C" void* malloc(std::size_t size) {
  if (!has_memory()) return none();
  return mi_malloc != nullptr ? mi_malloc(size) : __libc_malloc(size);
}
extern "C" void* calloc(std::size_t count, std::size_t size) {
  if (!has_memory()) return none();
  return mi_calloc != nullptr ? mi_calloc(count, size) : __libc_calloc(count, size);
}
extern "C" void* realloc(void* old, std::size_t size) {
  if (!has_memory()) return none();
  return mi_realloc != nullptr ? mi_realloc(old, size) : __libc_realloc(old, size);
}

namespace {

/// As the standard says of operator new: the handler is called until there is memory, or it does not come back.
template <typename Take>
void* take_or_handle(Take take) {
  for (;;) {
    if (void* const memory = take()) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void* aligned(std::size_t size, std::align_val_t alignment) {
  const auto bytes = static_cast<std::size_t>(alignment);
  if (!has_memory()) return none();
  return mi_malloc_aligned != nullptr ? mi_malloc_aligned(size, bytes) : __libc_memalign(bytes, size);
}

}  // namespace

// An allocator that takes the place of malloc does so for these, too, and would not come by here.
void* operator new(std::size_t size) {
  return take_or_handle([&] { return malloc(size); });
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new(std::size_t size, std::align_val_t alignment) {
  return take_or_handle([&] { return aligned(size, alignment); });
}
void* operator new[](std::size_t size, std::align_val_t alignment) { return operator new(size, alignment); }
