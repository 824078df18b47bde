#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "entente/export/quad.hpp"

namespace entente::fuzz {

/// The statements of a dataset, to be held against those of another.
class QuadSet final : public QuadSink {
 public:
  void quad(const QuadView& quad) override {
    Statement statement{key(quad.subject), key(quad.predicate), key(quad.object), key(quad.graph)};
    statements_.insert(std::move(statement));
  }
  Result<Done> end_block() override { return Done{}; }
  Result<Done> finish() override { return Done{}; }

  [[nodiscard]] QuadSet without_graphs() const {
    QuadSet merged;
    for (Statement statement : statements_) {
      statement[3] = "<>";
      merged.statements_.insert(statement);
    }
    return merged;
  }

  /// The same for datasets that differ in the labels of blank nodes only. Blank nodes are told apart by what is said of them
  /// within some steps, which is enough for a test: two datasets that are the same are never told apart.
  [[nodiscard]] std::string text() const {
    std::map<std::string, std::uint64_t> colours;
    for (int step = 0; step < steps; ++step) colours = refined(colours);
    std::multiset<std::string> lines;
    for (const Statement& statement : statements_) lines.insert(line(statement, colours, ""));
    std::string out;
    for (const auto& line : lines) out += line + '\n';
    return out;
  }

 private:
  using Statement = std::array<std::string, 4>;
  using Colours = std::map<std::string, std::uint64_t>;
  static constexpr int steps = 4;

  static std::string key(const TermView& term) {
    if (term.kind == TermKind::blank) return "_:" + std::string(term.text);
    if (term.kind == TermKind::iri) return '<' + std::string(term.text) + '>';
    const bool is_string = term.datatype == "http://www.w3.org/2001/XMLSchema#string";
    return '"' + std::string(term.text) + "\"^" + (is_string ? "" : std::string(term.datatype)) + '@' +
           std::string(term.language);
  }

  static std::string line(const Statement& statement, const Colours& colours, const std::string& self) {
    std::string out;
    for (const std::string& term : statement) {
      const bool is_blank = term.starts_with("_:");
      const auto known = colours.find(term);
      if (!is_blank) out += term;
      if (is_blank) out += term == self ? "_:self" : "_:" + std::to_string(known == colours.end() ? 0 : known->second);
      out += ' ';
    }
    return out;
  }

  [[nodiscard]] Colours refined(const Colours& old) const {
    Colours colours;
    for (const Statement& statement : statements_) {
      for (const std::string& term : std::set<std::string>(statement.begin(), statement.end()))
        if (term.starts_with("_:")) colours[term] += std::hash<std::string>()(line(statement, old, term));
    }
    return colours;
  }

  std::set<Statement> statements_;
};

}  // namespace entente::fuzz
