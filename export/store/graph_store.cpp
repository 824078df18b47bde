#include "entente/export/graph_store.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <thread>
#include <utility>

#include "answer_text.hpp"
#include "backoff.hpp"
#include "http_put.hpp"
#include "store_address.hpp"

namespace entente {
namespace {

using Wish = PutObserver::Wish;

template <std::size_t n>
bool is_among(long status, const std::array<long, n>& list) {
  return std::ranges::find(list, status) != list.end();
}

/// The store means to do it, but has not yet (RFC 9110, 15.3.3).
constexpr long accepted = 202;
/// What a store answers before it does anything (RFC 9110, 15).
constexpr std::array<long, 12> refusals{401, 402, 403, 404, 405, 407, 411, 413, 415, 429, 501, 503};
constexpr std::array<long, 5> passing{408, 429, 502, 503, 504};
/// Answers that other graphs would get as well.
constexpr std::array<long, 7> general{401, 404, 405, 407, 429, 501, 503};

bool is_redirect(long status) { return status >= 300 && status < 400; }

bool may_pass(const HttpAnswer& answer) {
  return answer.failure == HttpAnswer::Failure::connection || is_among(answer.status, passing);
}

PutOutcome::State state_after(const HttpAnswer& answer) {
  using State = PutOutcome::State;
  if (answer.status == 0) return answer.has_sent ? State::in_doubt : State::unchanged;
  if (answer.status == accepted) return State::in_doubt;
  if (answer.status >= 200 && answer.status < 300) return State::replaced;
  return is_redirect(answer.status) || is_among(answer.status, refusals) ? State::unchanged : State::in_doubt;
}

std::string reason_of(const HttpAnswer& answer) {
  if (answer.status == 0) return answer.text;
  std::string reason = "HTTP " + std::to_string(answer.status);
  if (is_redirect(answer.status))
    return reason + ": the store is elsewhere, and is not followed there: " + one_line(answer.location);
  if (answer.status == accepted) return reason + ": the store has not done it yet";
  if (answer.status == 401) return reason + ": no user, password or token that the store knows";
  return answer.text.empty() ? reason : reason + ": " + answer.text;
}

/// False where the observer wishes for an end before.
bool sleep(std::chrono::milliseconds duration, PutObserver& observer) {
  using clock = std::chrono::steady_clock;
  const auto end = clock::now() + duration;
  while (clock::now() < end) {
    if (observer.wish() != Wish::go_on) return false;
    std::this_thread::sleep_for(std::min<clock::duration>(std::chrono::milliseconds(100), end - clock::now()));
  }
  return observer.wish() == Wish::go_on;
}

}  // namespace

struct GraphStore::State {
  StoreAddress address;
  HttpPut put;
  unsigned retries;

  /// Follows redirects within the store. A 303 sends to something else than what was asked for.
  HttpAnswer send(std::string_view graph, GraphBody& body, PutObserver& observer) {
    std::string url = address.of_graph(graph);
    for (int hops = 0;; ++hops) {
      HttpAnswer answer = put.send(url, body, observer);
      const bool is_followed = is_redirect(answer.status) && answer.status != 303 && hops < 5 && address.covers(answer.location);
      if (!is_followed) return answer;
      url = answer.location;
    }
  }
};

GraphStore::GraphStore(std::unique_ptr<State> state) : state_(std::move(state)) {}
GraphStore::GraphStore(GraphStore&&) noexcept = default;
GraphStore& GraphStore::operator=(GraphStore&&) noexcept = default;
GraphStore::~GraphStore() = default;

Result<GraphStore> GraphStore::open(const GraphStoreOptions& options) {
  auto address = StoreAddress::parse(options.endpoint);
  if (!address) return address.error();
  return GraphStore(std::make_unique<State>(State{std::move(*address), HttpPut(options), options.retries}));
}

PutOutcome GraphStore::replace(std::string_view graph, GraphBody& body, PutObserver& observer) {
  Backoff backoff(state_->retries, std::random_device()());
  bool was_in_doubt = false;
  while (true) {
    const HttpAnswer answer = state_->send(graph, body, observer);
    PutOutcome outcome{state_after(answer), reason_of(answer), false};
    if (outcome.state == PutOutcome::State::replaced) return {outcome.state, "", false};
    was_in_doubt = was_in_doubt || outcome.state == PutOutcome::State::in_doubt;
    if (was_in_doubt) outcome.state = PutOutcome::State::in_doubt;
    outcome.concerns_others = answer.status == 0 || is_redirect(answer.status) || is_among(answer.status, general);
    if (!may_pass(answer) || observer.wish() != Wish::go_on) return outcome;
    const auto wait = backoff.next(answer.retry_after);
    if (!wait) return outcome;
    observer.waits(outcome.reason, *wait);
    if (!sleep(*wait, observer)) return outcome;
  }
}

bool GraphStore::is_readable_on_the_way() const { return !state_->address.is_encrypted() && !state_->address.is_loopback(); }

}  // namespace entente
