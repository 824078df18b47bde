#include "extraction_run.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>

#include "entente/export/writer.hpp"
#include "entente/extract/extractor.hpp"
#include "entente/extract/reader.hpp"
#include "inputs.hpp"
#include "messages.hpp"
#include "output.hpp"
#include "progress.hpp"
#include "same_language.hpp"

namespace entente::cli {
namespace {

/// All outputs of a run. Once one fails nothing more is written.
class Outputs {
 public:
  /// Opens them all; false, and the user told, where one cannot be.
  bool open(const std::vector<PlannedOutput>& planned) {
    for (const auto& [paths, format] : planned) {
      opened_.push_back({{}, nullptr, format});
      for (const auto& path : paths) {
        auto output = Output::open(path);
        if (!output) return fail(output.error());
        opened_.back().files.push_back(std::make_unique<Output>(std::move(*output)));
      }
    }
    return true;
  }

  void start(const Ontology& ontology, const WriterOptions& options) {
    for (auto& one : opened_) {
      std::vector<ByteSink*> sinks;
      for (const auto& file : one.files) sinks.push_back(file.get());
      one.writer = make_writer(one.format, ontology, options, sinks);
    }
  }

  void write(const Extraction& extraction) {
    for (auto& one : opened_) check(one, one.writer->write(extraction));
  }

  void commit() {
    for (auto& one : opened_) check(one, one.writer->finish());
    for (auto& one : opened_) {
      for (const auto& file : one.files) check(one, file->commit());
    }
  }

  [[nodiscard]] bool is_over() const { return has_failed_ || reader_is_gone_; }
  [[nodiscard]] bool has_failed() const { return has_failed_; }

 private:
  struct Opened {
    std::vector<std::unique_ptr<Output>> files;
    std::unique_ptr<ExtractionWriter> writer;  // after the files, which it holds on to
    Format format;
  };

  bool fail(const Error& error) {
    tell(error);
    has_failed_ = true;
    return false;
  }

  void check(const Opened& one, const Result<Done>& done) {
    if (is_over() || done) return;
    if (std::ranges::any_of(one.files, [](const auto& file) { return file->reader_is_gone(); })) {
      reader_is_gone_ = true;
    } else {
      fail(done.error());
    }
  }

  std::vector<Opened> opened_;
  bool has_failed_ = false;
  bool reader_is_gone_ = false;
};

/// Takes inputs to outputs, one document at a time.
class Run {
 public:
  Run(const Knowledge& knowledge, const RunOptions& options, Outputs& outputs, Progress& progress)
      : extractor_(knowledge.language()), options_(options), outputs_(outputs), progress_(progress) {}

  void read(const std::string& input) {
    const ReaderOptions reader{options_.knowledge.language};
    const auto done = read_documents(
        input, reader, [this](Document&& document) { return take(document); }, [this](const Error& error) { report(error); });
    if (!done) report(done.error());
  }

  void report(const Error& error) {
    progress_.clear();
    tell(error);
    has_failed_ = true;
  }

  [[nodiscard]] bool has_failed() const { return has_failed_; }
  /// Whether all that there was to read failed, so that there is nothing to put in the place of an earlier output.
  [[nodiscard]] bool came_to_nothing() const { return has_failed_ && !has_written_; }

 private:
  bool take(const Document& document) {
    if (!is_same_language(document.info.language, options_.knowledge.language)) {
      report({Error::Kind::value, document.info.file, 0, 0,
              "expected a text in the language " + options_.knowledge.language + ", found " + document.info.language +
                  " in the document " + document.info.id});
      return true;
    }
    extractor_.extract(document, extraction_);
    outputs_.write(extraction_);
    has_written_ = true;
    return !outputs_.is_over();
  }

  Extractor extractor_;
  Extraction extraction_;
  const RunOptions& options_;
  Outputs& outputs_;
  Progress& progress_;
  bool has_failed_ = false;
  bool has_written_ = false;
};

WriterOptions writer_options(const RunOptions& options, const Knowledge& knowledge, GraphOptions graph) {
  return {options.base, options.knowledge.language, options.min_confidence, knowledge.context(), std::move(graph)};
}

}  // namespace

ExitStatus run_extraction(const std::vector<std::string>& arguments, const std::vector<PlannedOutput>& planned,
                          const RunOptions& options) {
  Outputs outputs;
  if (!outputs.open(planned)) return some_failed;
  const auto knowledge = Knowledge::load(options.knowledge);
  if (!knowledge) return some_failed;
  auto graph = options.graph.resolve(knowledge->ontology());
  if (!graph) {
    tell(graph.error());
    return wrong_usage;
  }
  outputs.start(knowledge->ontology(), writer_options(options, *knowledge, std::move(*graph)));

  std::vector<Error> errors;
  const auto inputs = expand_inputs(arguments, errors);
  Progress progress(inputs.size(), options.shows_progress);
  Run run(*knowledge, options, outputs, progress);
  for (const Error& error : errors) run.report(error);
  for (const std::string& input : inputs) {
    if (outputs.is_over()) break;
    progress.advance();
    run.read(input);
  }
  if (!outputs.is_over() && !run.came_to_nothing()) outputs.commit();
  return outputs.has_failed() || run.has_failed() ? some_failed : all_done;
}

}  // namespace entente::cli
