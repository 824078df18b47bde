#pragma once

namespace entente::cli {

/// What the program returns. The numbers are part of its interface.
enum ExitStatus : int {
  all_done = 0,
  some_failed = 1,  ///< an input, an output or the user's ontology; the message says which
  wrong_usage = 2,
};

}  // namespace entente::cli
