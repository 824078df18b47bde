#include "diagnostics.hpp"

#include <algorithm>
#include <utility>

namespace entente {

void Diagnostics::unreadable(std::uint32_t file, Error error) {
  is_incomplete_ = true;
  found_.push_back({{file, 0}, At::given, false, std::move(error), ""});
}

void Diagnostics::syntax(Place place, std::string message) {
  is_incomplete_ = true;
  found_.push_back({place, At::here, false, {Error::Kind::syntax, "", 0, 0, std::move(message)}, ""});
}

void Diagnostics::wrong(const Triple& statement, Node term, std::string message) {
  add(statement, term, false, std::move(message));
}

void Diagnostics::missing(const Triple& statement, Node term, std::string message) {
  add(statement, term, true, std::move(message));
}

void Diagnostics::add(const Triple& statement, Node term, bool is_missing, std::string message) {
  Error error{Error::Kind::value, "", 0, 0, std::move(message)};
  const bool is_name = term != statement.object && is_iri(term);
  const std::string_view iri = is_name ? text_of(term) : std::string_view();
  found_.push_back({statement.after_object, is_name ? At::name_before : At::term_before, is_missing, std::move(error),
                    std::string(iri.substr(iri.find_last_of("/#") + 1))});
}

std::size_t Diagnostics::offset(const Found& found, std::string_view text) {
  if (found.at == At::here) return found.place.offset;
  const std::size_t object = term_start(text, found.place.offset);
  return found.at == At::name_before ? name_before(text, object, found.name) : object;
}

void Diagnostics::write(const Graph& graph, std::vector<Error>& errors) {
  if (is_incomplete_) std::erase_if(found_, [](const Found& found) { return found.is_missing; });
  std::ranges::stable_sort(found_, {}, &Found::place);
  const auto is_same = [](const Found& a, const Found& b) { return a.place == b.place && a.error.message == b.error.message; };
  found_.erase(std::unique(found_.begin(), found_.end(), is_same), found_.end());
  for (Found& found : found_) {
    const SourceFile& file = graph.file(found.place.file);
    found.error.source = file.name;
    if (found.at != At::given) {
      const LineColumn place = line_column(file.text, offset(found, file.text));
      found.error.line = place.line;
      found.error.column = place.column;
    }
    errors.push_back(std::move(found.error));
  }
  found_.clear();
}

}  // namespace entente
