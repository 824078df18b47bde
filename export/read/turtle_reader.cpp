#include "turtle_reader.hpp"

#include "../iri.hpp"
#include "../name_characters.hpp"
#include "../terms.hpp"

namespace entente {
namespace {

bool is_word(std::string_view text, std::string_view upper) {
  return std::ranges::equal(text, upper, [](char a, char b) { return (a >= 'a' && a <= 'z' ? a - 'a' + 'A' : a) == b; });
}

}  // namespace

TurtleReader::TurtleReader(ByteSource& source, bool with_graphs, const QuadReaderOptions& options, QuadSink& sink)
    : StatementReader(source, options, sink), with_graphs_(with_graphs), terms_(scanner_, options.base) {}

Result<ReadCount> TurtleReader::read() {
  while (!is_over()) {
    const bool has_more = skip_space();
    if (!has_more && !is_in_graph_) break;
    if (has_more ? statement() : expected(window_.at, "'}' at the end of the graph")) {
      hand_on();
    } else if (options_.skips_mistakes && has_more) {
      recover();
    } else {
      break;
    }
  }
  return outcome();
}

bool TurtleReader::statement() {
  const char first = *window_.at;
  if (first == '@') return at_directive();
  if (is_in_graph_ && first == '}') {
    ++window_.at;
    is_in_graph_ = false;
    graph_.clear();
    return true;
  }
  if (with_graphs_ && first == '{' && !is_in_graph_) return open_graph();
  if (is_of_class(first, name_start)) {
    bool is_keyword = false;
    const bool is_right = keyword(is_keyword);
    if (is_keyword) return is_right;
  }
  return triples();
}

/// PREFIX, BASE and GRAPH, in any case. They are words that no ":" follows.
bool TurtleReader::keyword(bool& is_keyword) {
  if (std::string_view("PBGVpbgv").find(*window_.at) == std::string_view::npos) return true;
  std::string word;
  const bool is_right = scan_whole([&] {
    const char* begin = scanner_.at;
    scanner_.prefix();
    word.assign(begin, scanner_.at);
    if (*scanner_.at == ':') scanner_.furthest = scanner_.at, scanner_.at = begin, word.clear();
    return true;
  });
  is_keyword = !is_right || !word.empty();
  if (!is_keyword || !is_right) return is_right;
  if (is_word(word, "PREFIX") && !is_in_graph_) return prefix_directive();
  if (is_word(word, "BASE") && !is_in_graph_) return base_directive();
  if (is_word(word, "GRAPH") && with_graphs_ && !is_in_graph_) return graph_keyword();
  if (is_word(word, "VERSION")) return mistake(window_.at, "expected RDF 1.1: VERSION is RDF 1.2, which is not read");
  return mistake(window_.at, "expected a subject or a directive, found \"" + word + "\"");
}

bool TurtleReader::at_directive() {
  std::string word;
  const bool is_right = scan_whole([&] {
    const char* begin = ++scanner_.at;
    scanner_.prefix();
    word.assign(begin, scanner_.at);
    return true;
  });
  if (!is_right) return false;
  if (word == "prefix" && !is_in_graph_) return prefix_directive() && full_stop();
  if (word == "base" && !is_in_graph_) return base_directive() && full_stop();
  if (word == "version") return mistake(window_.at, "expected RDF 1.1: @version is RDF 1.2, which is not read");
  return mistake(window_.at, "expected @prefix or @base outside of graphs, found \"@" + word + "\"");
}

bool TurtleReader::prefix_directive() {
  std::string name;
  std::string iri;
  if (!skip_space()) return expected(window_.at, "a prefix");
  const bool has_name = scan_whole([&] {
    const char* begin = scanner_.at;
    scanner_.prefix();
    if (*scanner_.at != ':') return scanner_.fail("a prefix and ':'");
    name.assign(begin, scanner_.at++);
    return true;
  });
  if (!has_name) return false;
  if (!skip_space() || *window_.at != '<') return expected(window_.at, "an IRI in '<' and '>'");
  const bool has_iri = scan_whole([&] {
    std::string_view view;
    std::string storage;
    if (!terms_.iri_reference(view, storage)) return false;
    iri = view;
    return true;
  });
  if (!has_iri) return false;
  terms_.set_prefix(name, iri);
  sink_.prefix(name, iri);
  return true;
}

bool TurtleReader::base_directive() {
  if (!skip_space() || *window_.at != '<') return expected(window_.at, "an IRI in '<' and '>'");
  std::string base;
  const bool has_iri = scan_whole([&] {
    std::string_view view;
    std::string storage;
    if (!terms_.iri_reference(view, storage)) return false;
    base = view;
    return true;
  });
  if (has_iri) terms_.set_base(base);
  return has_iri;
}

bool TurtleReader::full_stop() {
  if (!skip_space() || *window_.at != '.') return expected(window_.at, "'.' at the end of the directive");
  ++window_.at;
  return true;
}

bool TurtleReader::open_graph() {
  ++window_.at;
  is_in_graph_ = true;
  return true;
}

bool TurtleReader::graph_keyword() {
  if (!skip_space()) return expected(window_.at, "the name of a graph");
  if (*window_.at == '[') {
    ++window_.at;
    if (!skip_space() || *window_.at != ']') return expected(window_.at, "']'");
    ++window_.at;
    graph_kind_ = TermKind::blank;
    graph_ = anonymous_label();
  } else {
    ReadTerm name;
    if (!scan_whole([&] { return terms_.resource("the name of a graph", name); })) return false;
    graph_kind_ = name.view.kind;
    graph_ = name.view.kind == TermKind::blank ? blank_label(name.view.text, true, name.text) : name.view.text;
  }
  if (skip_space() && *window_.at == '{') return open_graph();
  graph_.clear();
  return expected(window_.at, "'{' after the name of the graph");
}

/// triples, or in TriG the name of a graph and "{".
bool TurtleReader::triples() {
  if (*window_.at == '(') {
    Next next = Next::predicate;
    if (!open_list(next)) return false;
    return predicates_and_objects(next);
  }
  if (*window_.at == '[') {
    bool is_whole_node = false;
    if (!anonymous_node_or_brackets(is_whole_node)) return false;
    if (!is_whole_node) return predicates_and_objects(Next::predicate);
  } else {
    if (!scan_whole([this] { return terms_.resource("a subject: an IRI, a blank node, '[' or '('", term_); })) return false;
    if (term_.view.kind == TermKind::blank) term_.view.text = blank_label(term_.view.text, true, term_.text);
    open(Open::As::statement, true, term_.view.kind, term_.view.text);
  }
  if (with_graphs_ && !is_in_graph_ && skip_space() && *window_.at == '{') {
    graph_kind_ = top().kind;
    graph_ = top().subject;
    depth_ = 0;
    return open_graph();
  }
  return predicates_and_objects(Next::predicate);
}

/// In the place of a subject.
bool TurtleReader::anonymous_node_or_brackets(bool& is_whole_node) {
  ++window_.at;
  if (!skip_space()) return expected(window_.at, "']'");
  is_whole_node = *window_.at == ']';
  if (is_whole_node) ++window_.at;
  open(is_whole_node ? Open::As::statement : Open::As::brackets, true, TermKind::blank, anonymous_label());
  return true;
}

bool TurtleReader::predicates_and_objects(Next next) {
  while (next != Next::nothing) {
    if (!skip_space()) return expected(window_.at, "the end of the statement");
    if (!step(next)) return false;
  }
  return true;
}

bool TurtleReader::step(Next& next) {
  switch (next) {
    case Next::predicate_or_end:
      if (is_at_end_of_statement()) return end_statement(next);
      [[fallthrough]];
    case Next::predicate:
      return read_predicate(next);
    case Next::object:
      return read_object(next);
    case Next::after_object:
      return read_after_object(next);
    case Next::list_item:
      return read_list_item(next);
    case Next::nothing:
      return true;
  }
  return true;
}

bool TurtleReader::read_predicate(Next& next) {
  if (!scan_whole([this] { return terms_.predicate(term_); })) return false;
  top().predicate = term_.view.text;
  next = Next::object;
  return true;
}

bool TurtleReader::read_object(Next& next) {
  if (*window_.at == '[') return open_brackets(next);
  if (*window_.at == '(') return open_list(next);
  if (!scan_whole([this] { return terms_.object(term_); })) return false;
  if (term_.view.kind == TermKind::blank) term_.view.text = blank_label(term_.view.text, true, term_.text);
  value(term_.view);
  next = next_after_value();
  return true;
}

bool TurtleReader::read_after_object(Next& next) {
  if (*window_.at == ',') {
    ++window_.at;
    next = Next::object;
    return true;
  }
  bool has_more = true;
  const bool has_semicolon = *window_.at == ';';
  while (has_more && *window_.at == ';') {
    ++window_.at;
    has_more = skip_space();
  }
  if (has_more && top().as == Open::As::brackets && *window_.at == ']') return close(next);
  if (has_more && top().as == Open::As::statement && is_at_end_of_statement()) return end_statement(next);
  next = Next::predicate;
  if (has_more && has_semicolon) return true;
  return expected(window_.at, top().as == Open::As::brackets ? "',', ';' or ']'" : "',', ';' or '.'");
}

bool TurtleReader::is_at_end_of_statement() const { return *window_.at == '.' || (is_in_graph_ && *window_.at == '}'); }

bool TurtleReader::end_statement(Next& next) {
  if (*window_.at == '.') ++window_.at;
  depth_ = 0;
  next = Next::nothing;
  return true;
}

bool TurtleReader::read_list_item(Next& next) {
  if (*window_.at == ')') return close(next);
  return read_object(next);
}

bool TurtleReader::open_brackets(Next& next) {
  ++window_.at;
  if (!skip_space()) return expected(window_.at, "']'");
  const auto label = anonymous_label();
  value(TermView::blank(label));
  if (*window_.at == ']') {
    ++window_.at;
    next = next_after_value();
    return true;
  }
  open(Open::As::brackets, false, TermKind::blank, label);
  next = Next::predicate;
  return true;
}

/// In the place of an object, or, where nothing is open, of a subject.
bool TurtleReader::open_list(Next& next) {
  ++window_.at;
  if (!skip_space()) return expected(window_.at, "')'");
  const bool is_subject = depth_ == 0;
  const bool is_empty = *window_.at == ')';
  if (is_empty) ++window_.at;
  if (is_empty && is_subject) {
    open(Open::As::statement, true, TermKind::iri, terms::rdf::nil);
    next = Next::predicate;
  } else if (is_empty) {
    value(TermView::iri(terms::rdf::nil));
    next = next_after_value();
  } else {
    const auto cell = anonymous_label();
    if (!is_subject) value(TermView::blank(cell));
    open(Open::As::list, is_subject, TermKind::blank, cell);
    top().predicate = cell;
    top().has_item = false;
    next = Next::list_item;
  }
  return true;
}

/// Brackets or a list.
bool TurtleReader::close(Next& next) {
  ++window_.at;
  Open& closed = top();
  const bool was_list = closed.as == Open::As::list;
  if (was_list) say(TermKind::blank, closed.subject, terms::rdf::rest, TermView::iri(terms::rdf::nil));
  if (!closed.is_subject) {
    --depth_;
    next = next_after_value();
    return true;
  }
  if (was_list) closed.subject.swap(closed.predicate);
  closed.as = Open::As::statement;
  next = was_list ? Next::predicate : Next::predicate_or_end;
  return true;
}

/// `object` is said of what is open, or is the next item of a list.
void TurtleReader::value(const TermView& object) {
  Open& node = top();
  if (node.as != Open::As::list) return say(node.kind, node.subject, node.predicate, object);
  if (node.has_item) {
    auto cell = anonymous_label();
    say(TermKind::blank, node.subject, terms::rdf::rest, TermView::blank(cell));
    node.subject.swap(cell);
  }
  node.has_item = true;
  say(TermKind::blank, node.subject, terms::rdf::first, object);
}

void TurtleReader::say(TermKind kind, std::string_view subject, std::string_view predicate, const TermView& object) {
  const auto graph = graph_.empty() ? TermView() : TermView{graph_kind_, graph_, {}, {}};
  const QuadView quad{{kind, subject, {}, {}}, TermView::iri(predicate), object, graph};
  if (options_.skips_mistakes) return pending_.add(quad);
  sink_.quad(quad);
  ++count_.quads;
}

void TurtleReader::open(Open::As as, bool is_subject, TermKind kind, std::string_view subject) {
  if (depth_ == open_.size()) open_.emplace_back();
  Open& node = open_[depth_++];
  node.as = as;
  node.is_subject = is_subject;
  node.kind = kind;
  node.subject = subject;
}

void TurtleReader::hand_on() {
  for (std::size_t i = 0; i < pending_.size(); ++i) sink_.quad(pending_[i]);
  count_.quads += pending_.size();
  pending_.clear();
}

namespace {

/// Looks at what is given up, byte by byte: where a statement may begin again, and which graphs of TriG begin and end on the
/// way. A string or an IRI that has no end ends with its line.
class Rubble {
 public:
  Rubble(bool has_graphs, bool is_in_graph) : has_graphs_(has_graphs), is_in_graph_(is_in_graph) {}

