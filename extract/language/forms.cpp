#include "extract/language/forms.hpp"

#include <algorithm>

#include "extract/morphology/morphology_table.hpp"
#include "extract/text/utf8.hpp"

namespace entente {

void Readings::add(const Reading& reading) {
  for (Reading& known : list) {
    if (known.tag != reading.tag || known.dictionary_lemma != reading.dictionary_lemma || known.lemma != reading.lemma) continue;
    if (known.tag == Tag::verb && (known.form != reading.form || known.tense != reading.tense)) {
      if (reading.cost < known.cost) known = reading;
      return;
    }
    known.gender |= reading.gender;
    known.number |= reading.number;
    known.person |= reading.person;
    known.cost = std::min(known.cost, reading.cost);
    known.features.add(reading.features);
    return;
  }
  if (list.size() < most) list.push_back(reading);
}

Form& Forms::of(std::string_view text) {
  const std::uint64_t hash = table::hash_of(text);
  const auto tag = static_cast<std::uint32_t>(hash >> 32U);
  std::size_t at = hash & (slots_.size() - 1);
  for (; slots_[at].form != nullptr; at = (at + 1) & (slots_.size() - 1))
    if (slots_[at].tag == tag && slots_[at].form->text == text) return *slots_[at].form;
  Form& form = forms_.emplace_back();
  slots_[at] = {tag, &form};
  bytes_ += text.size();
  make(text, form);
  if (2 * forms_.size() > slots_.size()) grow();
  return form;
}

void Forms::make_room() {
  if (forms_.size() < most_forms && bytes_ < most_bytes) return;
  forms_.clear();
  bytes_ = 0;
  slots_.assign(first_slots, {});
}

void Forms::grow() {
  slots_.assign(2 * slots_.size(), {});
  for (Form& form : forms_) {
    const std::uint64_t hash = table::hash_of(form.text);
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].form != nullptr) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {static_cast<std::uint32_t>(hash >> 32U), &form};
  }
}

/// "Etat", "A Gaza": capitals often go without their accents. A word of one letter has its accent where a function word has it:
/// sentences begin with "à" and seldom with "a".
void Forms::restore_accent(std::string& lower) const {
  const auto letter = static_cast<unsigned char>(lower.front());
  if (letter >= 0x80) return;
  const bool alone = lower.size() == 1;
  if (!alone && (!language_.morphology().lookup(lower).empty() || language_.words().find(lower) != 0)) return;
  for (const char32_t with_accent : accented(letter)) {
    std::string other;
    append_utf8(with_accent, other);
    other += lower.substr(1);
    const bool known =
        alone ? !language_.fixed(language_.words().find(other)).empty() : !language_.morphology().lookup(other).empty();
    if (!known) continue;
    lower = std::move(other);
    return;
  }
}

void Forms::make(std::string_view text, Form& form) const {
  form.text = text;
  form.lower = to_lower(text);
  form.capitalised = is_upper(code_point_at(text, 0).value);
  if (form.capitalised) restore_accent(form.lower);
  form.word = language_.words().find(form.lower);
  form.fixed = language_.fixed(form.word);
  for (std::uint32_t i = 0; i < form.fixed.size(); ++i)
    if (!form.fixed[i].rest.empty()) form.longer.push_back({form.fixed[i].rest.front(), i});
  std::ranges::sort(form.longer);
  form.in_dictionary = !language_.morphology().lookup(form.lower).empty();
  form.letter = form.lower.size() <= 2 && count_code_points(form.lower) == 1;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    letters += is_letter(c.value) || is_digit(c.value);
    capitals += is_upper(c.value) || is_digit(c.value);
    form.inner_capital |= is_upper(c.value);
    at += c.length;
  }
  form.all_capitals = letters >= 2 && letters == capitals;
  std::vector<std::string_view> cut;
  cut_name(text, cut);
  for (const std::string_view piece : cut) {
    form.pieces.push_back({language_.gazetteer().piece(fold(piece)), is_upper(code_point_at(piece, 0).value)});
    const bool begins = form.pieces.size() == 1 || form.name_node != 0;
    form.name_node = begins ? language_.gazetteer().step(form.name_node, form.pieces.back().id) : 0;
  }
}

}  // namespace entente
