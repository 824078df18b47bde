#include "document_feed.hpp"

#include <utility>

#include "../same_language.hpp"

namespace entente::cli {
namespace {

Error refused(const Document& document, std::string message) {
  return {Error::Kind::value, document.info.file, document.line, 0, std::move(message)};
}

std::string name_of(const std::string& input) { return input == "-" ? "standard input" : input; }

}  // namespace

void DocumentFeed::read(const BatchParts::Handler& handle) {
  for (Error& problem : problems_) {
    if (!give(0, std::move(problem), handle)) return;
  }
  for (std::uint32_t input = 0; input < inputs_.size(); ++input) {
    if (!read_input(input, handle)) return;
  }
}

bool DocumentFeed::give(std::uint32_t input, std::variant<Document, Error>&& what, const BatchParts::Handler& handle) {
  const bool is_done = done_ > 0;
  if (is_done) --done_;
  return handle({input, std::move(what), is_done});
}

bool DocumentFeed::read_input(std::uint32_t input, const BatchParts::Handler& handle) {
  bool is_wanted = true;
  const auto take = [&](Document&& document) {
    if (auto error = refusal(input, document)) return is_wanted = give(input, std::move(*error), handle);
    if (stories_) document.info.same_story_as = stories_->add(document);
    return is_wanted = give(input, std::move(document), handle);
  };
  const auto report = [&](const Error& error) { is_wanted = is_wanted && give(input, error, handle); };
  const auto done = read_documents(inputs_[input], options_.reader, take, report);
  if (!done) report(done.error());
  return is_wanted;
}

std::optional<Error> DocumentFeed::refusal(std::uint32_t input, const Document& document) {
  const auto& info = document.info;
  if (!is_same_language(info.language, options_.reader.language)) {
    return refused(document, "expected a text in the language " + options_.reader.language + ", found " + info.language +
                                 " in the document " + info.id);
  }
  const auto before = names_.add(info.id, {input, static_cast<std::uint32_t>(document.line)});
  if (!before) return std::nullopt;
  const std::string line = before->line == 0 ? "" : ":" + std::to_string(before->line);
  return refused(document, "expected an id that no other document has, found " + info.id + ", as in " +
                               name_of(inputs_[before->input]) + line);
}

}  // namespace entente::cli
