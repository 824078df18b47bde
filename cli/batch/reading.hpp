#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "content_counts.hpp"
#include "entente/export/rendering.hpp"
#include "entente/extract/document.hpp"
#include "entente/ontology/result.hpp"

namespace entente::cli {

/// A document as the reader hands it on, or why there is none.
struct Reading {
  std::uint32_t input = 0;  ///< place in the list of inputs
  std::variant<Document, Error> what;
  bool is_passed_over = false;  ///< the error is none, but the reason: a document in another language
  bool is_done = false;         ///< an earlier run wrote what it says

  [[nodiscard]] std::size_t text_bytes() const {
    const auto* document = std::get_if<Document>(&what);
    return document == nullptr ? 0 : document->text.size();
  }
};

/// A reading as a worker hands it on.
struct Finding {
  std::uint32_t input = 0;
  std::uint64_t text_bytes = 0;
  std::uint64_t digest = 0;  ///< of what was read, or of the failure
  bool is_done = false;      ///< an earlier run wrote what it says: no fragments
  bool tells_own_story = true;
  ContentCounts counts;
  std::optional<Error> failure;
  bool is_passed_over = false;      ///< the failure is none, as in the reading
  std::vector<Fragment> fragments;  ///< one for each format; none where there is a failure

  [[nodiscard]] std::size_t size() const {
    std::size_t sum = sizeof(Finding);
    for (const auto& fragment : fragments) sum += sizeof(Fragment) + fragment.size();
    return sum;
  }
};

}  // namespace entente::cli
