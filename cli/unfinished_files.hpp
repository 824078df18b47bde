#pragma once

#include <string_view>

/// The files that a signal must not leave behind.
namespace entente::cli::unfinished_files {

/// Removes the files that are listed when the user, or the system, ends the program; a closed pipe ends nothing.
void watch_signals();
/// `path` is removed at a signal from now on; beyond sixteen paths, or 4,000 bytes of one, it is not.
void add(std::string_view path);
void remove(std::string_view path);
/// Removes the files themselves, all that are listed.
void remove_all();

}  // namespace entente::cli::unfinished_files
