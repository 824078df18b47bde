#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "byte_stream.hpp"
#include "compressed_input.hpp"

struct z_stream_s;

namespace entente {

/// What gzip files hold (RFC 1952): the members one after the other, and zeros behind the last one, are one stream. Memory does
/// not depend on their size. Behind a damage the next member that can be found is read: archives of the web have one for each
/// record.
class GzipStream final : public ByteStream {
 public:
  static constexpr std::string_view signature = "\x1F\x8B";

  explicit GzipStream(CompressedInput input);

  Result<std::size_t> read(char* buffer, std::size_t size) override;

 private:
  struct Free {
    void operator()(z_stream_s* inflater) const;
  };

  /// Goes to the first byte of a member; false at the end of the input.
  Result<bool> find_member();
  Result<bool> skip_to_member();
  Result<bool> begin_member();
  /// Inflates what it can of one piece of the input, and says how many bytes that gave.
  Result<std::size_t> inflate_piece(char* buffer, std::size_t size);
  /// The member that is being read cannot be read on.
  Error give_up(Error error);

  CompressedInput input_;
  std::unique_ptr<z_stream_s, Free> inflater_;
  bool is_in_member_ = false;
  bool is_lost_ = false;            ///< behind a damage: the next member is to be found
  std::optional<Error> to_report_;  ///< found behind bytes that were to be handed on first
};

}  // namespace entente
