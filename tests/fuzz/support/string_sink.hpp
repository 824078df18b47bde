#pragma once

#include <string>
#include <string_view>

#include "entente/export/writer.hpp"

namespace entente::fuzz {

class StringSink final : public ByteSink {
 public:
  Result<Done> write(std::string_view bytes) override {
    text.append(bytes);
    return Done{};
  }
  std::string text;
};

}  // namespace entente::fuzz
