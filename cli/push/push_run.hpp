#pragma once

#include "../exit_status.hpp"
#include "push_options.hpp"

namespace entente::cli {

/// Reads all inputs to their ends, then replaces the graphs of those that are right, one request each, and reports.
ExitStatus run_push(const PushOptions& options);

}  // namespace entente::cli
