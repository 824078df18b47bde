#pragma once

#include <memory>

#include "entente/export/format.hpp"
#include "entente/export/quad.hpp"
#include "entente/export/writer.hpp"
#include "file_frame.hpp"

namespace entente {

/// As make_quad_writer, but of blocks without a frame: each is with the sink when it has ended.
std::unique_ptr<QuadSink> make_block_writer(Format format, const WriterOptions& options, ByteSink& sink);

/// The frame for these blocks. Fails where the JSON-LD context is none.
Result<FrameText> frame_text(Format format, const WriterOptions& options);

}  // namespace entente
