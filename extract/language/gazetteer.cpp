#include "extract/language/gazetteer.hpp"

#include <algorithm>

#include "extract/text/utf8.hpp"

namespace entente {
namespace {

bool joins_pieces(char32_t c) { return is_space(c) || is_hyphen(c) || is_apostrophe(c) || c == '.' || c == '/'; }

std::uint64_t key(std::uint32_t node, PieceId piece) { return (static_cast<std::uint64_t>(node) << 32) | piece; }

}  // namespace

void cut_name(std::string_view name, std::vector<std::string_view>& out) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < name.size();) {
    if (const auto byte = static_cast<unsigned char>(name[at]); byte < 0x80 && is_letter(byte)) {
      ++at;
      continue;
    }
    const CodePoint c = code_point_at(name, at);
    if (joins_pieces(c.value)) {
      if (at > begin) out.push_back(name.substr(begin, at - begin));
      begin = at + c.length;
    }
    at += c.length;
  }
  if (begin < name.size()) out.push_back(name.substr(begin));
}

void Gazetteer::reserve(std::size_t labels) {
  pieces_.reserve(labels);
  steps_.reserve(2 * labels);  // most names have a piece or two
  names_.reserve(2 * labels);
}

void Gazetteer::add(std::string_view label, LabelKind kind, ActorId actor, bool after_article) {
  cut_.clear();
  cut_name(label, cut_);
  if (cut_.empty()) return;
  Name name{actor, kind, 0, after_article};
  std::uint32_t node = 0;
  for (std::size_t i = 0; i < cut_.size(); ++i) {
    if (i < 64 && is_upper(code_point_at(cut_[i], 0).value)) name.capitals |= std::uint64_t{1} << i;
    const auto piece = pieces_.try_emplace(fold(cut_[i]), static_cast<PieceId>(pieces_.size() + 1)).first->second;
    const auto [next, fresh] = steps_.try_emplace(key(node, piece), static_cast<std::uint32_t>(names_.size()));
    if (fresh) names_.emplace_back();
    node = next->second;
  }
  const auto known = std::ranges::find_if(names_[node], [&](const Name& one) { return one.actor == actor && one.kind == kind; });
  if (known == names_[node].end()) {
    names_[node].push_back(name);
    return;
  }
  known->capitals &= name.capitals;  // "force Al-Qods", "Force al-Qods": what all spellings write with a capital
  known->after_article = known->after_article && after_article;
}

PieceId Gazetteer::piece(std::string_view folded) const {
  const auto at = pieces_.find(folded);
  return at == pieces_.end() ? 0 : at->second;
}

std::uint32_t Gazetteer::step(std::uint32_t node, PieceId piece) const {
  if (piece == 0) return 0;
  const auto at = steps_.find(key(node, piece));
  return at == steps_.end() ? 0 : at->second;
}

std::span<const Gazetteer::Name> Gazetteer::names(std::uint32_t node) const { return names_[node]; }

}  // namespace entente
