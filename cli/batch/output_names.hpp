#pragma once

#include <string>
#include <unordered_set>

namespace entente::cli {

/// Names for outputs, made of the names of inputs: none leads out of its folder, hides, or is taken twice.
class OutputNames {
 public:
  /// A name for the output of the input with this path, without extension: that of the file, where letters, digits and
  /// "_ - . , + = @ ~" stay as they are, and other bytes become "%" and two hexadecimal digits. Where another input has
  /// that name already, a digest of the path follows. The same for the same inputs in the same order.
  std::string name_for(const std::string& path);

 private:
  std::unordered_set<std::uint64_t> taken_;  ///< by digest
};

}  // namespace entente::cli
