#pragma once

#include <string>

#include "extract/pipeline.hpp"

namespace entente {

/// Writes down what each stage made of the document, sentence by sentence.
void explain_stages(const Document& document, const Pipeline& pipeline, const Extraction& extraction, std::string& out);

}  // namespace entente
