// entente-compile-morphology AFF DIC OUTPUT: makes the table that `entente` maps at run time.
// Exit status: 0 done, 1 the dictionary cannot be compiled, 2 wrong usage.

#include <exception>
#include <iostream>

#include "entente/extract/morphology.hpp"

namespace {

int compile(char** arguments) {
  const auto done = entente::compile_morphology(arguments[1], arguments[2], arguments[3]);
  if (done) return 0;
  std::cerr << "entente-compile-morphology: " << entente::to_string(done.error()) << '\n';
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::cerr << "usage: entente-compile-morphology AFF DIC OUTPUT\n";
    return 2;
  }
  try {
    return compile(arguments);
  } catch (const std::exception& failure) {
    std::cerr << "entente-compile-morphology: " << failure.what() << '\n';
    return 1;
  }
}
