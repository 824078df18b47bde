#include "json_ld_reader.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "../iri.hpp"
#include "../quad_store.hpp"
#include "input_window.hpp"
#include "json_ld_active_context.hpp"
#include "json_ld_quads.hpp"
#include "term_scanner.hpp"

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

/// Objects and arrays deeper than this are refused: what turns them into quads calls itself.
constexpr std::size_t deepest = 500;

struct Position {
  std::uint64_t line = 1;
  std::uint64_t column = 1;
};

/// The bytes of a window one by one, as nlohmann's parser takes them. Copies move the same window, and count along.
class WindowIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  WindowIterator(InputWindow* window, Position* position) : window_(window), position_(position) {}

  const char& operator*() const { return *window_->at; }
  WindowIterator& operator++() {
    const char c = *window_->at++;
    if (c == '\n')
      *position_ = {position_->line + 1, 1};
    else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80)
      ++position_->column;
    return *this;
  }
  /// Only ever compared with the end.
  bool operator!=(const WindowIterator& other) const { return !(*this == other); }
  bool operator==(const WindowIterator&) const {
    while (window_->at == window_->end() && !window_->is_at_end()) window_->read_more();
    return window_->at == window_->end();
  }

 private:
  InputWindow* window_;
  Position* position_;
};

/// Puts members into one object, each in the place where its key came first. nlohmann's own way looks through all members for
/// each; where they are many, this remembers where they are.
class ObjectBuilder {
 public:
  Json& put(Json& object, const std::string& key, Json value) {
    auto& members = object.get_ref<Json::object_t&>();
    if (members.size() < few) return object[key] = std::move(value);
    if (places_.empty()) {
      for (const auto& [known, old] : members) places_.emplace(known, places_.size());
    }
    const auto [place, is_new] = places_.emplace(key, members.size());
    if (!is_new) return (members.begin() + static_cast<std::ptrdiff_t>(place->second))->second = std::move(value);
    return static_cast<Json::object_t::Container&>(members).emplace_back(key, std::move(value)).second;
  }

 private:
  static constexpr std::size_t few = 32;
  std::unordered_map<std::string, std::size_t> places_;
};

/// Puts a value together from the events of a parser.
class ValueBuilder {
 public:
  void begin() {
    open_.clear();
    root_ = nullptr;
  }
  /// Whether the value is whole after it.
  bool add(Json value) {
    place(std::move(value));
    return open_.empty();
  }
  void open(Json empty) {
    Json* value = place(std::move(empty));
    open_.push_back({value, {}});
  }
  bool close() {
    open_.pop_back();
    return open_.empty();
  }
  void key(std::string key) { key_ = std::move(key); }
  [[nodiscard]] std::size_t depth() const { return open_.size(); }
  [[nodiscard]] Json& value() { return root_; }

 private:
  Json* place(Json value) {
    if (open_.empty()) return &(root_ = std::move(value));
    auto& [parent, members] = open_.back();
    if (parent->is_object()) return &members.put(*parent, key_, std::move(value));
    parent->push_back(std::move(value));
    return &parent->back();
  }

  struct Open {
    Json* value;
    ObjectBuilder members;
  };

  Json root_;
  std::vector<Open> open_;
  std::string key_;
};

bool is_turtle_prefix(const std::string& name) {
  TermScanner scanner;
  scanner.at = name.c_str();
  scanner.end = scanner.at + name.size();
  scanner.prefix();
  return scanner.at == scanner.end;
}

/// Takes the events of a document.
class DocumentReader {
 public:
  DocumentReader(ByteSource& source, const QuadReaderOptions& options, QuadSink& sink)
      : options_(options),
        sink_(sink),
        window_(source),
        context_(options.base),
        quads_(options.blank_prefix, options.context, pending_) {}

  Result<ReadCount> read() {
    const WindowIterator begin(&window_, &position_);
    const bool is_whole = Json::sax_parse(begin, begin, this);
    if (window_.failure()) return *window_.failure();
    if (is_whole && begin != begin) tell_of_nul();
    return count_;
  }

