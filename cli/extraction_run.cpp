#include "extraction_run.hpp"

#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

#include "batch/document_feed.hpp"
#include "batch/document_worker.hpp"
#include "batch/machine.hpp"
#include "batch/output_files.hpp"
#include "entente/export/rendering.hpp"
#include "inputs.hpp"
#include "messages.hpp"
#include "progress.hpp"
#include "stop_requests.hpp"
#include "unfinished_files.hpp"

namespace entente::cli {
namespace {

/// Takes findings to the outputs, and counts them.
class Taker {
 public:
  Taker(OutputFiles& outputs, Progress& progress) : outputs_(outputs), progress_(progress) {}

  /// False when nothing more is to be written.
  bool take(Finding&& finding) {
    progress_.reach(finding.input);
    if (finding.failure) {
      report(*finding.failure);
      return true;
    }
    ++documents_;
    return check(outputs_.append(std::move(finding.fragments)));
  }

  void commit() {
    if (!is_over_ && !(has_failed_ && documents_ == 0)) check(outputs_.commit());  // else an earlier output stays
  }

  /// Ends the run early.
  void stop() {
    if (is_over_) return;
    const auto wrote = documents_ == 0 ? Result<bool>(false) : outputs_.commit_without_replacing();
    if (!wrote) {
      check(wrote.error());
      return;
    }
    const std::string count = std::to_string(documents_) + (documents_ == 1 ? " document" : " documents");
    report("stopped after " + count + (*wrote ? "; what they say is written" : "; nothing is written"));
  }

  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  template <typename Message>
  void report(const Message& message) {
    progress_.clear();
    tell(message);
    has_failed_ = true;
  }

  bool check(const Result<Done>& done) {
    if (done) return true;
    is_over_ = true;
    if (!outputs_.reader_is_gone()) report(done.error());
    return false;
  }

  OutputFiles& outputs_;
  Progress& progress_;
  std::uint64_t documents_ = 0;
  bool has_failed_ = false;
  bool is_over_ = false;
};

ExitStatus failed(const Error& error, ExitStatus status = some_failed) {
  tell(error);
  return status;
}

/// Without waiting for anyone: a thread may wait for input that does not come.
[[noreturn]] void end_program(int status) {
  unfinished_files::remove_all();
  std::fflush(nullptr);
  ::_exit(status);
}

WriterOptions writer_options(const RunOptions& options, const Knowledge& knowledge, GraphOptions graph) {
  return {options.base, options.knowledge.language, options.min_confidence, knowledge.context(), std::move(graph)};
}

}  // namespace

unsigned default_jobs() {
  cpu_set_t allowed;
  if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return static_cast<unsigned>(std::max(1, CPU_COUNT(&allowed)));
}

ExitStatus run_extraction(const std::vector<std::string>& arguments, const std::vector<PlannedOutput>& planned,
                          const RunOptions& options) {
  const StopRequests stops(1);
  OutputFiles outputs;
  if (const auto opened = outputs.open(planned); !opened) return failed(opened.error());
  const auto knowledge = Knowledge::load(options.knowledge);
  if (!knowledge) return some_failed;
  auto graph = options.graph.resolve(knowledge->ontology());
  if (!graph) return failed(graph.error(), wrong_usage);
  const WriterOptions writing = writer_options(options, *knowledge, std::move(*graph));
  std::vector<std::unique_ptr<ExtractionFormat>> formats;
  for (const auto& output : planned) formats.push_back(ExtractionFormat::create(output.format, knowledge->ontology(), writing));
  outputs.start(formats);

  std::vector<Error> problems;
  const auto inputs = expand_inputs(arguments, problems);
  Progress progress(inputs.size(), options.shows_progress);
  Taker taker(outputs, progress);
  DocumentFeed feed(inputs, std::move(problems), {options.knowledge.language, options.max_document});
  const auto make_worker = [&]() -> BatchParts::Worker {
    const auto worker = std::make_shared<DocumentWorker>(knowledge->language(), formats, options.base);
    return [worker](Reading&& reading) { return worker->work_on(std::move(reading)); };
  };
  Machine machine({[&](const auto& handle) { feed.read(handle); }, make_worker,
                   [&](Finding&& finding) { return taker.take(std::move(finding)); }, [] { return StopRequests::count() == 0; }},
                  options.jobs);
  const bool reader_has_ended = machine.run();
  if (StopRequests::count() > 0) {
    taker.stop();
    end_program(128 + StopRequests::signal_number());
  }
  taker.commit();
  const ExitStatus status = taker.has_failed() ? some_failed : all_done;
  if (!reader_has_ended) end_program(status);
  return status;
}

}  // namespace entente::cli