  /// Whether a statement may begin behind `c`.
  bool take(char c) {
    if (c == '\n' || c == '\r') return end_line();
    if (!is_of_class(c, space_character)) last_ = c;
    if (is_escaped_) {
      is_escaped_ = false;
    } else if (inside_ != '\0') {
      is_escaped_ = c == '\\';
      if (c == inside_) inside_ = '\0';
    } else if (c == '"' || c == '\'' || c == '#') {
      inside_ = c == '#' ? '\n' : c;
    } else if (c == '<') {
      inside_ = '>';
    } else if (has_graphs_ && c == '{') {
      is_in_graph_ = is_in_unknown_graph_ = true;
    } else if (has_graphs_ && c == '}') {
      close_graph();
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_in_graph() const { return is_in_graph_; }

 private:
  bool end_line() {
    const bool closes_graph = last_ == '}' && is_in_graph_;
    if (closes_graph) close_graph();
    inside_ = '\0';
    is_escaped_ = false;
    return closes_graph || (last_ == '.' && !is_in_unknown_graph_);
  }
  void close_graph() { is_in_graph_ = is_in_unknown_graph_ = false; }

  bool has_graphs_;
  bool is_in_graph_;
  bool is_in_unknown_graph_ = false;  ///< one whose name was given up
  bool is_escaped_ = false;
  char inside_ = '\0';  ///< what ends the string, IRI or comment at hand
  char last_ = '\0';    ///< that is no space
};

}  // namespace

/// Gives the statement up, to the end of the first line that ends in a full stop, or to the brace that closes the graph. What
/// stands in a graph whose name is given up goes with it.
void TurtleReader::recover() {
  pending_.clear();
  depth_ = 0;
  Rubble rubble(with_graphs_, is_in_graph_);
  for (bool is_over = false; !is_over;) {
    const char* const end = window_.end();
    while (window_.at != end && !is_over) is_over = rubble.take(*window_.at++);
    if (is_over || window_.is_at_end()) break;
    window_.read_more();
  }
  if (!rubble.is_in_graph()) is_in_graph_ = false, graph_.clear();
  window_.forget_bad_before(window_.at);
}

}  // namespace entente