  // What nlohmann's parser calls; false ends it.
  bool null() { return scalar(nullptr); }
  bool boolean(bool value) { return scalar(value); }
  bool number_integer(std::int64_t value) { return scalar(value); }
  bool number_unsigned(std::uint64_t value) { return scalar(value); }
  bool number_float(double value, const std::string&) { return scalar(value); }
  bool string(std::string& value) { return scalar(std::move(value)); }
  bool binary(Json::binary_t&) { return false; }
  bool start_object(std::size_t) { return start(Json::object()); }
  bool start_array(std::size_t) { return start(Json::array()); }
  bool end_object() { return end(); }
  bool end_array() { return end(); }
  bool key(std::string& key);
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error);

 private:
  /// Where in the document the parser is, as long as no value is being put together.
  enum class Level : std::uint8_t { outside, top_object, nodes };

  bool scalar(Json value);
  bool start(Json empty);
  bool end();
  bool finish_value();
  bool finish_member(Json& value);
  bool finish_top_object();
  bool begin_nodes();
  bool hand_on(const Result<Done>& done);
  bool tell(Error error);
  void tell_of_nul();
  void declare_prefixes();
  void mark_place();

  const QuadReaderOptions& options_;
  QuadSink& sink_;
  InputWindow window_;
  Position position_;  ///< behind what the parser took
  QuadStore pending_;
  JsonLdActiveContext context_;
  JsonLdQuads quads_;
  ReadCount count_;
  ValueBuilder builder_;
  Level level_ = Level::outside;
  bool is_building_ = false;
  bool is_array_at_top_ = false;
  bool has_streamed_ = false;  ///< nodes of "@graph" of the object at the top
  std::string member_;         ///< of the object at the top: the key at hand
  Json top_ = Json::object();  ///< its members but "@context" and what was streamed
  ObjectBuilder top_members_;
  JsonLdQuads::Resource graph_;  ///< of what is streamed
  ReadMistake value_place_;      ///< where the value at hand begins
};

bool DocumentReader::scalar(Json value) {
  if (is_building_) return builder_.add(std::move(value)) ? finish_value() : true;
  mark_place();
  if (level_ == Level::top_object) return finish_member(value);
  return tell({Error::Kind::value, "", 0, 0,
               "expected a node object, found " + value.dump(-1, ' ', false, Json::error_handler_t::replace)});
}

bool DocumentReader::start(Json empty) {
  if (!is_building_) {
    if (level_ == Level::outside) {
      is_array_at_top_ = empty.is_array();
      level_ = is_array_at_top_ ? Level::nodes : Level::top_object;
      return true;
    }
    if (level_ == Level::top_object && empty.is_array() && context_.keyword(member_) == "@graph") return begin_nodes();
    mark_place();
    builder_.begin();
    is_building_ = true;
  }
  builder_.open(std::move(empty));
  if (builder_.depth() <= deepest) return true;
  tell({Error::Kind::value, "", 0, 0, "expected at most " + std::to_string(deepest) + " objects and arrays in each other"});
  return false;
}

bool DocumentReader::end() {
  if (is_building_) return builder_.close() ? finish_value() : true;
  if (level_ == Level::nodes && !is_array_at_top_) {
    level_ = Level::top_object;
    return true;
  }
  if (level_ == Level::nodes) return true;
  return finish_top_object();
}

bool DocumentReader::key(std::string& key) {
  if (is_building_)
    builder_.key(std::move(key));
  else
    member_ = std::move(key);
  return true;
}

bool DocumentReader::finish_value() {
  is_building_ = false;
  if (level_ == Level::top_object) return finish_member(builder_.value());
  const auto read = quads_.add_node(builder_.value(), context_, graph_);
  return hand_on(read ? Result<Done>(Done{}) : Result<Done>(read.error()));
}

