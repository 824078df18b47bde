#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

namespace entente::cli {

/// Two queues around any number of workers: one reader puts jobs, workers take them and give products, one writer gets the
/// products in the order of their jobs. What is on the way is bounded: when the writer is slow, the reader waits.
template <typename Job, typename Product>
class OrderedWork {
 public:
  struct Numbered {
    std::uint64_t number;
    Job job;
  };

  /// How much may be on the way at once: jobs, and what they weigh. A job that weighs more goes alone.
  OrderedWork(std::size_t most_jobs, std::size_t most_weight) : most_jobs_(most_jobs), most_weight_(most_weight) {}

  /// Waits for room. False when nothing more is wanted.
  bool put(Job&& job, std::size_t weight) {
    std::unique_lock lock(mutex_);
    has_room_.wait(lock, [&] { return is_closed_ || has_room_for(weight); });
    if (is_closed_) return false;
    add(std::move(job), weight);
    return true;
  }

  /// Does not wait: false, with the job as it was, where there is no room.
  bool try_put(Job& job, std::size_t weight) {
    const std::scoped_lock lock(mutex_);
    if (is_closed_ || !has_room_for(weight)) return false;
    add(std::move(job), weight);
    return true;
  }

  /// Whether a worker waits for a job.
  [[nodiscard]] bool is_hungry() {
    const std::scoped_lock lock(mutex_);
    return idle_ > 0 && jobs_.empty();
  }

  /// Nothing more comes, or is wanted: what is on the way is finished.
  void close() {
    const std::scoped_lock lock(mutex_);
    is_closed_ = true;
    notify_all();
  }

  /// Nothing more is wanted, not even what nobody has begun yet.
  void abandon() {
    const std::scoped_lock lock(mutex_);
    is_closed_ = true;
    jobs_.clear();
    notify_all();
  }

  /// Something went wrong that no product can tell: the writer's next call throws it.
  void fail(std::exception_ptr failure) {
    const std::scoped_lock lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    is_closed_ = true;
    jobs_.clear();
    notify_all();
  }

  /// Nothing when there are no more.
  std::optional<Numbered> take() {
    std::unique_lock lock(mutex_);
    ++idle_;
    has_job_.wait(lock, [&] { return is_closed_ || !jobs_.empty(); });
    --idle_;
    if (jobs_.empty()) return std::nullopt;
    std::optional<Numbered> taken(std::move(jobs_.front()));
    jobs_.pop_front();
    return taken;
  }

  /// `weight` takes the place of what the job weighed.
  void give(std::uint64_t number, Product&& product, std::size_t weight) {
    const std::scoped_lock lock(mutex_);
    weigh(number, weight);
    products_.emplace(number, std::move(product));
    if (number == next_product_) has_product_.notify_one();
    has_room_.notify_one();
  }

  /// The next product; nothing when there are no more (`is_over`), or none came for so long. What the product before it
  /// weighed no longer counts.
  std::optional<Product> next(std::chrono::milliseconds patience) {
    std::unique_lock lock(mutex_);
    if (next_product_ > 0) weigh(next_product_ - 1, 0);
    has_room_.notify_one();
    has_product_.wait_for(lock, patience, [&] { return failure_ || products_.contains(next_product_) || all_is_done(); });
    if (failure_) std::rethrow_exception(failure_);
    const auto found = products_.find(next_product_);
    if (found == products_.end()) return std::nullopt;
    ++next_product_;
    std::optional<Product> product(std::move(found->second));
    products_.erase(found);
    return product;
  }

  /// Not as long as a failure is to be thrown, even where nothing is on the way.
  [[nodiscard]] bool is_over() {
    const std::scoped_lock lock(mutex_);
    return !failure_ && all_is_done();
  }

 private:
  [[nodiscard]] bool has_room_for(std::size_t weight) const {
    return weights_.empty() || (weights_.size() < most_jobs_ && weight_ + weight <= most_weight_);
  }
  [[nodiscard]] bool all_is_done() const { return is_closed_ && next_product_ == next_job_; }

  void add(Job&& job, std::size_t weight) {
    weight_ += weight;
    weights_.emplace(next_job_, weight);
    jobs_.push_back({next_job_++, std::move(job)});
    has_job_.notify_one();
  }

  void weigh(std::uint64_t number, std::size_t weight) {
    const auto found = weights_.find(number);
    if (found == weights_.end()) return;
    weight_ = weight_ - found->second + weight;
    if (weight == 0)
      weights_.erase(found);
    else
      found->second = weight;
  }

  void notify_all() {
    has_room_.notify_all();
    has_job_.notify_all();
    has_product_.notify_all();
  }

  const std::size_t most_jobs_;
  const std::size_t most_weight_;

  std::mutex mutex_;
  std::condition_variable has_room_, has_job_, has_product_;
  std::deque<Numbered> jobs_;
  std::map<std::uint64_t, Product> products_;     ///< that wait for an earlier one
  std::map<std::uint64_t, std::size_t> weights_;  ///< of all on the way
  std::size_t weight_ = 0;                        ///< their sum
  std::uint64_t next_job_ = 0;
  std::uint64_t next_product_ = 0;
  std::size_t idle_ = 0;  ///< workers that wait
  bool is_closed_ = false;
  std::exception_ptr failure_;
};

}  // namespace entente::cli
