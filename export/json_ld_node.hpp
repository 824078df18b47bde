#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "json_ld_terms.hpp"

namespace entente {

/// A node object that grows member by member. Used again, it needs no memory of its own.
class JsonLdNode {
 public:
  /// Forgets all; `id`, as JSON with its key, may be empty.
  void begin(std::string_view id);
  /// Where to append the next value; `end_value` says where it belongs. Only one at a time.
  [[nodiscard]] std::string& value() { return value_; }
  /// In a map a value without a language is "@none".
  void end_value(const JsonLdSlot& slot, std::string_view language = {});
  void append_to(std::string& out) const;
  [[nodiscard]] bool is_empty() const { return count_ == 0; }

 private:
  /// Values of one member, or of one language in it, separated by commas.
  struct Values {
    std::string language;
    std::string text;
    std::size_t count = 0;
  };
  struct Member {
    const JsonLdSlot* slot = nullptr;
    std::vector<Values> values;  ///< one, or one by language; the first `used` count
    std::size_t used = 0;
  };

  Member& member(const JsonLdSlot& slot);
  static Values& values(Member& member, std::string_view language);
  static void append_values(const Values& values, bool is_array, std::string& out);

  std::string id_;
  std::string value_;
  std::vector<Member> members_;  ///< the first `count_` are in use
  std::size_t count_ = 0;
  std::size_t last_ = 0;  ///< the member that got a value last
};

}  // namespace entente
