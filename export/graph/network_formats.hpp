#pragma once

#include <memory>
#include <span>

#include "entente/export/writer.hpp"
#include "network.hpp"

namespace entente {

/// A writer in `format`; null for a format that is none of networks. `sinks` are as many as the format has files.
std::unique_ptr<NetworkWriter> make_network_writer(Format format, std::span<ByteSink* const> sinks);

}  // namespace entente
