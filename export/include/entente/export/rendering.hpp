#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "entente/export/format.hpp"
#include "entente/export/writer.hpp"
#include "entente/ontology/claim.hpp"
#include "entente/ontology/ontology.hpp"
#include "entente/ontology/result.hpp"

/// Writing in two steps, so that many threads can do most of the work: documents are rendered, each by itself and in any order;
/// an output takes the renderings in the order of the documents. `ExtractionWriter` does both in one.
namespace entente {

struct Identities;
struct RelationCounts;

/// What one document comes to in one output, whatever else stands there.
class Fragment {
 public:
  /// Bytes that describe an actor, from the end of the description before: an output that has them already leaves them out.
  struct Description {
    std::uint64_t content;  ///< a hash of what is described, and how
    std::size_t end;        ///< in `bytes`
  };

  Fragment();
  Fragment(Fragment&&) noexcept;
  Fragment& operator=(Fragment&&) noexcept;
  ~Fragment();

  /// Memory that it takes, roughly, in bytes.
  [[nodiscard]] std::size_t size() const;

  std::string bytes;
  std::vector<Description> descriptions;    ///< at the start of `bytes`, one behind the other
  std::unique_ptr<RelationCounts> network;  ///< in place of bytes, in graph formats
};

/// Renders in one format. Keeps its buffers from document to document: one per thread.
class FragmentRenderer {
 public:
  virtual ~FragmentRenderer() = default;
  virtual void render(const Extraction& extraction, const Identities& names, Fragment& out) = 0;
};

/// Writes one output.
class FragmentWriter {
 public:
  virtual ~FragmentWriter() = default;
  /// Writes a document (streaming formats) or adds it to what `finish` will write.
  virtual Result<Done> append(Fragment&& fragment) = 0;
  /// Ends the output. Nothing may be written after it.
  virtual Result<Done> finish() = 0;
};

/// All that the renderers and outputs of one format share, made once. Immutable: any thread may use it.
class ExtractionFormat {
 public:
  /// `ontology` gives labels, classes and links of the actors that occur; it must outlive the format.
  static std::unique_ptr<ExtractionFormat> create(Format format, const Ontology& ontology, const WriterOptions& options);

  virtual ~ExtractionFormat() = default;
  /// The format must outlive what it makes.
  [[nodiscard]] virtual std::unique_ptr<FragmentRenderer> make_renderer() const = 0;
  /// `sinks`, one for each file that the format is made of (FormatInfo::files), must outlive the writer.
  [[nodiscard]] virtual std::unique_ptr<FragmentWriter> make_writer(std::span<ByteSink* const> sinks) const = 0;
};

/// Renders documents in several formats. One per thread.
class DocumentRenderer {
 public:
  /// `base` as in the WriterOptions of the formats.
  DocumentRenderer(std::span<const std::unique_ptr<ExtractionFormat>> formats, std::string base);
  DocumentRenderer(DocumentRenderer&&) noexcept;
  DocumentRenderer& operator=(DocumentRenderer&&) noexcept;
  ~DocumentRenderer();

  /// A fragment per format, in their order.
  std::vector<Fragment> render(const Extraction& extraction);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
