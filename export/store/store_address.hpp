#pragma once

#include <string>
#include <string_view>

#include "entente/ontology/result.hpp"

namespace entente {

/// The URL of a graph store, and those of its graphs.
class StoreAddress {
 public:
  /// Fails with Error::Kind::usage where it is no http or https URL, has a user, password or fragment, or names a graph itself.
  /// The message never repeats a password.
  static Result<StoreAddress> parse(const std::string& endpoint);

  /// SPARQL 1.1 Graph Store HTTP Protocol, 4.2, indirect identification. Empty: the default graph.
  [[nodiscard]] std::string of_graph(std::string_view graph) const;
  /// Whether what is meant for this store may go to `url`: same scheme, host and port, or same host and https for http.
  [[nodiscard]] bool covers(const std::string& url) const;
  [[nodiscard]] bool is_encrypted() const { return scheme_ == "https"; }
  /// Whether it is on this machine.
  [[nodiscard]] bool is_loopback() const;

 private:
  std::string url_;
  std::string scheme_;
  std::string host_;
  std::string port_;
};

}  // namespace entente
