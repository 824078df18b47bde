#pragma once

#include <cstddef>

#include "entente/ontology/result.hpp"

namespace entente {

/// Bytes that come one after the other.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills up to `size` bytes of `buffer`, `size` > 0, and says how many: 0 at the end. Fails with Error::Kind::io where they
  /// cannot be read, with Error::Kind::syntax where they are damaged. A call after a failure brings what can be read behind the
  /// damage, or 0.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;
};

}  // namespace entente
