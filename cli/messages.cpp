#include "messages.hpp"

#include <array>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <system_error>

#include <nlohmann/json.hpp>

#include "printable.hpp"

namespace entente::cli {

namespace {

bool are_records = false;

/// UTC, in the form of xsd:dateTime.
std::string now() {
  const std::time_t seconds = std::time(nullptr);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  std::array<char, 32> text{};
  return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string quoted(const std::string& text) {
  using Json = nlohmann::json;
  return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string members_of(const Error& error) {
  std::string members;
  if (!error.source.empty()) members += "\"source\": " + quoted(error.source) + ", ";
  if (error.line != 0) members += "\"line\": " + std::to_string(error.line) + ", ";
  if (error.column != 0) members += "\"column\": " + std::to_string(error.column) + ", ";
  return members + "\"message\": " + quoted(error.message);
}

}  // namespace

void tell_as_records() { are_records = true; }
bool writes_records() { return are_records; }

void tell_record(const std::string& event, const std::string& members) {
  std::fprintf(stderr, "{\"event\": \"%s\", \"time\": \"%s\", %s}\n", event.c_str(), now().c_str(), members.c_str());
}

void tell(const std::string& message) {
  if (are_records) return tell_record("message", "\"message\": " + quoted(message));
  std::fprintf(stderr, "entente: %s\n", printable(message).c_str());
}

void tell(const Error& error) {
  Error named = error;
  if (named.source == "-") named.source = "standard input";
  if (are_records) return tell_record("error", members_of(named));
  tell(to_string(named));
}

void tell(const std::vector<Error>& errors) {
  for (const Error& error : errors) tell(error);
}

void tell(const ReadMistake& mistake) {
  tell(mistake.error);
  if (mistake.excerpt.empty()) return;
  std::fprintf(stderr, "    %s\n    %*s^\n", mistake.excerpt.c_str(), static_cast<int>(mistake.caret), "");
}

bool flush_standard_output() {
  if ((std::fflush(stdout) == 0 && std::ferror(stdout) == 0) || errno == EPIPE) return true;
  tell(Error{Error::Kind::io, "standard output", 0, 0, "cannot be written: " + std::generic_category().message(errno)});
  return false;
}

}  // namespace entente::cli
