#include "unfinished_files.hpp"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>

namespace entente::cli::unfinished_files {
namespace {

/// A signal handler may neither allocate nor lock: fixed places, empty where the first byte is 0.
std::array<std::array<char, 4001>, 16> paths{};

extern "C" void remove_all_and_end(int signal_number) {
  remove_all();
  std::signal(signal_number, SIG_DFL);
  std::raise(signal_number);
}

}  // namespace

void remove_all() {
  for (const auto& path : paths) {
    if (path[0] != '\0') ::unlink(path.data());
  }
}

void watch_signals() {
  std::signal(SIGPIPE, SIG_IGN);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) {
    if (std::signal(number, remove_all_and_end) == SIG_IGN) std::signal(number, SIG_IGN);  // as nohup wants it
  }
}

void add(std::string_view path) {
  const auto place = std::ranges::find_if(paths, [](const auto& p) { return p[0] == '\0'; });
  if (place == paths.end() || path.size() >= place->size() || path.empty()) return;
  std::ranges::copy(path.substr(1), place->begin() + 1);
  (*place)[path.size()] = '\0';
  (*place)[0] = path[0];  // last: from now on the path counts
}

void remove(std::string_view path) {
  const auto place = std::ranges::find_if(paths, [&](const auto& p) { return path == p.data(); });
  if (place != paths.end()) (*place)[0] = '\0';
}

}  // namespace entente::cli::unfinished_files
