#include "conversion_run.hpp"

#include <cstdint>
#include <memory>
#include <utility>

#include "conversion_output.hpp"
#include "entente/export/quad_reader.hpp"
#include "entente/export/quad_writer.hpp"
#include "input_file.hpp"
#include "json_ld_context_file.hpp"
#include "messages.hpp"

namespace entente::cli {
namespace {

/// Takes the graphs away that the format behind it cannot name, and counts.
class GraphCounter final : public QuadSink {
 public:
  explicit GraphCounter(QuadSink& sink) : sink_(sink) {}

  void quad(const QuadView& quad) override {
    if (quad.graph.text.empty()) return sink_.quad(quad);
    ++count_;
    sink_.quad({quad.subject, quad.predicate, quad.object, {}});
  }
  void prefix(std::string_view name, std::string_view iri) override { sink_.prefix(name, iri); }
  [[nodiscard]] bool takes_more() const override { return sink_.takes_more(); }
  Result<Done> end_block() override { return sink_.end_block(); }
  Result<Done> finish() override { return sink_.finish(); }

  [[nodiscard]] std::uint64_t count() const { return count_; }

 private:
  QuadSink& sink_;
  std::uint64_t count_ = 0;
};

/// Takes inputs to one writer.
class Conversion {
 public:
  Conversion(const ConversionOptions& options, std::string context, QuadSink& sink) : options_(options), sink_(sink) {
    reading_.base = options.base;
    reading_.skips_mistakes = options.skips_mistakes;
    reading_.context = std::move(context);
    reading_.on_mistake = [](const ReadMistake& mistake) { tell(mistake); };
  }

  /// False where nothing more is to be read.
  bool read(const PlannedInput& input, const std::string& blank_prefix) {
    auto file = InputFile::open(input.path);
    if (!file) return fail(file.error());
    reading_.source = input.path == "-" ? "standard input" : input.path;
    reading_.blank_prefix = blank_prefix;
    const auto count = read_quads(input.format, *file, reading_, sink_);
    if (!count) return fail(count.error());
    mistakes_ += count->mistakes;
    return (mistakes_ == 0 || options_.skips_mistakes) && sink_.takes_more();
  }

  [[nodiscard]] std::uint64_t mistakes() const { return mistakes_; }
  [[nodiscard]] bool has_failed() const { return has_failed_ || (mistakes_ > 0 && !options_.skips_mistakes); }

 private:
  bool fail(const Error& error) {
    tell(error);
    has_failed_ = true;
    return false;
  }

  const ConversionOptions& options_;
  QuadSink& sink_;
  QuadReaderOptions reading_;
  std::uint64_t mistakes_ = 0;
  bool has_failed_ = false;
};

bool needs_context(const std::vector<PlannedInput>& inputs, const PlannedOutput& output) {
  bool needs = output.format == Format::json_ld;
  for (const PlannedInput& input : inputs) needs = needs || input.format == Format::json_ld;
  return needs;
}

std::string count_of(std::uint64_t count, const std::string& one, const std::string& many) {
  return std::to_string(count) + " " + (count == 1 ? one : many);
}

}  // namespace

Result<std::vector<PlannedInput>> plan_inputs(const std::vector<std::string>& paths, const ConversionOptions& options) {
  std::vector<PlannedInput> inputs;
  for (const std::string& path : paths) {
    const auto format = options.from ? options.from : format_from_path(path);
    const std::string name = path == "-" ? "standard input" : path;
    if (!format)
      return Error{Error::Kind::usage, "", 0, 0, "expected --from, since the name of " + name + " does not tell the format"};
    if (!format_info(*format).is_rdf) {
      return Error{Error::Kind::usage, "", 0, 0,
                   name + ": " + std::string(format_info(*format).label) + " can be written but not read"};
    }
    inputs.push_back({path, *format});
  }
  return inputs;
}

ExitStatus run_conversion(const std::vector<PlannedInput>& inputs, const PlannedOutput& planned,
                          const ConversionOptions& options) {
  RdfWriterOptions writing;
  if (needs_context(inputs, planned)) {
    auto context = read_context();
    if (!context) {
      tell(context.error());
      return some_failed;
    }
    writing.context = std::move(*context);
  }
  writing.is_expanded = options.is_expanded;
  ConversionOutput output;
  if (const auto status = output.open(planned, writing, options.network); status != all_done) return status;
  const auto remover = options.removes_duplicates ? make_duplicate_remover(output.quads()) : nullptr;
  QuadSink& sink = remover ? *remover : output.quads();
  GraphCounter graphs(sink);
  const bool tells_of_graphs = !format_info(planned.format).names_graphs && !format_info(planned.format).is_network;
  Conversion conversion(options, writing.context, tells_of_graphs ? graphs : sink);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    const std::string blank_prefix = inputs.size() > 1 ? "f" + std::to_string(i + 1) + "-" : "";
    if (!conversion.read(inputs[i], blank_prefix)) break;
  }
  if (conversion.has_failed()) return some_failed;
  auto done = sink.finish();
  if (done) done = output.commit();
  if (!done && !output.reader_is_gone()) {
    tell(done.error());
    return some_failed;
  }
  if (graphs.count() > 0) {
    tell(count_of(graphs.count(), "statement has", "statements have") +
         " lost the name of its graph: " + std::string(format_info(planned.format).label) + " names none");
  }
  if (conversion.mistakes() == 0) return all_done;
  tell(count_of(conversion.mistakes(), "statement", "statements") + " skipped");
  return some_failed;
}

}  // namespace entente::cli
