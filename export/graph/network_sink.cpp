#include "entente/export/network_sink.hpp"

#include <string>
#include <utility>

#include "document_relations.hpp"
#include "general_network.hpp"
#include "network_formats.hpp"
#include "read_findings.hpp"
#include "relation_network.hpp"
#include "statements.hpp"

namespace entente {
namespace {

class NetworkSink final : public QuadSink {
 public:
  NetworkSink(const Ontology& ontology, const WriterOptions& options, std::unique_ptr<NetworkWriter> network)
      : ontology_(ontology), language_(options.language), options_(options.graph), network_(std::move(network)) {}

  void quad(const QuadView& quad) override { statements_.add(quad); }
  Result<Done> end_block() override { return Done{}; }
  Result<Done> finish() override {
    statements_.settle();
    if (!has_findings(statements_)) return write_general_network(statements_, language_, *network_);
    DocumentRelations relations(ontology_, language_, options_);
    RelationGraph graph(options_);
    read_findings(statements_, language_, relations, graph);
    return write_network(graph, ontology_, language_, *network_);
  }

 private:
  const Ontology& ontology_;
  std::string language_;
  GraphOptions options_;
  std::unique_ptr<NetworkWriter> network_;
  Statements statements_;
};

}  // namespace

std::unique_ptr<QuadSink> make_network_sink(Format format, const Ontology& ontology, const WriterOptions& options,
                                            std::span<ByteSink* const> sinks) {
  auto network = make_network_writer(format, sinks);
  if (!network) return nullptr;
  return std::make_unique<NetworkSink>(ontology, options, std::move(network));
}

}  // namespace entente
