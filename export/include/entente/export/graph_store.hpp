#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

/// Who asks. With a token, user and password are not used; with nothing at all, the store is asked without a name.
struct StoreCredentials {
  std::string user;  ///< by HTTP's basic or digest scheme, whichever the store asks for
  std::string password;
  std::string token;       ///< a bearer token (RFC 6750)
  std::string netrc_file;  ///< where to look the host up when there is neither user nor token; may be missing
};

struct GraphStoreOptions {
  std::string endpoint;  ///< where the store speaks the protocol: http or https, without user and fragment
  StoreCredentials credentials;
  std::string ca_file;                 ///< certificates to trust, PEM; empty: the system's
  unsigned retries = 5;                ///< tries after the first, for each graph
  std::chrono::seconds patience{300};  ///< longest silence of the store during a request; then it is given up
};

/// The statements of a graph, as Turtle in UTF-8. They may be read several times: again from the start after `rewind`.
class GraphBody {
 public:
  virtual ~GraphBody() = default;
  /// In bytes.
  [[nodiscard]] virtual std::uint64_t size() const = 0;
  virtual void rewind() = 0;
  /// Fills `buffer` with up to `size` bytes and says how many: 0 at the end. Fails with Error::Kind::io.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;
};

/// Looks on while a graph is replaced, and may stop it.
class PutObserver {
 public:
  enum class Wish : std::uint8_t {
    go_on,
    finish,     ///< the request under way may end, but none is made any more
    break_off,  ///< at once
  };

  virtual ~PutObserver() = default;
  /// So many bytes of the request under way are sent.
  virtual void sent(std::uint64_t bytes) { (void)bytes; }
  /// The store could not take the graph for `reason`, and is asked again after `wait`.
  virtual void waits(const std::string& reason, std::chrono::milliseconds wait) { (void)reason, (void)wait; }
  /// Asked at least once a second.
  [[nodiscard]] virtual Wish wish() { return Wish::go_on; }
};

/// What is known of a graph after an attempt to replace it.
struct PutOutcome {
  enum class State : std::uint8_t {
    replaced,   ///< the store said so
    unchanged,  ///< the store did not get the statements, or refused them before it did anything
    in_doubt,   ///< the store failed, or fell silent, on the way: it may hold the old graph, the new one, or part of it
  };

  State state = State::unchanged;
  std::string reason;            ///< why it is not replaced, on one line
  bool concerns_others = false;  ///< no other graph will fare better: the store is gone, or refuses the user
};

/// A store that speaks the SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/). One
/// connection, kept; not thread-safe. Certificates are verified. A redirect is followed only to the same scheme, host and port,
/// or from http to https on the same host.
class GraphStore {
 public:
  /// Looks at the options, and asks nothing of the store. Fails with Error::Kind::usage.
  static Result<GraphStore> open(const GraphStoreOptions& options);

  GraphStore(GraphStore&&) noexcept;
  GraphStore& operator=(GraphStore&&) noexcept;
  ~GraphStore();

  /// Replaces the graph with that IRI (section 5.3 of the protocol: PUT), or the default graph where it is empty, in one
  /// request. Asks again, after waits that double from one second to a minute or as long as Retry-After says, when the store is
  /// busy (408, 429, 502, 503, 504) or the connection breaks.
  PutOutcome replace(std::string_view graph, GraphBody& body, PutObserver& observer);

  /// Whether what is sent, a password or token included, can be read on the way: plain http to another machine.
  [[nodiscard]] bool is_readable_on_the_way() const;

 private:
  struct State;
  explicit GraphStore(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace entente
