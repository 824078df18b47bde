#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "command.hpp"
#include "data_directory.hpp"
#include "entente/extract/morphology.hpp"
#include "entente/ontology/advice.hpp"
#include "messages.hpp"

namespace entente::cli {
namespace {

bool is_masculine_singular(const Analysis& reading) {
  return (reading.gender & Inflection::masculine) != 0 && (reading.number & Inflection::singular) != 0;
}

/// What the program's dictionaries know, each opened when it is first asked.
class Dictionaries {
 public:
  explicit Dictionaries(std::filesystem::path data) : data_(std::move(data)) {}

  bool is_verb(std::string_view language, std::string_view word) {
    const Morphology* dictionary = of(language);
    if (dictionary == nullptr) return true;
    return std::ranges::any_of(dictionary->lookup(word), [](const Analysis& a) { return a.verb_form == VerbForm::infinitive; });
  }

  std::string dictionary_form(std::string_view language, std::string_view word) {
    const Morphology* dictionary = of(language);
    if (dictionary == nullptr) return {};
    std::string form;
    for (const Analysis& reading : dictionary->lookup(word)) {
      if (reading.word_class != WordClass::noun && reading.word_class != WordClass::adjective) continue;
      if (is_masculine_singular(reading)) return {};
      form = dictionary->lemma(reading.lemma);
    }
    return form == word ? std::string() : form;
  }

 private:
  const Morphology* of(std::string_view language) {
    const auto [at, fresh] = opened_.try_emplace(std::string(language));
    if (fresh)
      if (auto dictionary = Morphology::open(data_ / "morphology" / (at->first + ".morph")))
        at->second.emplace(std::move(*dictionary));
    return at->second ? &*at->second : nullptr;
  }

  std::filesystem::path data_;
  std::map<std::string, std::optional<Morphology>> opened_;
};

void warn(const std::filesystem::path& data, const std::vector<std::string>& user) {
  Dictionaries dictionaries(data);
  const WordKnowledge words{[&](auto language, auto word) { return dictionaries.is_verb(language, word); },
                            [&](auto language, auto word) { return dictionaries.dictionary_form(language, word); }};
  for (Error& advice : advise(knowledge_files(data, user), knowledge_files(data, {}).size(), words)) {
    advice.message.insert(0, "warning: ");
    std::printf("%s\n", to_string(advice).c_str());
  }
}

ExitStatus check(const std::vector<std::string>& user) {
  const auto data = find_data_directory();
  if (!data) {
    tell(data.error());
    return some_failed;
  }
  Ontology ontology;
  std::vector<Error> errors;
  const bool is_right = load_ontology(knowledge_files(*data, user), ontology, errors);
  for (const Error& error : errors) std::printf("%s\n", to_string(error).c_str());
  warn(*data, user);
  if (is_right) std::printf("no mistakes\n");
  return flush_standard_output() && is_right ? all_done : some_failed;
}

}  // namespace

void add_check(CLI::App& app, ExitStatus& status) {
  auto files = std::make_shared<std::vector<std::string>>();
  CLI::App* command = app.add_subcommand("check", "Check Turtle of your own: actors, relations, triggers");
  command->add_option("FILE", *files, "Turtle files, or folders of them")->required();
  command->callback([files, &status] { status = check(*files); });
}

}  // namespace entente::cli
