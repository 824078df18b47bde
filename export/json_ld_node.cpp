#include "json_ld_node.hpp"

#include "json_text.hpp"

namespace entente {

void JsonLdNode::begin(std::string_view id) {
  id_ = id;
  count_ = 0;
  last_ = 0;
}

JsonLdNode::Member& JsonLdNode::member(const JsonLdSlot& slot) {
  if (last_ < count_ && members_[last_].slot == &slot) return members_[last_];
  for (std::size_t i = 0; i < count_; ++i) {
    if (members_[i].slot == &slot) return members_[last_ = i];
  }
  if (count_ == members_.size()) members_.emplace_back();
  last_ = count_++;
  members_[last_].slot = &slot;
  members_[last_].used = 0;
  return members_[last_];
}

JsonLdNode::Values& JsonLdNode::values(Member& member, std::string_view language) {
  for (std::size_t i = 0; i < member.used; ++i) {
    if (member.values[i].language == language) return member.values[i];
  }
  if (member.used == member.values.size()) member.values.emplace_back();
  Values& made = member.values[member.used++];
  made.language = language;
  made.text.clear();
  made.count = 0;
  return made;
}

void JsonLdNode::end_value(const JsonLdSlot& slot, std::string_view language) {
  Values& place = values(member(slot), !slot.is_map ? std::string_view() : language.empty() ? "@none" : language);
  if (place.count++ > 0) place.text.push_back(',');
  place.text.append(value_);
  value_.clear();
}

void JsonLdNode::append_values(const Values& values, bool is_array, std::string& out) {
  const bool has_brackets = is_array || values.count != 1;
  if (has_brackets) out.push_back('[');
  out.append(values.text);
  if (has_brackets) out.push_back(']');
}

void JsonLdNode::append_to(std::string& out) const {
  out.append("{").append(id_);
  for (std::size_t i = 0; i < count_; ++i) {
    const Member& member = members_[i];
    if (i > 0 || !id_.empty()) out.push_back(',');
    out.append(member.slot->key);
    if (!member.slot->is_map) {
      append_values(member.values[0], member.slot->is_array, out);
      continue;
    }
    out.push_back('{');
    for (std::size_t j = 0; j < member.used; ++j) {
      if (j > 0) out.push_back(',');
      append_json_string(member.values[j].language, out);
      out.push_back(':');
      append_values(member.values[j], member.slot->is_array, out);
    }
    out.push_back('}');
  }
  out.push_back('}');
}

}  // namespace entente
