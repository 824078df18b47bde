#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

/// Golden cases: cases/<stage>/<name>.in beside <name>.out, which says what is right, one fact a line. A case that the program
/// gets wrong is listed in cases/<stage>/known_failures.txt ("name: reason") and must fail. ENTENTE_REWRITE=1 in the
/// environment writes the expected files of the cases that are not listed.
namespace entente::golden {

inline std::filesystem::path directory(const std::string& stage) { return std::filesystem::path(ENTENTE_TEST_CASES) / stage; }

inline std::string read_text(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The names of a stage's cases, sorted.
inline std::vector<std::string> names(const std::string& stage) {
  std::vector<std::string> found;
  for (const auto& file : std::filesystem::directory_iterator(directory(stage)))
    if (file.path().extension() == ".in") found.push_back(file.path().stem().string());
  std::ranges::sort(found);
  return found;
}

/// The known failures of a stage, each with its reason.
inline std::map<std::string, std::string> known_failures(const std::string& stage) {
  std::map<std::string, std::string> failures;
  std::ifstream in(directory(stage) / "known_failures.txt");
  for (std::string line; std::getline(in, line);) {
    const std::size_t colon = line.find(": ");
    if (colon != std::string::npos) failures.emplace(line.substr(0, colon), line.substr(colon + 2));
  }
  return failures;
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What is expected and missing ("-"), found and not expected ("+"), among the lines that both have: by their longest
/// common subsequence.
inline std::string difference(const std::string& expected, const std::string& found) {
  const std::vector<std::string> a = lines_of(expected);
  const std::vector<std::string> b = lines_of(found);
  std::vector<std::vector<std::size_t>> common(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;)
      common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::string out;
  for (std::size_t i = 0, j = 0; i < a.size() || j < b.size();) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      out += "  " + a[i++] + "\n";
      ++j;
    } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
      out += "- " + a[i++] + "\n";
    } else {
      out += "+ " + b[j++] + "\n";
    }
  }
  return out;
}

/// Holds what a stage printed for a case against its expected file.
inline void expect(const std::string& stage, const std::string& name, const std::string& found) {
  const std::filesystem::path file = directory(stage) / (name + ".out");
  const auto failures = known_failures(stage);
  const auto known = failures.find(name);
  if (std::getenv("ENTENTE_REWRITE") != nullptr && (known == failures.end() || !std::filesystem::exists(file)))
    std::ofstream(file, std::ios::binary) << found;
  ASSERT_TRUE(std::filesystem::exists(file)) << file << " is missing; ENTENTE_REWRITE=1 writes it";
  const std::string expected = read_text(file);
  if (known == failures.end()) {
    EXPECT_TRUE(found == expected) << file.string() << ": - expected, + found\n" << difference(expected, found);
  } else if (found == expected) {
    ADD_FAILURE() << stage << '/' << name << " is right now: take it off known_failures.txt (" << known->second << ")";
  } else if (std::getenv("ENTENTE_SHOW_KNOWN_FAILURES") != nullptr) {
    std::cout << stage << '/' << name << ": " << known->second << '\n' << difference(expected, found) << '\n';
  }
}

/// Every name in known_failures.txt must be that of a case.
inline void expect_known_failures_exist(const std::string& stage) {
  for (const auto& [name, reason] : known_failures(stage)) {
    EXPECT_TRUE(std::filesystem::exists(directory(stage) / (name + ".in"))) << stage << '/' << name << " is listed, but no case";
    EXPECT_FALSE(reason.empty()) << stage << '/' << name << " is listed without a reason";
  }
}

}  // namespace entente::golden
