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
    if (!give({.what = std::move(problem)}, handle)) return;
  }
  for (std::uint32_t input = 0; input < inputs_.size(); ++input) {
    if (!read_input(input, handle)) return;
  }
}

bool DocumentFeed::give(Reading&& reading, const BatchParts::Handler& handle) {
  reading.is_done = done_ > 0;
  if (reading.is_done) --done_;
  return handle(std::move(reading));
}

bool DocumentFeed::read_input(std::uint32_t input, const BatchParts::Handler& handle) {
  bool is_wanted = true;
  const auto take = [&](Document&& document) { return is_wanted = give(look_at(input, std::move(document)), handle); };
  const auto report = [&](const Error& error) { is_wanted = is_wanted && give({.input = input, .what = error}, handle); };
  const auto done = read_documents(inputs_[input], options_.reader, take, report);
  if (!done) report(done.error());
  return is_wanted;
}

Reading DocumentFeed::look_at(std::uint32_t input, Document&& document) {
  if (auto error = other_language(document)) return {.input = input, .what = std::move(*error), .is_passed_over = true};
  if (auto error = known_name(input, document)) return {.input = input, .what = std::move(*error)};
  if (stories_) document.info.same_story_as = stories_->add(document);
  return {.input = input, .what = std::move(document)};
}

std::optional<Error> DocumentFeed::other_language(const Document& document) const {
  const auto& wanted = options_.reader.language;
  const auto& found = document.info.language;
  if (is_same_language(found, wanted)) return std::nullopt;
  return refused(document,
                 "expected a text in the language " + wanted + ", found " + found + " in the document " + document.info.id);
}

std::optional<Error> DocumentFeed::known_name(std::uint32_t input, const Document& document) {
  const auto& id = document.info.id;
  const auto before = names_.add(id, {input, static_cast<std::uint32_t>(document.line)});
  if (!before) return std::nullopt;
  const std::string line = before->line == 0 ? "" : ":" + std::to_string(before->line);
  return refused(document,
                 "expected an id that no other document has, found " + id + ", as in " + name_of(inputs_[before->input]) + line);
}

}  // namespace entente::cli
