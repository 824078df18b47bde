#include "push_run.hpp"

#include <cstdlib>
#include <string>

#include "../messages.hpp"
#include "../stop_requests.hpp"
#include "entente/export/graph_spool.hpp"
#include "entente/export/graph_store.hpp"
#include "push_inputs.hpp"
#include "push_progress.hpp"
#include "push_report.hpp"

namespace entente::cli {
namespace {

constexpr const char* is_not_whole = "a file with statements of it has mistakes";

std::string temporary_folder() {
  const char* folder = std::getenv("TMPDIR");
  return folder == nullptr || *folder == '\0' ? "/tmp" : folder;
}

std::uint64_t bytes_to_send(const GraphSpool& spool, const ReadInputs& inputs) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < spool.graphs().size(); ++i) bytes += inputs.incomplete.contains(i) ? 0 : spool.graphs()[i].bytes;
  return bytes;
}

/// Sends graph by graph, until there are no more or no more are to be sent.
void send_graphs(const GraphSpool& spool, const ReadInputs& inputs, GraphStore& store, bool shows_progress, PushReport& report) {
  const auto& graphs = spool.graphs();
  PushProgress progress(graphs.size() - inputs.incomplete.size(), bytes_to_send(spool, inputs), shows_progress);
  std::string obstacle;  // to all that is left
  for (std::size_t i = 0; i < graphs.size(); ++i) {
    if (inputs.incomplete.contains(i)) {
      report.add_not_sent(graphs[i], is_not_whole);
      continue;
    }
    if (obstacle.empty() && progress.wish() != PutObserver::Wish::go_on) obstacle = "stopped before";
    if (!obstacle.empty()) {
      report.add_not_sent(graphs[i], obstacle);
      continue;
    }
    progress.advance(graphs[i].bytes);
    const auto body = spool.body(i);
    const PutOutcome outcome = store.replace(graphs[i].name, *body, progress);
    progress.clear();
    report.add(graphs[i], outcome);
    if (outcome.concerns_others) obstacle = "stopped at the failure before";
  }
}

void list_graphs(const GraphSpool& spool, const ReadInputs& inputs, PushReport& report) {
  for (std::size_t i = 0; i < spool.graphs().size(); ++i) {
    if (inputs.incomplete.contains(i))
      report.add_not_sent(spool.graphs()[i], is_not_whole);
    else
      report.add_dry(spool.graphs()[i]);
  }
}

ExitStatus failed(const Error& error, ExitStatus status = some_failed) {
  tell(error);
  return status;
}

void warn(const GraphSpool& spool, const GraphStore& store, const PushOptions& options) {
  if (spool.oversized() > 0) {
    tell(std::to_string(spool.oversized()) +
         " statements have an IRI of more than 1,800 bytes or a literal of more than a megabyte: "
         "some stores cut or refuse them");
  }
  const auto& credentials = options.store.credentials;
  if (store.is_readable_on_the_way() && !(credentials.user.empty() && credentials.token.empty())) {
    tell(std::string("the endpoint is plain http: others on the way can read what is sent, password or token included"));
  }
}

}  // namespace

ExitStatus run_push(const PushOptions& options) {
  auto store = GraphStore::open(options.store);
  if (!store) return failed(store.error(), wrong_usage);
  auto spool = GraphSpool::create(temporary_folder());
  if (!spool) return failed(spool.error());
  const auto inputs = read_push_inputs(options, *spool);
  if (!inputs) return failed(inputs.error());
  warn(*spool, *store, options);
  PushReport report;
  {
    const StopRequests stops;
    if (options.is_dry_run)
      list_graphs(*spool, *inputs, report);
    else
      send_graphs(*spool, *inputs, *store, options.shows_progress, report);
    tell(report.summary(options.store.endpoint));
    if (!flush_standard_output()) return some_failed;
  }
  StopRequests::end_as_asked();
  return inputs->all_are_right && report.all_are_replaced() ? all_done : some_failed;
}

}  // namespace entente::cli
