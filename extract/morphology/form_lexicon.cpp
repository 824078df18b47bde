#include "form_lexicon.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace entente {
namespace {

using hunspell::AffixTable;
using hunspell::DictionaryEntry;
using hunspell::InflectedForm;

auto sort_key(const Analysis& reading) {
  return std::tuple(reading.word_class, reading.lemma, reading.verb_form, reading.tense, reading.gender, reading.number,
                    reading.person, reading.valency);
}

bool is_less(const Analysis& left, const Analysis& right) { return sort_key(left) < sort_key(right); }

using Feature = std::uint8_t Analysis::*;

/// Whether the readings agree in all but the feature, which both state.
bool differ_only_in(Feature feature, const Analysis& left, Analysis right) {
  if (left.*feature == 0 || right.*feature == 0) return false;
  right.*feature = left.*feature;
  return sort_key(left) == sort_key(right);
}

void join_over(Feature feature, std::vector<Analysis>& readings) {
  for (std::size_t kept = 0; kept < readings.size(); ++kept) {
    for (std::size_t other = kept + 1; other < readings.size();) {
      if (differ_only_in(feature, readings[kept], readings[other])) {
        readings[kept].*feature |= readings[other].*feature;
        readings.erase(readings.begin() + static_cast<std::ptrdiff_t>(other));
      } else {
        ++other;
      }
    }
  }
}

/// Lemmas in the order in which they come up; renumbered to byte order at the end.
class LemmaNumbers {
 public:
  std::uint32_t number(const std::string& lemma) {
    return numbers_.try_emplace(lemma, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

  [[nodiscard]] std::vector<std::string> in_byte_order() const {
    std::vector<std::string> lemmas;
    lemmas.reserve(numbers_.size());
    for (const auto& [lemma, number] : numbers_) lemmas.push_back(lemma);
    std::ranges::sort(lemmas);
    return lemmas;
  }

  /// By first number, the place in byte order.
  [[nodiscard]] std::vector<std::uint32_t> places(const std::vector<std::string>& lemmas) const {
    std::vector<std::uint32_t> places(lemmas.size());
    for (std::size_t place = 0; place < lemmas.size(); ++place) {
      places[numbers_.at(lemmas[place])] = static_cast<std::uint32_t>(place);
    }
    return places;
  }

 private:
  std::unordered_map<std::string, std::uint32_t> numbers_;
};

/// The participle after which the adjective of a verb is named; nothing where there is none.
const InflectedForm* participle_of(const std::vector<InflectedForm>& forms) {
  const auto found =
      std::ranges::find_if(forms, [](const InflectedForm& form) { return names_participial_adjective(form.codes); });
  return found == forms.end() ? nullptr : &*found;
}

void add_entry(const DictionaryEntry& entry, const std::vector<InflectedForm>& forms, LemmaNumbers& lemmas,
               FormLexicon& lexicon) {
  const InflectedForm* participle = participle_of(forms);
  for (const InflectedForm& form : forms) {
    const std::uint32_t lemma = lemmas.number(form.prefix + entry.lemma);
    const std::uint32_t adjective = participle == nullptr ? lemma : lemmas.number(participle->form);
    append_readings(form.codes, lemma, adjective, lexicon.readings[form.form]);
  }
}

}  // namespace

void merge_readings(std::vector<Analysis>& readings) {
  std::ranges::sort(readings, is_less);
  const auto same = [](const Analysis& left, const Analysis& right) { return sort_key(left) == sort_key(right); };
  readings.erase(std::unique(readings.begin(), readings.end(), same), readings.end());
  join_over(&Analysis::number, readings);
  join_over(&Analysis::gender, readings);
  join_over(&Analysis::person, readings);
  std::ranges::sort(readings, is_less);
}

FormLexicon build_lexicon(const std::vector<DictionaryEntry>& entries, const AffixTable& affixes) {
  FormLexicon lexicon;
  LemmaNumbers lemmas;
  std::vector<InflectedForm> forms;
  for (const DictionaryEntry& entry : entries) {
    forms.clear();
    expand(entry, affixes, forms);
    add_entry(entry, forms, lemmas, lexicon);
  }
  lexicon.lemmas = lemmas.in_byte_order();
  const auto places = lemmas.places(lexicon.lemmas);
  for (auto& [form, readings] : lexicon.readings) {
    for (Analysis& reading : readings) reading.lemma = places[reading.lemma];
    merge_readings(readings);
  }
  std::erase_if(lexicon.readings, [](const auto& item) { return item.second.empty(); });
  return lexicon;
}

}  // namespace entente
