#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "entente/extract/document.hpp"

namespace entente {

/// Finds the documents that carry a story which another one carried before: a dispatch of an agency in twenty papers is one piece
/// of evidence, in twenty papers, be it under other headlines, shortened, with a paragraph of their own, or with newer figures.
///
/// Two texts are compared by their shingles: all runs of four words, without regard to capitals, accents and punctuation. A
/// document carries an earlier one's story where at least three fifths of its shingles stand there; or, since the shorter
/// version may come first, where at least four fifths of the earlier one's stand in it and are two fifths of its own. What was
/// changed from version to version does not matter beyond that: a bulletin that gives only its figures anew each day is one
/// story. A text of fewer than 32 shingles is too short to tell, and so is what is less than an eighth as long as
/// the other.
///
/// Shingles are compared by a sketch of each text, the 128 least of their hashes, of 32 bits (A. Z. Broder, On the resemblance
/// and containment of documents, SEQUENCES 1997, section 3: MIN_s), from which the shares are estimated with a standard deviation
/// of at most 0.045. The 16 least lead to the earlier stories with which a text may have much in common (as in A. Z. Broder et
/// al., Syntactic clustering of the Web, WWW 1997). Only documents that tell a story of their own are compared with, so that
/// stories do not run into one another by a chain of small changes.
///
/// What is found depends on the documents that came before and their order, on nothing else. Linear in the text. The last 65,536
/// stories are remembered, at some 850 bytes each, so at most 56 MB: who comes after so many other stories begins a new one.
/// (Fewer, if their ids take more than 16 MiB.)
class StoryIndex {
 public:
  static constexpr std::uint32_t most_stories = 65'536;

  StoryIndex();
  StoryIndex(StoryIndex&&) noexcept;
  StoryIndex& operator=(StoryIndex&&) noexcept;
  ~StoryIndex();

  /// The id of the document that told this one's story first. Empty where none did: then this one does, and is remembered.
  std::string add(const Document& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
