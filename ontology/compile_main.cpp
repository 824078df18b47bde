// entente-compile-ontology FOLDER OUTPUT: makes what `entente` loads instead of the Turtle files below FOLDER.
// Exit status: 0 done, 1 they have mistakes or OUTPUT cannot be written, 2 wrong usage.

#include <exception>
#include <iostream>
#include <vector>

#include "entente/ontology/ontology.hpp"

namespace {

int compile(char** arguments) {
  std::vector<entente::Error> errors;
  if (entente::compile_ontology(entente::ontology_files(arguments[1]), arguments[2], errors)) return 0;
  for (const auto& error : errors) std::cerr << "entente-compile-ontology: " << entente::to_string(error) << '\n';
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) {
    std::cerr << "usage: entente-compile-ontology FOLDER OUTPUT\n";
    return 2;
  }
  try {
    return compile(arguments);
  } catch (const std::exception& failure) {
    std::cerr << "entente-compile-ontology: " << failure.what() << '\n';
    return 1;
  }
}
