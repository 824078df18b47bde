#include "push_inputs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "../input_file.hpp"
#include "../json_ld_context_file.hpp"
#include "../messages.hpp"
#include "entente/export/quad_reader.hpp"

namespace entente::cli {
namespace {

constexpr std::uint64_t most_mistakes_told = 10;  // of an input

/// Hands the statements of an input to the spool, those outside named graphs to the graph that is meant for them.
class Router final : public QuadSink {
 public:
  Router(GraphSpool& spool, const std::optional<std::string>& target) : spool_(spool), target_(target) {}

  void quad(const QuadView& quad) override {
    QuadView routed = quad;
    if (quad.graph.text.empty()) {
      if (!target_) ++homeless_;
      routed.graph = TermView::iri(target_ ? std::string_view(*target_) : "");
    } else if (quad.graph.kind == TermKind::blank) {
      ++nameless_;
    }
    spool_.quad(routed);
    graphs_.insert(spool_.last());
    ++statements_;
  }
  [[nodiscard]] bool takes_more() const override { return spool_.takes_more(); }
  Result<Done> end_block() override { return spool_.end_block(); }
  Result<Done> finish() override { return spool_.end_block(); }

  /// Why the input cannot be sent though its syntax is right; empty where it can.
  [[nodiscard]] std::string objection() const {
    if (statements_ == 0) return "holds no statement: a graph is not replaced by nothing";
    if (homeless_ > 0) {
      return std::to_string(homeless_) + (homeless_ == 1 ? " statement stands" : " statements stand") +
             " outside named graphs: say where to with --graph or --default-graph";
    }
    if (nameless_ > 0) return "expected IRIs as names of graphs, found blank nodes: no store can find these again";
    return "";
  }
  [[nodiscard]] const std::set<std::size_t>& graphs() const { return graphs_; }

 private:
  GraphSpool& spool_;
  const std::optional<std::string>& target_;
  std::set<std::size_t> graphs_;
  std::uint64_t statements_ = 0;
  std::uint64_t homeless_ = 0;  // outside named graphs, with no graph meant for them
  std::uint64_t nameless_ = 0;  // in graphs that blank nodes name
};

bool fail(const Error& error) {
  tell(error);
  return false;
}

/// Whether there is nothing wrong with the input. Goes on behind mistakes, to learn which graphs it has statements of.
bool read_input(const PlannedInput& input, QuadReaderOptions reading, Router& router) {
  auto file = InputFile::open(input.path);
  if (!file) return fail(file.error());
  reading.source = input.path == "-" ? "standard input" : input.path;
  reading.skips_mistakes = true;
  std::uint64_t told = 0;
  reading.on_mistake = [&told](const ReadMistake& mistake) {
    if (told++ < most_mistakes_told) tell(mistake);
  };
  const auto count = read_quads(input.format, *file, reading, router);
  if (!count) return fail(count.error());
  if (count->mistakes > most_mistakes_told) {
    tell(reading.source + ": " + std::to_string(count->mistakes - most_mistakes_told) + " mistakes more");
  }
  if (count->mistakes > 0) return false;
  const std::string objection = router.objection();
  return objection.empty() || fail({Error::Kind::value, reading.source, 0, 0, objection});
}

}  // namespace

Result<ReadInputs> read_push_inputs(const PushOptions& options, GraphSpool& spool) {
  QuadReaderOptions reading;
  reading.base = options.base;
  if (std::ranges::any_of(options.inputs, [](const PlannedInput& input) { return input.format == Format::json_ld; })) {
    auto context = read_context();
    if (!context) return context.error();
    reading.context = std::move(*context);
  }
  ReadInputs result;
  for (std::size_t i = 0; i < options.inputs.size(); ++i) {
    if (options.inputs.size() > 1) reading.blank_prefix = "f" + std::to_string(i + 1) + "-";
    Router router(spool, options.target);
    const bool is_right = read_input(options.inputs[i], reading, router);
    if (const auto kept = spool.end_block(); !kept) return kept.error();
    if (is_right) continue;
    result.all_are_right = false;
    result.incomplete.insert(router.graphs().begin(), router.graphs().end());
  }
  if (const auto kept = spool.finish(); !kept) return kept.error();
  return result;
}

}  // namespace entente::cli
