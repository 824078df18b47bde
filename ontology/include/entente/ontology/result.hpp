#pragma once

#include <cassert>
#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace entente {

/// What went wrong with something that a user handed in, told to that user.
struct Error {
  enum class Kind : std::uint8_t {
    io,      ///< a file cannot be opened, read, written or renamed
    syntax,  ///< the bytes are not what the format's grammar allows
    value,   ///< well-formed, but it says something that cannot be
    usage,   ///< the command line is wrong
  };

  Kind kind = Kind::value;
  std::string source;        ///< file name or "-" for standard input; empty where there is none
  std::uint64_t line = 0;    ///< from 1; 0 where unknown
  std::uint64_t column = 0;  ///< in code points, from 1; 0 where unknown
  std::string message;       ///< what was expected and what was found; no trailing full stop or newline
};

/// `source:line:column: message`, without the parts that are unknown.
[[nodiscard]] std::string to_string(const Error& error);

/// A value, or the reason why there is none. Check `ok()` before taking either.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}

  [[nodiscard]] bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const T& value() const {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  [[nodiscard]] const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

  T& operator*() { return value(); }
  const T& operator*() const { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

 private:
  std::variant<T, Error> state_;
};

/// Success without a value.
struct Done {};

}  // namespace entente
