#pragma once

#include <cstdint>
#include <string>

namespace entente {

/// Whether a writer writes what stands around the blocks of a file.
enum class FileFrame : std::uint8_t {
  whole,   ///< yes: all that comes makes one file
  blocks,  ///< no: each block is handed over when it ends, to be put between the same head and tail as any other
};

/// What stands around the blocks of a file.
struct FrameText {
  std::string head;
  std::string tail;
  bool has_commas = false;  ///< each block begins with a comma, which the first one of a file must lose
};

}  // namespace entente
