#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "entente/export/graph_store.hpp"

namespace entente {

/// What came of a request.
struct HttpAnswer {
  enum class Failure : std::uint8_t { none, connection, other };

  long status = 0;                      ///< 0: no answer
  Failure failure = Failure::none;      ///< why there is no answer
  std::string text;                     ///< what the store or libcurl says, on one line
  std::string location;                 ///< of a redirect, absolute
  std::chrono::seconds retry_after{0};  ///< 0: not said
  bool has_sent = false;                ///< whether the store may have any of the body
};

/// Makes PUT requests over one kept connection. libcurl stays behind it.
class HttpPut {
 public:
  explicit HttpPut(const GraphStoreOptions& options);
  HttpPut(HttpPut&&) noexcept;
  ~HttpPut();

  /// Sends `body`, from its start, as Turtle. Redirects are not followed.
  HttpAnswer send(const std::string& url, GraphBody& body, PutObserver& observer);

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
};

}  // namespace entente
