#pragma once

#include "entente/export/rendering.hpp"
#include "file_frame.hpp"
#include "output_buffer.hpp"
#include "recent_names.hpp"

namespace entente {

/// Puts fragments between the head and the tail of a file, and leaves out the descriptions that are there already.
class TextWriter final : public FragmentWriter {
 public:
  /// `frame` must outlive the writer.
  TextWriter(ByteSink& sink, const FrameText& frame);

  Result<Done> append(Fragment&& fragment) override;
  Result<Done> finish() override;

 private:
  void append_block(std::string_view block);

  OutputBuffer output_;
  const FrameText& frame_;
  RecentNames described_;
  bool has_blocks_ = false;
};

}  // namespace entente
