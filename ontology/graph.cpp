#include "graph.hpp"

#include <algorithm>

#include "entente/ontology/vocabulary.hpp"

namespace entente {
namespace {

std::string_view view(const std::uint8_t* bytes, std::size_t size) { return {reinterpret_cast<const char*>(bytes), size}; }

bool can_be_local_name(std::string_view name) { return !name.empty() && name.find_first_of("/#?:") == std::string_view::npos; }

}  // namespace

Graph::Graph() : world_(sord_world_new()) {
  for (const TermInfo& info : term_table()) terms_.emplace(intern_iri(info.iri), info.term);
}

Node Graph::intern_iri(std::string_view iri) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(iri.data());
  return intern({bytes, iri.size(), iri.size(), 0, SERD_URI}, nullptr, nullptr);
}

Node Graph::intern(const SerdNode& node, const SerdNode* datatype, const SerdNode* language) {
  const std::size_t known = sord_num_nodes(world_.get());
  const Node made = sord_node_from_serd_node(world_.get(), nullptr, &node, datatype, language);
  const bool is_new = sord_num_nodes(world_.get()) != known;
  if (is_new && made != nullptr && is_iri(made) && text_of(made).starts_with(vocabulary::ent::ns)) {
    own_terms_.push_back(made);
  }
  return made;
}

void Graph::add(Node subject, Node predicate, Node object, Place after_object) {
  statements_.push_back({subject, predicate, object, term(predicate), after_object});
}

void Graph::add_prefix(std::string_view prefix, std::string_view iri) {
  const auto is_same = [&](const auto& known) { return known.first == prefix; };
  if (std::ranges::none_of(prefixes_, is_same)) prefixes_.emplace_back(prefix, iri);
}

std::uint32_t Graph::add_file(SourceFile file) {
  files_.push_back(std::move(file));
  return static_cast<std::uint32_t>(files_.size() - 1);
}

void Graph::group() {
  std::vector<std::uint32_t> numbers;  // of each statement's subject
  std::vector<std::uint32_t> begins;   // of each subject's statements, one later than its number
  numbers.reserve(statements_.size());
  begins.push_back(0);
  Node last = nullptr;
  for (const Triple& statement : statements_) {
    if (statement.subject != last) {
      const auto next = static_cast<std::uint32_t>(subject_numbers_.size());
      numbers.push_back(subject_numbers_.try_emplace(statement.subject, next).first->second);
      if (numbers.back() == next) begins.push_back(0);
      last = statement.subject;
    } else {
      numbers.push_back(numbers.back());
    }
    ++begins[numbers.back() + 1];
  }
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  std::vector<std::uint32_t> next = begins;
  std::vector<Triple> sorted(statements_.size());
  for (std::size_t i = 0; i < statements_.size(); ++i) sorted[next[numbers[i]]++] = statements_[i];
  statements_ = std::move(sorted);
  for (std::size_t i = 0; i + 1 < begins.size(); ++i) {
    subjects_.emplace_back(statements_.data() + begins[i], begins[i + 1] - begins[i]);
  }
}

std::span<const Triple> Graph::about(Node subject) const {
  const auto found = subject_numbers_.find(subject);
  return found == subject_numbers_.end() ? std::span<const Triple>() : subjects_[found->second];
}

Term Graph::term(Node node) const {
  const auto found = terms_.find(node);
  return found == terms_.end() ? Term::none : found->second;
}

std::string Graph::shorten(std::string_view iri) const {
  const std::pair<std::string, std::string>* best = nullptr;
  for (const auto& prefix : prefixes_) {
    const bool is_longer = best == nullptr || prefix.second.size() > best->second.size();
    if (is_longer && iri.starts_with(prefix.second) && can_be_local_name(iri.substr(prefix.second.size()))) {
      best = &prefix;
    }
  }
  if (best == nullptr) return "<" + std::string(iri) + ">";
  return best->first + ":" + std::string(iri.substr(best->second.size()));
}

std::string_view text_of(Node node) {
  std::size_t size = 0;
  const std::uint8_t* bytes = sord_node_get_string_counted(node, &size);
  return view(bytes, size);
}

std::string language_of(Node node) {
  const char* tag = sord_node_get_language(node);
  std::string lower = tag == nullptr ? "" : tag;
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

std::string_view datatype_of(Node node) {
  const Node datatype = sord_node_get_datatype(node);
  return datatype == nullptr ? std::string_view() : text_of(datatype);
}

}  // namespace entente
