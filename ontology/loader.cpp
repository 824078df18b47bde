#include "loader.hpp"

#include <algorithm>

namespace entente {
namespace {

std::vector<std::string_view> declared_iris(const Loader& loader, Subject wanted) {
  std::vector<std::string_view> iris;
  for (const auto& [node, subject] : loader.subjects) {
    if (subject == wanted && is_iri(node)) iris.push_back(text_of(node));
  }
  std::ranges::sort(iris);
  return iris;
}

}  // namespace

std::optional<Subject> Loader::subject(Node node) const {
  const auto found = subjects.find(node);
  return found == subjects.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t Loader::resolve(const Triple& statement, Subject wanted) {
  const Node object = statement.object;
  if (!is_iri(object) || unknown.contains(object)) return no_id;
  const std::optional<Subject> found = subject(object);
  if (found == wanted) return ids.at(object);
  const std::string expected = "expected " + std::string(subject_name(wanted)) + ", found " + name(object);
  if (found) {
    diagnostics.wrong(statement, expected + ", which is " + std::string(subject_name(*found)));
  } else {
    diagnostics.missing(statement,
                        expected + ", which no file declares" + suggestion(text_of(object), declared_iris(*this, wanted), graph));
  }
  return no_id;
}

std::string Loader::name(Node node) const {
  if (is_iri(node)) return graph.shorten(text_of(node));
  if (is_blank(node)) return "a blank node";
  return "\"" + std::string(text_of(node)) + "\"";
}

std::optional<LabelKind> skos_label_kind(Term term) {
  switch (term) {
    case Term::pref_label:
      return LabelKind::preferred;
    case Term::alt_label:
      return LabelKind::alternative;
    case Term::hidden_label:
      return LabelKind::hidden;
    default:
      return std::nullopt;
  }
}

void add_label(Loader& loader, const Triple& statement, LabelKind kind, std::vector<Label>& labels) {
  if (!is_literal(statement.object)) return;
  Label label{normalized(text_of(statement.object)), language_of(statement.object), kind};
  const std::string_view blanks = " \t\r\n";
  if (label.text.empty() || blanks.find(label.text.front()) != std::string_view::npos ||
      blanks.find(label.text.back()) != std::string_view::npos) {
    loader.diagnostics.wrong(statement, "expected a name without blanks around it, found \"" + label.text + "\"");
    return;
  }
  for (const Label& other : labels) {
    if (other.kind != kind || other.language != label.language) continue;
    if (other.text == label.text) return;
    if (kind != LabelKind::preferred) continue;
    loader.diagnostics.wrong(
        statement, "expected one preferred label in a language, found \"" + label.text + "\" beside \"" + other.text + "\"");
    return;
  }
  labels.push_back(std::move(label));
}

std::string choice_message(const Loader& loader, const Triple& statement, std::span<const std::string_view> iris) {
  std::string message = "expected ";
  for (std::size_t i = 0; i < iris.size(); ++i) {
    if (i > 0) message += i + 1 == iris.size() ? " or " : ", ";
    message += loader.graph.shorten(iris[i]);
  }
  return message + ", found " + loader.name(statement.object) + suggestion(text_of(statement.object), iris, loader.graph);
}

}  // namespace entente
