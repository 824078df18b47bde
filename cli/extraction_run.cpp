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
#include "batch/output_folder.hpp"
#include "batch/run_report.hpp"
#include "batch/run_request.hpp"
#include "entente/export/rendering.hpp"
#include "inputs.hpp"
#include "messages.hpp"
#include "stop_requests.hpp"
#include "unfinished_files.hpp"

namespace entente::cli {
namespace {

using Formats = std::vector<std::unique_ptr<ExtractionFormat>>;

/// Takes findings to where they go, and tells the user of it.
class Taker {
 public:
  Taker(Destination& destination, RunReport& report) : destination_(destination), report_(report) {}

  /// False when nothing more is to be written.
  bool take(Finding&& finding) {
    input_ = finding.input;
    if (finding.is_passed_over)
      pass_over(finding);
    else if (finding.failure)
      report_.failure(finding.input, *finding.failure);
    else
      report_.document(finding);
    return check(destination_.take(std::move(finding)));
  }

  void finish() {
    if (!is_over_ && passed_over_ && report_.documents() + report_.failures() == 0) fail_for_language();
    if (!is_over_) check(destination_.finish(report_.documents()));
  }

  /// Ends the run early.
  void stop() {
    if (is_over_) return;
    const auto outcome = destination_.stop(report_.documents());
    if (!outcome)
      check(outcome.error());
    else
      report_.note("stopped after " + std::to_string(report_.documents()) +
                   (report_.documents() == 1 ? " document; " : " documents; ") + *outcome);
  }

  [[nodiscard]] bool has_failed() const { return has_failed_ || report_.failures() > 0; }

 private:
  void pass_over(const Finding& finding) {
    report_.pass_over(finding.input);
    if (!passed_over_) passed_over_ = finding.failure;
  }

  /// Documents in other languages are no failures; but where there are no others, whoever asked for them must hear of it.
  void fail_for_language() {
    Finding finding;
    finding.input = input_;
    finding.failure = passed_over_;
    if (const auto others = report_.passed_over() - 1; others > 0)
      finding.failure->message += " (and " + std::to_string(others) + " more in other languages)";
    take(std::move(finding));
  }

  bool check(const Result<Done>& done) {
    if (done) return true;
    is_over_ = true;
    if (destination_.reader_is_gone()) return false;
    report_.note(done.error());
    has_failed_ = true;
    return false;
  }

  Destination& destination_;
  RunReport& report_;
  std::optional<Error> passed_over_;  ///< the first document in another language
  std::uint32_t input_ = 0;           ///< that the findings are at
  bool has_failed_ = false;
  bool is_over_ = false;
};

ExitStatus failed(const Error& error) {
  tell(error);
  return error.kind == Error::Kind::usage ? wrong_usage : some_failed;
}

/// Without waiting for anyone: a thread may wait for input that does not come.
[[noreturn]] void end_program(int status) {
  unfinished_files::remove_all();
  std::fflush(nullptr);
  ::_exit(status);
}

/// What a run goes by.
struct Batch {
  const RunOptions& options;
  const Knowledge& knowledge;
  const Formats& formats;
  std::vector<std::string> inputs;
  std::vector<Error> problems;  ///< arguments that stand for no input
};

/// Takes all inputs to a destination, which has what the first `done` readings say already.
ExitStatus run_machine(const Batch& batch, Destination& destination, std::uint64_t done) {
  const RunOptions& options = batch.options;
  const bool compares_stories = options.stories != Stories::none;
  DocumentFeed feed(batch.inputs, batch.problems, {{options.knowledge.language, options.max_document}, compares_stories}, done);
  RunReport report(batch.inputs, options.is_quiet, compares_stories);
  Taker taker(destination, report);
  const auto make_worker = [&]() -> BatchParts::Worker {
    const auto worker =
        std::make_shared<DocumentWorker>(batch.knowledge.language(), batch.formats, options.base, options.stories);
    return [worker](Reading&& reading) { return worker->work_on(std::move(reading)); };
  };
  const auto go_on = [&] { return report.tick(), StopRequests::count() == 0; };
  const auto take = [&](Finding&& finding) { return taker.take(std::move(finding)); };
  Machine machine({[&](const auto& handle) { feed.read(handle); }, make_worker, take, go_on}, options.jobs);
  const bool reader_has_ended = machine.run();
  const bool is_stopped = StopRequests::count() > 0;
  if (is_stopped)
    taker.stop();
  else
    taker.finish();
  report.summary();
  if (is_stopped) end_program(128 + StopRequests::signal_number());
  const ExitStatus status = taker.has_failed() ? some_failed : all_done;
  if (!reader_has_ended) end_program(status);
  return status;
}

ExitStatus run_to_folder(const Batch& batch, const std::vector<PlannedOutput>& planned) {
  auto request = describe_request(planned, batch.options, batch.inputs);
  if (!request) return failed(request.error());
  const auto folder =
      OutputFolder::open({batch.options.out_dir, batch.options.parts, batch.options.resumes, std::move(*request)}, batch.inputs);
  if (!folder) return failed(folder.error());
  if ((*folder)->is_complete()) {
    tell(batch.options.out_dir + ": the run is complete");
    return (*folder)->had_failures() ? some_failed : all_done;
  }
  std::vector<Format> formats;
  for (const auto& output : planned) formats.push_back(output.format);
  (*folder)->start(formats, batch.formats);
  return run_machine(batch, **folder, (*folder)->readings_done());
}

Result<WriterOptions> writer_options(const RunOptions& options, const Knowledge& knowledge) {
  auto graph = options.graph.resolve(knowledge.ontology());
  if (!graph) return graph.error();
  return WriterOptions{options.base,           options.knowledge.language,
                       options.min_confidence, knowledge.context(),
                       std::move(*graph),      options.stories == Stories::only ? Content::stories : Content::all};
}

}  // namespace

unsigned default_jobs() {
  cpu_set_t allowed;
  if (::sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
  return static_cast<unsigned>(std::max(1, CPU_COUNT(&allowed)));
}

ExitStatus run_extraction(std::vector<std::string>&& arguments, const std::vector<PlannedOutput>& planned,
                          const RunOptions& options) {
  const StopRequests stops(1);
  OutputFiles files;
  if (options.out_dir.empty()) {
    if (const auto opened = files.open(planned); !opened) return failed(opened.error());
  }
  const auto knowledge = Knowledge::load(options.knowledge);
  if (!knowledge) return some_failed;
  const auto writing = writer_options(options, *knowledge);
  if (!writing) return failed(writing.error());
  Formats formats;
  for (const auto& output : planned) formats.push_back(ExtractionFormat::create(output.format, knowledge->ontology(), *writing));
  Batch batch{options, *knowledge, formats, {}, {}};
  batch.inputs = expand_inputs(std::move(arguments), batch.problems);
  if (!options.out_dir.empty()) return run_to_folder(batch, planned);
  files.start(formats);
  return run_machine(batch, files, 0);
}

}  // namespace entente::cli
