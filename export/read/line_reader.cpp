#include "line_reader.hpp"

#include "../iri.hpp"

namespace entente {

Result<ReadCount> LineReader::read() {
  while (!is_over() && skip_space()) {
    if (statement()) continue;
    if (!options_.skips_mistakes) break;
    skip_line();
  }
  return outcome();
}

bool LineReader::statement() {
  if (!scan_whole([this] { return scan_statement(); })) return false;
  sink_.quad(quad_);
  ++count_.quads;
  return true;
}

bool LineReader::scan_statement() {
  if (!scan_subject()) return false;
  skip_blanks();
  if (*scanner_.at != '<') return scanner_.fail("a predicate: an IRI in '<' and '>'");
  quad_.predicate.kind = TermKind::iri;
  if (!scan_iri(quad_.predicate.text, predicate_.text)) return false;
  skip_blanks();
  if (!scan_object()) return false;
  skip_blanks();
  return scan_graph() && scan_end();
}

bool LineReader::scan_subject() {
  quad_.subject.kind = TermKind::iri;
  if (*scanner_.at == '<') return scan_iri(quad_.subject.text, subject_.text);
  if (*scanner_.at == '_') return scan_blank(quad_.subject, subject_.text);
  return scanner_.fail("a subject: an IRI in '<' and '>' or a blank node");
}

bool LineReader::scan_object() {
  quad_.object = {};
  switch (*scanner_.at) {
    case '<':
      return scan_iri(quad_.object.text, object_.text);
    case '_':
      return scan_blank(quad_.object, object_.text);
    case '"':
      return scan_literal();
    default:
      return scanner_.fail("an object: an IRI in '<' and '>', a blank node or a string in '\"'");
  }
}

bool LineReader::scan_literal() {
  quad_.object.kind = TermKind::literal;
  if (!scanner_.string(quad_.object.text, object_.text)) return false;
  if (*scanner_.at == '@') return scanner_.language_tag(quad_.object.language, object_.extra);
  if (*scanner_.at != '^') return true;
  if (scanner_.at[1] != '^') return scanner_.fail("'^^' and a datatype");
  scanner_.at += 2;
  if (*scanner_.at != '<') return scanner_.fail("a datatype: an IRI in '<' and '>'");
  return scan_iri(quad_.object.datatype, object_.extra);
}

bool LineReader::scan_graph() {
  quad_.graph = {};
  if (!with_graphs_ || *scanner_.at == '.') return true;
  if (*scanner_.at == '<') {
    if (!scan_iri(quad_.graph.text, graph_.text)) return false;
  } else if (*scanner_.at == '_') {
    if (!scan_blank(quad_.graph, graph_.text)) return false;
  } else {
    return scanner_.fail("a graph (an IRI in '<' and '>' or a blank node), or '.'");
  }
  skip_blanks();
  return true;
}

/// The full stop, and nothing but a comment up to the end of the line.
bool LineReader::scan_end() {
  if (*scanner_.at != '.') return scanner_.fail("'.' at the end of the statement");
  ++scanner_.at;
  skip_blanks();
  if (*scanner_.at == '#' || *scanner_.at == '\n' || *scanner_.at == '\r' || scanner_.at == scanner_.end) return true;
  return scanner_.fail("the end of the line");
}

bool LineReader::scan_iri(std::string_view& iri, std::string& storage) {
  const char* begin = scanner_.at;
  if (begin[1] == '<') return scanner_.fail("an IRI");  // a triple in place of a term: RDF 1.2
  if (!scanner_.iri_reference(iri, storage)) return false;
  if (scheme_length(iri) > 0) return true;
  scanner_.at = begin;
  return scanner_.fail("an absolute IRI");
}

bool LineReader::scan_blank(TermView& term, std::string& storage) {
  term.kind = TermKind::blank;
  if (scanner_.at[1] != ':') return scanner_.fail("'_:' and the label of a blank node");
  if (!scanner_.blank_label(term.text)) return false;
  term.text = blank_label(term.text, false, storage);
  return true;
}

void LineReader::skip_blanks() {
  while (*scanner_.at == ' ' || *scanner_.at == '\t') ++scanner_.at;
}

void LineReader::skip_line() {
  const char* mistake = scanner_.at;
  window_.at = mistake < window_.first_bad() ? mistake : window_.first_bad();
  while (true) {
    const auto count = static_cast<std::size_t>(window_.end() - window_.at);
    const auto end_of_line = std::string_view(window_.at, count).find_first_of("\r\n");
    if (end_of_line != std::string_view::npos) {
      window_.at += end_of_line;
      break;
    }
    window_.at = window_.end();
    if (window_.is_at_end()) break;
    window_.read_more();
  }
  window_.forget_bad_before(window_.at);
}

}  // namespace entente
