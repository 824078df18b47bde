#include "machine.hpp"

#include <chrono>
#include <utility>

namespace entente::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto pause = 100ms;     // between two looks at what the user wants
constexpr auto patience = 300ms;  // with a reader that is to end

// Documents go in bundles: small ones would cost more to hand over than to read.
constexpr std::size_t full_texts = 32 * 1024;
constexpr std::size_t full_documents = 64;

// RDF says much about little: N-Quads of dense news is some thirty times its text. A bundle weighs what may become of it, until
// that is known.
constexpr std::size_t growth = 30;
constexpr std::size_t weight_of_document = 1024;
constexpr std::size_t most_weight = std::size_t{64} << 20;
constexpr std::size_t jobs_per_worker = 4;

}  // namespace

Machine::Machine(BatchParts parts, unsigned jobs)
    : parts_(std::move(parts)), jobs_(jobs), work_(jobs_per_worker * jobs, most_weight) {}

bool Machine::run() {
  std::exception_ptr failure;
  try {
    jobs_ == 1 ? run_alone() : run_with_workers();
  } catch (...) {
    failure = std::current_exception();
  }
  const bool has_ended = end_threads();
  if (failure) std::rethrow_exception(failure);
  return has_ended;
}

/// However the run ended: no thread may be left when an exception goes on to whoever called. Says whether the reader has ended.
bool Machine::end_threads() {
  {
    const std::scoped_lock lock(mutex_);
    is_stopped_ = true;
  }
  work_.abandon();
  for (auto& worker : workers_) worker.join();
  return !reader_.joinable() || wait_for_reader();
}

// Alone: the reader does all the work, so that no other core is used. The caller only looks after the user's wishes.

void Machine::run_alone() {
  reader_ = std::thread([this] { read_alone(); });
  std::unique_lock lock(mutex_);
  while (!reader_is_done_ && !is_stopped_) {
    changed_.wait_for(lock, pause, [&] { return reader_is_done_ || is_stopped_; });
    if (!parts_.go_on()) is_stopped_ = true;
  }
  if (failure_) std::rethrow_exception(failure_);
}

void Machine::read_alone() {
  try {
    const auto worker = parts_.make_worker();
    parts_.read([&](Reading&& reading) {
      const std::scoped_lock lock(mutex_);
      if (!is_stopped_ && !parts_.take(worker(std::move(reading)))) is_stopped_ = true;
      return !is_stopped_;
    });
  } catch (...) {
    const std::scoped_lock lock(mutex_);
    failure_ = std::current_exception();
  }
  const std::scoped_lock lock(mutex_);
  reader_is_done_ = true;
  changed_.notify_all();
}

// With workers: reader → workers → the caller, who writes.

void Machine::run_with_workers() {
  reader_ = std::thread([this] { read_for_workers(); });
  for (unsigned i = 0; i < jobs_; ++i) workers_.emplace_back([this] { work(); });
  take_all();
}

void Machine::read_for_workers() {
  try {
    parts_.read([&](Reading&& reading) { return add_to_bundle(std::move(reading)); });
    const std::scoped_lock lock(bundle_mutex_);
    put_bundle();
    work_.close();
  } catch (...) {
    work_.fail(std::current_exception());
  }
  const std::scoped_lock lock(mutex_);
  reader_is_done_ = true;
  changed_.notify_all();
}

bool Machine::add_to_bundle(Reading&& reading) {
  const std::scoped_lock lock(bundle_mutex_);
  bundle_texts_ += reading.text_bytes();
  bundle_.push_back(std::move(reading));
  const bool is_full = bundle_texts_ >= full_texts || bundle_.size() >= full_documents;
  return !(is_full || work_.is_hungry()) || put_bundle();
}

std::size_t Machine::weight_of_bundle() const { return growth * bundle_texts_ + weight_of_document; }

bool Machine::put_bundle() {
  if (bundle_.empty()) return true;
  const std::size_t weight = weight_of_bundle();
  bundle_texts_ = 0;
  return work_.put(std::exchange(bundle_, {}), weight);
}

/// The reader may wait for more input, with some documents in its hand. Where it waits for room instead, it will go on.
void Machine::put_bundle_that_waits() {
  const std::unique_lock lock(bundle_mutex_, std::try_to_lock);
  if (!lock || bundle_.empty() || !work_.try_put(bundle_, weight_of_bundle())) return;
  bundle_.clear();
  bundle_texts_ = 0;
}

void Machine::work() {
  try {
    const auto worker = parts_.make_worker();
    while (auto taken = work_.take()) {
      Findings findings;
      std::size_t weight = weight_of_document;
      for (Reading& reading : taken->job) {
        findings.push_back(worker(std::move(reading)));
        weight += findings.back().size();
      }
      work_.give(taken->number, std::move(findings), weight);
    }
  } catch (...) {
    work_.fail(std::current_exception());
  }
}

void Machine::take_all() {
  bool is_wanted = true;
  while (is_wanted && !work_.is_over()) {
    auto findings = work_.next(pause);
    if (findings) {
      for (Finding& finding : *findings) is_wanted = is_wanted && parts_.take(std::move(finding));
    }
    const bool goes_on = parts_.go_on();
    if (!findings || !goes_on) put_bundle_that_waits();
    if (!goes_on) work_.close();
  }
}

bool Machine::wait_for_reader() {
  std::unique_lock lock(mutex_);
  const bool has_ended = changed_.wait_for(lock, patience, [&] { return reader_is_done_; });
  lock.unlock();
  if (has_ended)
    reader_.join();
  else
    reader_.detach();
  return has_ended;
}

}  // namespace entente::cli
