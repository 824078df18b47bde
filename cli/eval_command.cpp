#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.hpp"
#include "entente/export/writer.hpp"
#include "entente/extract/extractor.hpp"
#include "entente/extract/reader.hpp"
#include "eval/answer.hpp"
#include "eval/gold.hpp"
#include "eval/score.hpp"
#include "messages.hpp"
#include "same_language.hpp"

namespace entente::cli {
namespace {

struct Options {
  std::vector<std::string> gold;
  std::string catalogue;
  KnowledgeOptions knowledge;
  bool shows_errors = false;
  bool shows_calibration = false;
};

using Documents = std::map<std::string, Document>;

class Text final : public ByteSink {
 public:
  Result<Done> write(std::string_view bytes) override {
    text.append(bytes);
    return Done{};
  }
  std::string text;
};

/// The texts that stand in the gold file itself: its records are documents as any JSON Lines are.
bool read_inline(const std::string& path, const std::vector<eval::GoldDocument>& gold, const ReaderOptions& options,
                 Documents& out) {
  std::set<std::uint64_t> elsewhere;
  for (const auto& one : gold) {
    if (!one.file.empty()) elsewhere.insert(one.line);
  }
  bool is_right = true;
  const auto take = [&](Document&& document) { return out.insert_or_assign(document.info.id, std::move(document)), true; };
  const auto report = [&](const Error& error) {
    if (elsewhere.contains(error.line)) return;
    tell(error);
    is_right = false;
  };
  const auto done = read_documents(path, options, take, report);
  if (!done) tell(done.error());
  return is_right && done;
}

/// The text that stands in a file of its own, with what the gold knows of it.
bool read_file(const eval::GoldDocument& gold, const ReaderOptions& options, Documents& out) {
  const auto take = [&](Document&& document) {
    document.info.id = gold.id;
    document.info.publisher = gold.publisher;
    document.info.date = parse_date(gold.date);
    if (!gold.language.empty()) document.info.language = gold.language;
    out.insert_or_assign(gold.id, std::move(document));
    return true;
  };
  const auto done = read_documents(gold.file, options, take, [](const Error& error) { tell(error); });
  if (!done) tell(done.error());
  return done.ok();
}

std::optional<Documents> read_texts(const Options& options, const std::string& file,
                                    const std::vector<eval::GoldDocument>& gold) {
  const ReaderOptions reader{options.knowledge.language};
  Documents documents;
  if (!read_inline(file, gold, reader, documents)) return std::nullopt;
  for (const auto& one : gold) {
    if (!one.file.empty() && !read_file(one, reader, documents)) return std::nullopt;
  }
  return documents;
}

/// The catalogue that was named, or the one beside the (first) gold; empty where there is none.
Result<eval::Ids> catalogue(const Options& options) {
  if (!options.catalogue.empty()) return eval::read_catalogue(options.catalogue);
  const auto beside = std::filesystem::path(options.gold.front()).parent_path() / "catalogue.tsv";
  return std::filesystem::exists(beside) ? eval::read_catalogue(beside.string()) : Result<eval::Ids>(eval::Ids());
}

/// What `entente extract --to claims` writes of the document.
eval::Answer answer(const Document& document, const Knowledge& knowledge, Extractor& extractor) {
  Extraction extraction;
  extractor.extract(document, extraction);
  Text sink;
  WriterOptions options;
  options.language = document.info.language;
  const auto writer = make_writer(Format::claims, knowledge.ontology(), options, sink);
  const bool is_written = writer->write(extraction).ok() && writer->finish().ok();
  return is_written ? eval::read_answer(sink.text) : eval::Answer();
}

bool score_file(const Options& options, const std::string& file, const Knowledge& knowledge, eval::Score& score) {
  const auto gold = eval::read_gold(file);
  if (!gold) return tell(gold.error()), false;
  const auto documents = read_texts(options, file, *gold);
  if (!documents) return false;
  Extractor extractor(knowledge.language());
  for (const auto& one : *gold) {
    const Document& document = documents->at(one.id);
    const bool is_readable = is_same_language(document.info.language, options.knowledge.language);
    if (!is_readable)
      tell(one.id + ": expected a text in the language " + options.knowledge.language + ", found " + document.info.language);
    score.add(one, document.text, is_readable ? answer(document, knowledge, extractor) : eval::Answer());
  }
  return true;
}

ExitStatus evaluate(const Options& options) {
  const auto ids = catalogue(options);
  if (!ids) return tell(ids.error()), some_failed;
  const auto knowledge = Knowledge::load(options.knowledge);
  if (!knowledge) return some_failed;
  eval::Score score(*ids);
  for (const std::string& file : options.gold)
    if (!score_file(options, file, *knowledge, score)) return some_failed;
  if (options.shows_errors) std::fputs(score.errors().c_str(), stdout);
  std::fputs(score.table().c_str(), stdout);
  if (options.shows_calibration) std::fputs(score.calibration().c_str(), stdout);
  return flush_standard_output() ? all_done : some_failed;
}

}  // namespace

void add_eval(CLI::App& app, ExitStatus& status) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand("eval", "Precision, recall and F1 against gold");
  command->add_option("GOLD", options->gold, "Gold annotations: JSON Lines; several are scored as one")->required();
  command->add_flag("--errors", options->shows_errors, "Also list what is missed and what is spurious");
  command->add_flag("--calibration", options->shows_calibration, "Also tell how often claims are right, by their confidence");
  command
      ->add_option("--catalogue", options->catalogue,
                   "Actors whose mentions are scored: tab-separated, the id first; by default catalogue.tsv beside GOLD")
      ->type_name("FILE");
  add_knowledge_options(*command, options->knowledge);
  command->callback([options, &status] { status = evaluate(*options); });
}

}  // namespace entente::cli
