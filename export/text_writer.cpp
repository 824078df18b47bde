#include "text_writer.hpp"

#include <string_view>

namespace entente {

TextWriter::TextWriter(ByteSink& sink, const FrameText& frame) : output_(sink), frame_(frame) {
  output_.bytes().append(frame_.head);
}

Result<Done> TextWriter::append(Fragment&& fragment) {
  const std::string_view bytes = fragment.bytes;
  std::size_t begin = 0;
  for (const auto& [content, end] : fragment.descriptions) {
    if (described_.add(content)) append_block(bytes.substr(begin, end - begin));
    begin = end;
  }
  append_block(bytes.substr(begin));
  return output_.state();
}

void TextWriter::append_block(std::string_view block) {
  if (block.empty()) return;
  if (frame_.has_commas && !has_blocks_) block.remove_prefix(1);
  has_blocks_ = true;
  output_.bytes().append(block);
  output_.flush_if_full();
}

Result<Done> TextWriter::finish() {
  output_.bytes().append(frame_.tail);
  output_.flush();
  return output_.state();
}

}  // namespace entente
