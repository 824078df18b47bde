#include "stop_requests.hpp"

#include <algorithm>
#include <array>
#include <csignal>

namespace entente::cli {
namespace {

constexpr std::array signals{SIGINT, SIGTERM, SIGHUP};
volatile std::sig_atomic_t requests = 0;
volatile std::sig_atomic_t last_signal = 0;
volatile std::sig_atomic_t most_requests = 0;
std::array<void (*)(int), signals.size()> before{};

extern "C" void count_request(int number) {
  requests = requests + 1;
  last_signal = number;
  if (requests <= most_requests) return;
  const auto place = std::find(signals.begin(), signals.end(), number);
  const auto handler = before[static_cast<std::size_t>(place - signals.begin())];
  std::signal(number, handler);
  std::raise(number);  // delivered when this handler returns
}

}  // namespace

StopRequests::StopRequests(int most) {
  most_requests = most;
  for (std::size_t i = 0; i < signals.size(); ++i) {
    before[i] = std::signal(signals[i], &count_request);
    if (before[i] == SIG_IGN) std::signal(signals[i], SIG_IGN);  // as nohup wants it
  }
}

StopRequests::~StopRequests() {
  for (std::size_t i = 0; i < signals.size(); ++i) std::signal(signals[i], before[i]);
}

int StopRequests::count() { return requests; }

int StopRequests::signal_number() { return last_signal; }

void StopRequests::end_as_asked() {
  if (last_signal == 0) return;
  std::signal(last_signal, SIG_DFL);
  std::raise(last_signal);
}

}  // namespace entente::cli
