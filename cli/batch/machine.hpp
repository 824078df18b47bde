#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "ordered_work.hpp"
#include "reading.hpp"

namespace entente::cli {

/// What a batch is made of. The functions may throw std::bad_alloc; the machine passes it on.
struct BatchParts {
  using Handler = std::function<bool(Reading&&)>;
  using Worker = std::function<Finding(Reading&&)>;

  /// Hands over all readings, in order, as long as the handler says true. Called once, in a thread of its own.
  std::function<void(const Handler&)> read;
  /// Called once in the thread of each worker.
  std::function<Worker()> make_worker;
  /// Takes the findings in the order of their readings, one at a time. False: no more are wanted.
  std::function<bool(Finding&&)> take;
  /// Called several times a second, never during `take`. False: to be ended, with what has been read already.
  std::function<bool()> go_on;
};

/// Takes documents from one reader through any number of workers to one writer, in order and in bounded memory. With one worker,
/// all is done on one core.
class Machine {
 public:
  /// `jobs` is at least 1.
  Machine(BatchParts parts, unsigned jobs);

  /// False where the reader could not be told to end, since it waits for input that does not come: then this object, and all that
  /// the parts use, must live until the program ends.
  bool run();

 private:
  using Readings = std::vector<Reading>;
  using Findings = std::vector<Finding>;

  void run_alone();
  void run_with_workers();
  bool end_threads();
  void read_alone();
  void read_for_workers();
  bool add_to_bundle(Reading&& reading);
  bool put_bundle();
  void put_bundle_that_waits();
  [[nodiscard]] std::size_t weight_of_bundle() const;
  void work();
  void take_all();
  /// Whether the reader ended soon after it was asked to.
  bool wait_for_reader();

  BatchParts parts_;
  unsigned jobs_;
  OrderedWork<Readings, Findings> work_;

  std::mutex bundle_mutex_;  ///< of the next two, while they grow or are put
  Readings bundle_;
  std::size_t bundle_texts_ = 0;  ///< bytes

  std::mutex mutex_;  ///< of the following; alone, held while a document is on its way
  std::condition_variable changed_;
  bool reader_is_done_ = false;
  bool is_stopped_ = false;
  std::exception_ptr failure_;

  std::thread reader_;
  std::vector<std::thread> workers_;
};

}  // namespace entente::cli
