#include "push_report.hpp"

#include <cstdio>

namespace entente::cli {
namespace {

std::string name_of(const GraphSpool::Graph& graph) { return graph.name.empty() ? "default graph" : "<" + graph.name + ">"; }

void print(const char* state, const GraphSpool::Graph& graph, const std::string& reason) {
  const auto statements = static_cast<unsigned long long>(graph.statements);
  std::printf("%s\t%llu\t%s%s%s\n", state, statements, name_of(graph).c_str(), reason.empty() ? "" : "\t", reason.c_str());
  std::fflush(stdout);  // a failure is seen at the end
}

std::string counted(std::uint64_t count, const std::string& noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

}  // namespace

void PushReport::add(const GraphSpool::Graph& graph, const PutOutcome& outcome) {
  switch (outcome.state) {
    case PutOutcome::State::replaced:
      ++replaced_;
      statements_ += graph.statements;
      return print("replaced", graph, "");
    case PutOutcome::State::unchanged:
      ++unchanged_;
      return print("unchanged", graph, outcome.reason);
    case PutOutcome::State::in_doubt:
      ++in_doubt_;
      return print("in doubt", graph, outcome.reason);
  }
}

void PushReport::add_not_sent(const GraphSpool::Graph& graph, const std::string& reason) {
  ++not_sent_;
  print("not sent", graph, reason);
}

void PushReport::add_dry(const GraphSpool::Graph& graph) {
  ++dry_;
  statements_ += graph.statements;
  print("would be replaced", graph, "");
}

std::string PushReport::summary(const std::string& endpoint) const {
  const auto all = replaced_ + unchanged_ + in_doubt_ + not_sent_ + dry_;
  std::string text = std::to_string(dry_ > 0 ? dry_ : replaced_) + " of " + counted(all, "graph") +
                     (dry_ > 0 ? " would be replaced" : " replaced") + " in " + endpoint + ": " +
                     counted(statements_, "statement");
  if (unchanged_ > 0) text += "; " + std::to_string(unchanged_) + " unchanged";
  if (in_doubt_ > 0) text += "; " + std::to_string(in_doubt_) + " in doubt: old, new, or part of it";
  if (not_sent_ > 0) text += "; " + std::to_string(not_sent_) + " not sent";
  return text;
}

}  // namespace entente::cli
