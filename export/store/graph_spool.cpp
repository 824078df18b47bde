#include "entente/export/graph_spool.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <functional>
#include <optional>
#include <system_error>
#include <unordered_map>
#include <utility>

#include "../iri.hpp"
#include "../n_quads_terms.hpp"
#include "../nameless_file.hpp"

namespace entente {
namespace {

constexpr std::size_t most_in_memory = 32 * 1024 * 1024;
constexpr std::size_t longest_literal = 1'000'000;

/// What a body begins with. N-Triples is Turtle; with a directive of Turtle at its head Virtuoso takes it for such however long
/// its lines are, where it would else find plain text in it.
constexpr std::string_view head = "@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .\n";

struct Extent {
  std::uint64_t begin;
  std::uint64_t size;
};

/// The statements of a graph: where they lie in the file, and those that are not there yet.
struct Statements {
  std::vector<Extent> kept;
  std::string pending;
};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};

class SpooledBody final : public GraphBody {
 public:
  SpooledBody(int file, const std::vector<Extent>& extents, std::uint64_t size) : file_(file), extents_(extents), size_(size) {}

  [[nodiscard]] std::uint64_t size() const override { return size_; }
  void rewind() override { extent_ = 0, offset_ = 0, head_given_ = 0; }

  Result<std::size_t> read(char* buffer, std::size_t size) override {
    if (head_given_ < head.size()) {
      const auto given = head.copy(buffer, size, head_given_);
      head_given_ += given;
      return given;
    }
    if (extent_ == extents_.size()) return std::size_t{0};
    const Extent& extent = extents_[extent_];
    const auto wanted = std::min<std::uint64_t>(size, extent.size - offset_);
    const ssize_t given = ::pread(file_, buffer, wanted, static_cast<off_t>(extent.begin + offset_));
    if (given <= 0) return Error{Error::Kind::io, "temporary file", 0, 0, "cannot be read"};
    offset_ += static_cast<std::uint64_t>(given);
    if (offset_ == extent.size) ++extent_, offset_ = 0;
    return static_cast<std::size_t>(given);
  }

 private:
  int file_;
  const std::vector<Extent>& extents_;
  std::uint64_t size_;
  std::size_t extent_ = 0;
  std::uint64_t offset_ = 0;  // in the extent
  std::size_t head_given_ = 0;
};

}  // namespace

struct GraphSpool::State {
  int file = -1;
  std::uint64_t file_size = 0;
  std::vector<Graph> graphs;
  std::vector<Statements> statements;  // of each graph
  std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> places;
  std::size_t last = 0;
  std::size_t in_memory = 0;
  std::uint64_t oversized = 0;
  std::optional<Error> failure;
  std::string name;  // of the graph of the last statement, used again

  ~State() {
    if (file >= 0) ::close(file);
  }
  std::size_t place_of(const TermView& graph);
  void append(const std::string& bytes);
  void write_out();
};

std::size_t GraphSpool::State::place_of(const TermView& graph) {
  name.assign(graph.kind == TermKind::blank ? "_:" : "").append(graph.text);
  if (!graphs.empty() && graphs[last].name == name) return last;
  const auto [found, is_new] = places.try_emplace(name, graphs.size());
  if (is_new) {
    graphs.push_back({name, 0, head.size()});
    statements.emplace_back();
  }
  return found->second;
}

void GraphSpool::State::append(const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t written = ::write(file, bytes.data() + done, bytes.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      failure = Error{Error::Kind::io, "temporary file", 0, 0, "cannot be written: " + std::generic_category().message(errno)};
      return;
    }
    done += static_cast<std::size_t>(written);
  }
}

void GraphSpool::State::write_out() {
  for (Statements& graph : statements) {
    if (graph.pending.empty() || failure) continue;
    append(graph.pending);
    const bool continues = !graph.kept.empty() && graph.kept.back().begin + graph.kept.back().size == file_size;
    if (continues)
      graph.kept.back().size += graph.pending.size();
    else
      graph.kept.push_back({file_size, graph.pending.size()});
    file_size += graph.pending.size();
    std::string().swap(graph.pending);  // assigning would keep the memory
  }
  in_memory = 0;
}

GraphSpool::GraphSpool(std::unique_ptr<State> state) : state_(std::move(state)) {}
GraphSpool::GraphSpool(GraphSpool&&) noexcept = default;
GraphSpool& GraphSpool::operator=(GraphSpool&&) noexcept = default;
GraphSpool::~GraphSpool() = default;

Result<GraphSpool> GraphSpool::create(const std::string& folder) {
  const auto file = open_nameless_file(folder);
  if (!file) return file.error();
  auto state = std::make_unique<State>();
  state->file = *file;
  return GraphSpool(std::move(state));
}

void GraphSpool::quad(const QuadView& quad) {
  State& state = *state_;
  if (state.failure) return;
  state.last = state.place_of(quad.graph);
  std::string& out = state.statements[state.last].pending;
  const std::size_t before = out.size();
  bool is_oversized = false;
  for (const TermView* term : {&quad.subject, &quad.predicate, &quad.object}) {
    append_n_quads_term(*term, out);
    out.push_back(' ');
    is_oversized = is_oversized || term->text.size() > (term->kind == TermKind::literal ? longest_literal : longest_iri);
  }
  out.append(".\n");
  const std::size_t added = out.size() - before;
  state.oversized += is_oversized ? 1 : 0;
  ++state.graphs[state.last].statements;
  state.graphs[state.last].bytes += added;
  state.in_memory += added;
  if (state.in_memory > most_in_memory) state.write_out();
}

bool GraphSpool::takes_more() const { return !state_->failure; }

Result<Done> GraphSpool::end_block() {
  if (state_->failure) return *state_->failure;
  return Done{};
}

Result<Done> GraphSpool::finish() {
  state_->write_out();
  return end_block();
}

const std::vector<GraphSpool::Graph>& GraphSpool::graphs() const { return state_->graphs; }

std::size_t GraphSpool::last() const { return state_->last; }

std::unique_ptr<GraphBody> GraphSpool::body(std::size_t graph) const {
  return std::make_unique<SpooledBody>(state_->file, state_->statements[graph].kept, state_->graphs[graph].bytes);
}

std::uint64_t GraphSpool::oversized() const { return state_->oversized; }

}  // namespace entente