/// Nodes come now: everything that says what they mean must be there.
bool DocumentReader::begin_nodes() {
  has_streamed_ = true;
  level_ = Level::nodes;
  graph_ = {};
  const bool is_named = !top_.empty();
  if (!is_named) return true;
  std::string id_key;
  for (const auto& [name, value] : top_.items()) {
    if (context_.keyword(name) == "@id" && value.is_string()) id_key = name;
  }
  if (id_key.empty()) {
    graph_ = quads_.anonymous();
    return true;
  }
  auto graph = quads_.resource(top_[id_key].get<std::string>(), context_);
  if (!graph) return tell(graph.error());
  graph_ = *graph;
  return true;
}

bool DocumentReader::finish_member(Json& value) {
  const auto keyword = context_.keyword(member_);
  if (has_streamed_ && (keyword == "@context" || graph_.text.empty())) {
    tell({Error::Kind::value, "", 0, 0, "expected \"" + member_ + "\" before \"@graph\", since what it says changes that"});
    return false;
  }
  if (keyword == "@graph" && top_.empty()) {
    has_streamed_ = true;
    const auto read = quads_.add_node(value, context_, {});
    return hand_on(read ? Result<Done>(Done{}) : Result<Done>(read.error()));
  }
  if (keyword != "@context") {
    top_members_.put(top_, member_, std::move(value));
    return true;
  }
  const auto done = context_.apply(value, options_.context);
  if (!done) {
    tell(done.error());
    return false;
  }
  declare_prefixes();
  return true;
}

void DocumentReader::declare_prefixes() {
  for (const auto& [name, term] : context_.terms()) {
    if (term.is_prefix && scheme_length(term.iri) > 0 && is_turtle_prefix(name)) sink_.prefix(name, term.iri);
  }
}

/// At the byte that the parser took last.
void DocumentReader::mark_place() {
  value_place_.error.line = position_.line;
  value_place_.error.column = std::max<std::uint64_t>(position_.column, 2) - 1;
  window_.show(position_.column == 1 ? window_.at : window_.at - 1, value_place_);
}

bool DocumentReader::finish_top_object() {
  level_ = Level::outside;
  const bool has_only_id = top_.size() == 1 && context_.keyword(top_.begin().key()) == "@id";
  if (top_.empty() || (has_streamed_ && has_only_id)) return true;
  const auto read = quads_.add_node(top_, context_, {}, graph_);
  return hand_on(read ? Result<Done>(Done{}) : Result<Done>(read.error()));
}

/// The quads of a node, or what is wrong with it.
bool DocumentReader::hand_on(const Result<Done>& done) {
  if (done) {
    for (std::size_t i = 0; i < pending_.size(); ++i) sink_.quad(pending_[i]);
    count_.quads += pending_.size();
  }
  pending_.clear();
  return done ? sink_.takes_more() : tell(done.error());
}

/// At the beginning of the value at hand. Says whether to go on.
bool DocumentReader::tell(Error error) {
  ++count_.mistakes;
  ReadMistake mistake = value_place_;
  mistake.error.kind = error.kind;
  mistake.error.message = std::move(error.message);
  mistake.error.source = options_.source;
  if (options_.on_mistake) options_.on_mistake(mistake);
  return options_.skips_mistakes;
}

/// nlohmann's parser takes it for the end.
void DocumentReader::tell_of_nul() {
  mark_place();
  tell({Error::Kind::syntax, "", 0, 0, "expected the end of the document, found the control character U+0000"});
}

bool DocumentReader::parse_error(std::size_t, const std::string&, const nlohmann::detail::exception& error) {
  std::string_view message = error.what();
  if (const auto reason = message.find("syntax error"); reason != std::string_view::npos) message.remove_prefix(reason);
  mark_place();
  tell({Error::Kind::syntax, "", 0, 0, "expected JSON: " + std::string(message)});
  return false;
}

}  // namespace

Result<ReadCount> read_json_ld(ByteSource& source, const QuadReaderOptions& options, QuadSink& sink) {
  return DocumentReader(source, options, sink).read();
}

}  // namespace entente
