#include <algorithm>
#include <bit>
#include <string>

#include "extract/analyse/words_in_text.hpp"
#include "extract/text/utf8.hpp"

namespace entente {
namespace {

Tag tag_of(const Analysis& analysis) {
  switch (analysis.word_class) {
    case WordClass::noun:
    case WordClass::title:
      return Tag::noun;
    case WordClass::proper_noun:
      return Tag::name;
    case WordClass::adjective:
      return Tag::adjective;
    case WordClass::adverb:
      return Tag::adverb;
    case WordClass::determiner:
      return Tag::determiner;
    case WordClass::pronoun:
      return Tag::pronoun;
    case WordClass::preposition:
      return Tag::preposition;
    case WordClass::conjunction:
      return Tag::coordinator;
    case WordClass::numeral:
      return Tag::numeral;
    case WordClass::verb:
      switch (analysis.verb_form) {
        case VerbForm::infinitive:
          return Tag::infinitive;
        case VerbForm::past_participle:
          return Tag::past_participle;
        case VerbForm::present_participle:
          return Tag::present_participle;
        default:
          return Tag::verb;
      }
    default:
      return Tag::other;
  }
}

/// How much rarer than the rest a verb form is in news: commands, and what only "je" or "tu" may say.
std::uint8_t verb_cost(const Analysis& analysis) {
  if (analysis.verb_form == VerbForm::imperative) return 5;
  std::uint8_t cost = 0;
  if ((analysis.person & Inflection::third) == 0 && analysis.person != 0)
    cost = (analysis.number & Inflection::plural) != 0 && (analysis.person & Inflection::first) != 0 ? 1 : 4;
  if (analysis.verb_form == VerbForm::subjunctive) cost = static_cast<std::uint8_t>(cost + 1);
  if (analysis.tense == Tense::simple_past) cost = static_cast<std::uint8_t>(cost + 1);
  return cost;
}

/// "al-Awadi", "el-Fasher".
bool has_inner_capital(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    if (is_upper(c.value)) return true;
    at += c.length;
  }
  return false;
}

bool is_open_class(Tag tag) {
  return tag == Tag::noun || tag == Tag::name || tag == Tag::adjective || tag == Tag::verb || tag == Tag::infinitive ||
         tag == Tag::past_participle || tag == Tag::present_participle || tag == Tag::adverb;
}

class WordReader {
 public:
  WordReader(std::string_view text, const std::vector<Token>& tokens, const Sentence& sentence, const Language& language,
             AnalysedSentence& out)
      : text_(text), tokens_(tokens), sentence_(sentence), language_(language), out_(out) {}

  void run() {
    out_.clear();
    out_.sentence = sentence_;
    for (std::uint32_t at = sentence_.begin; at < sentence_.end;) at = next(at);
  }

 private:
  std::uint32_t next(std::uint32_t at) {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::open_quote || token.kind == TokenKind::close_quote || token.kind == TokenKind::either_quote)
      return at + 1;
    Word word;
    word.first = at;
    word.last = at + 1;
    word.capitalised = token.capitalised;
    word.mark = token.mark;
    word.quoted = token.quoted;
    if (token.kind == TokenKind::punctuation) {
      word.add_candidate({.tag = Tag::punctuation});
    } else if (token.kind == TokenKind::number) {
      word.add_candidate({.tag = Tag::numeral});
    } else if (!read_name(at, word)) {
      read_fixed(at, word);
      if (is_abbreviation(at, word)) {
        out_.words.push_back(word);
        return word.last + 1;  // its full stop ends nothing
      }
      if (word.last == word.first + 1) read_open(at, word);
    }
    if (word.last == at + 1) word.surface = token.word;
    out_.words.push_back(word);
    return word.last;
  }

  // Names

  bool read_name(std::uint32_t at, Word& word) {
    std::uint32_t node = 0;
    std::uint32_t best_last = 0;
    std::uint32_t best_node = 0;
    std::uint32_t pieces = 0;
    std::uint64_t capitals = 0;
    std::uint64_t best_capitals = 0;
    for (std::uint32_t token = at; token < sentence_.end && pieces < 60; ++token) {
      if (tokens_[token].kind == TokenKind::punctuation && tokens_[token].mark == 0x2013 && token > at &&
          !tokens_[token].space_before)
        continue;
      if (tokens_[token].kind != TokenKind::word && tokens_[token].kind != TokenKind::number) break;
      cut_.clear();
      cut_name(tokens_[token].span.of(text_), cut_);
      bool alive = !cut_.empty();
      for (const std::string_view piece : cut_) {
        if (is_upper(code_point_at(piece, 0).value)) capitals |= std::uint64_t{1} << pieces;
        ++pieces;
        node = language_.gazetteer().step(node, language_.gazetteer().piece(fold(piece)));
        alive = node != 0;
        if (!alive) break;
      }
      if (!alive) break;
      if (!language_.gazetteer().names(node).empty() && fits(at, token + 1, node, capitals)) {
        best_last = token + 1;
        best_node = node;
        best_capitals = capitals;
      }
    }
    if (best_last == 0) return false;
    accept_name(at, best_last, best_node, best_capitals, word);
    return word.is_name();
  }

  [[nodiscard]] bool fits(std::uint32_t first, std::uint32_t last, std::uint32_t node, std::uint64_t capitals) const {
    for (const Gazetteer::Name& name : language_.gazetteer().names(node))
      if (name_fits(name, first, last, capitals)) return true;
    return false;
  }

  /// Names are written with their capitals; acronyms all in capitals, or, when they are pronounced as a word, with one.
  [[nodiscard]] bool name_fits(const Gazetteer::Name& name, std::uint32_t first, std::uint32_t last,
                               std::uint64_t capitals) const {
    if (name.kind == LabelKind::acronym) {
      const Token& token = tokens_[first];
      return last == first + 1 && (token.all_capitals || (token.capitalised && token.span.end - token.span.begin >= 4));
    }
    // The first capital must be there, and a last piece such as the "Est" of "Alep-Est".
    if (name.capitals == 0) return true;
    const std::uint64_t first_capital = name.capitals & (~name.capitals + 1);
    const std::uint64_t last_capital = std::bit_floor(name.capitals);
    return (capitals & first_capital) != 0 && ((capitals & last_capital) != 0 || name.kind == LabelKind::hidden);
  }

  void accept_name(std::uint32_t first, std::uint32_t last, std::uint32_t node, std::uint64_t capitals, Word& word) {
    word.name_begin = static_cast<std::uint32_t>(out_.names.size());
    for (const Gazetteer::Name& name : language_.gazetteer().names(node))
      if (name_fits(name, first, last, capitals)) out_.names.push_back(name);
    word.name_end = static_cast<std::uint32_t>(out_.names.size());
    if (!word.is_name()) return;
    word.last = last;
    for (std::uint32_t t = first; t < last && last > first + 1; ++t) look_for_prefix(t, word);
    Reading reading{.tag = Tag::name};
    for (const Analysis& analysis : language_.morphology().lookup(to_lower(tokens_[first].span.of(text_)))) {
      if (analysis.word_class != WordClass::noun) continue;
      reading.gender |= analysis.gender;
      reading.number |= analysis.number;
      reading.lemma = language_.lemma_word(analysis.lemma);
    }
    word.add_candidate(reading);
  }

  /// "milices pro-iraniennes" is a name, and says who backs them.
  void look_for_prefix(std::uint32_t token, Word& word) {
    const std::string lower = to_lower(tokens_[token].span.of(text_));
    if (!language_.morphology().lookup(lower).empty() || !language_.fixed(tokens_[token].word).empty()) return;
    Word probe;
    probe.first = token;
    probe.last = token + 1;
    if (!read_prefixed(lower, probe) || probe.prefix == 0) return;
    word.prefix = probe.prefix;
    for (std::uint8_t c = 0; c < probe.candidate_count; ++c)
      if (!language_.demonyms(probe.candidates[c].lemma).empty()) word.stem = probe.candidates[c].lemma;
    if (word.stem == 0) word.prefix = 0;
  }

  // Function words and phrases: the longest that fits

  void read_fixed(std::uint32_t at, Word& word) {
    std::uint32_t longest = 0;
    for (const FixedPhrase& phrase : language_.fixed(tokens_[at].word))
      if (matches(at, phrase.rest)) longest = std::max(longest, static_cast<std::uint32_t>(phrase.rest.size()));
    for (const FixedPhrase& phrase : language_.fixed(tokens_[at].word)) {
      if (phrase.rest.size() != longest || !matches(at, phrase.rest)) continue;
      if (phrase.reading.features.has(Feature::Euphonic) && !tokens_[at].enclitic) continue;
      word.add_candidate(phrase.reading);
    }
    word.last = at + 1 + longest;
  }

  /// "M." and the like, where the full stop follows.
  [[nodiscard]] bool is_abbreviation(std::uint32_t at, Word& word) const {
    if (at + 2 >= sentence_.end || tokens_[at + 1].mark != '.' || tokens_[at + 1].space_before) return false;
    for (std::uint8_t c = 0; c < word.candidate_count; ++c)
      if (word.candidates[c].features.has(Feature::Abbreviation)) {
        word.candidates[0] = word.candidates[c];
        word.candidate_count = 1;
        word.surface = tokens_[at].word;
        return true;
      }
    return false;
  }

  [[nodiscard]] bool matches(std::uint32_t at, const std::vector<WordId>& rest) const {
    if (at + rest.size() >= sentence_.end) return rest.empty();
    for (std::size_t i = 0; i < rest.size(); ++i)
      if (tokens_[at + 1 + i].word != rest[i]) return false;
    return true;
  }

  // Words of the dictionary

  void read_open(std::uint32_t at, Word& word) {
    const Token& token = tokens_[at];
    const std::string lower = to_lower(token.span.of(text_));
    if (const Features features = language_.lemma_features(token.word);
        word.candidate_count == 0 && features.has(Feature::Alleged)) {
      Reading reading{.tag = Tag::adjective, .lemma = token.word};
      reading.features = features;
      word.add_candidate(reading);
    }
    const bool closed = word.candidate_count > 0;
    word.letter = lower.size() <= 2 && count_code_points(lower) == 1;
    auto analyses = language_.morphology().lookup(lower);
    if (analyses.empty() && !closed) analyses = language_.morphology().lookup(token.span.of(text_));
    if (analyses.empty() && !closed && lower.find('-') != std::string::npos && prefixed_name(lower, word)) return;
    if (analyses.empty() && !closed && read_prefixed(lower, word)) return;
    bool common = false;
    for (const Analysis& analysis : analyses) {
      common |= analysis.word_class != WordClass::proper_noun;
      add_analysis(analysis, closed, word);
    }
    mark_participles(word);
    prefer_known(word);
    if (token.enclitic) return;
    const bool first = at == sentence_.begin || out_.words.empty();
    if ((token.capitalised || has_inner_capital(token.span.of(text_))) && !(closed && first)) {
      const WordId people = !common && !closed ? demonym_of(token.word, lower) : 0;
      const std::uint8_t cost = people != 0 ? 3 : !common && !closed ? 0 : first ? 6 : 2;
      if (people != 0) add_unknown(people, word);  // "les Exampliens", whom no dictionary has
      if (common && !first)
        for (std::uint8_t c = 0; c < word.candidate_count; ++c)
          if (word.candidates[c].tag == Tag::noun || word.candidates[c].tag == Tag::adjective) ++word.candidates[c].cost;
      word.add_candidate({.tag = Tag::name, .cost = cost});
    } else if (word.candidate_count == 0) {
      const WordId people = demonym_of(token.word, lower);
      const WordId known = token.word != 0 ? token.word : uninflected(lower);
      add_unknown(people != 0 ? people : known, word);
    }
  }

  static void add_unknown(WordId lemma, Word& word) {
    word.add_candidate({.tag = Tag::noun, .lemma = lemma, .cost = 1});
    word.add_candidate({.tag = Tag::adjective, .lemma = lemma, .cost = 1});
  }

  /// The demonym that an unknown word is, or of which it may be the feminine or plural; 0 for others.
  [[nodiscard]] WordId demonym_of(WordId word, const std::string& lower) const {
    if (!language_.demonyms(word).empty()) return word;
    const WordId base = uninflected(lower);
    return language_.demonyms(base).empty() ? 0 : base;
  }

  void add_analysis(const Analysis& analysis, bool closed, Word& word) {
    const Tag tag = tag_of(analysis);
    if (closed && (!is_open_class(tag) || tag == Tag::adverb)) return;
    Reading reading{.tag = tag,
                    .lemma = language_.lemma_word(analysis.lemma),
                    .dictionary_lemma = analysis.lemma,
                    .form = analysis.verb_form,
                    .tense = analysis.tense,
                    .gender = analysis.gender,
                    .number = analysis.number,
                    .person = analysis.person,
                    .valency = analysis.valency};
    reading.features = language_.lemma_features(reading.lemma);
    unsigned cost = closed ? 4 : 0;
    if (tag == Tag::verb) cost += verb_cost(analysis);
    if (tag == Tag::verb && word.capitalised && !out_.words.empty() && !tokens_[word.first].all_capitals) cost += 4;
    if (tag == Tag::other) cost += 3;
    if (tag == Tag::noun && word.letter) cost += 6;  // the name of a letter
    if (tag == Tag::adjective && prenominal(analysis)) reading.features.add(Feature::Prenominal);
    if (tag == Tag::noun && prenominal(analysis)) cost += 4;
    if (tag == Tag::noun && auxiliary(word)) cost += 3;
    if (tag == Tag::verb && names_kind(word)) cost += 2;
    if (tag == Tag::past_participle && names_party(word)) cost += 3;
    if (tag == Tag::infinitive && !out_.words.empty() && out_.words.back().last == word.first && contracted(out_.words.back()))
      cost += 9;
    reading.cost = static_cast<std::uint8_t>(cost);
    word.add_candidate(reading);
  }

  static void mark_participles(Word& word) {
    bool participle = false;
    for (std::uint8_t c = 0; c < word.candidate_count; ++c) participle |= word.candidates[c].tag == Tag::past_participle;
    for (std::uint8_t c = 0; c < word.candidate_count; ++c) word.candidates[c].participle = participle;
  }

  /// "prise" is of "prendre", not of "priser"; "tue" of "tuer", not of "taire": verbs that the lexicon does not know are rarer in
  /// news than the words that it knows.
  static void prefer_known(Word& word) {
    const auto begin = word.candidates.begin();
    const auto end = begin + word.candidate_count;
    if (std::none_of(begin, end, [](const Reading& reading) { return reading.lemma != 0; })) return;
    for (auto reading = begin; reading != end; ++reading)
      if (reading->lemma == 0 && (reading->tag == Tag::verb || reading->tag == Tag::past_participle))
        reading->cost = static_cast<std::uint8_t>(reading->cost + 2);
  }

  [[nodiscard]] static bool contracted(const Word& before) {
    for (std::uint8_t c = 0; c < before.candidate_count; ++c)
      if (before.candidates[c].features.has(Feature::Contracted)) return true;
    return false;
  }

  /// "groupe", "base": a noun for a kind of actor before it is a verb.
  [[nodiscard]] bool names_kind(const Word& word) const {
    for (const Analysis& analysis : language_.morphology().lookup(to_lower(tokens_[word.first].span.of(text_))))
      if (analysis.word_class == WordClass::noun && !language_.class_nouns(language_.lemma_word(analysis.lemma)).empty())
        return true;
    return false;
  }

  /// "allié": a noun that stands for somebody before it is a participle.
  [[nodiscard]] bool names_party(const Word& word) const {
    for (const Analysis& analysis : language_.morphology().lookup(to_lower(tokens_[word.first].span.of(text_)))) {
      if (analysis.word_class != WordClass::noun) continue;
      for (const Phrase& phrase : language_.nouns(language_.lemma_word(analysis.lemma)))
        for (const Frame& frame : language_.entry(phrase.entry).frames)
          if (frame.source.size() == 1 && frame.source.front().slot == Slot::self) return true;
    }
    return false;
  }

  /// "grand", "nouveau": the few adjectives that stand before their noun; they are seldom nouns.
  [[nodiscard]] bool prenominal(const Analysis& analysis) const {
    return language_.lemma_features(language_.lemma_word(analysis.lemma)).has(Feature::Prenominal);
  }

  /// "est", "a": hardly ever the noun.
  [[nodiscard]] bool auxiliary(const Word& word) const {
    for (const Analysis& analysis : language_.morphology().lookup(language_.words().text(tokens_[word.first].word)))
      if (analysis.word_class == WordClass::verb &&
          language_.lemma_features(language_.lemma_word(analysis.lemma)).has(Feature::Auxiliary))
        return true;
    return false;
  }

  /// "pro-iraniennes", "proturcs", "ex-ministre", "nord-coréens": read as their last part; a prefix that the lexicon
  /// knows is remembered.
  bool read_prefixed(const std::string& lower, Word& word) {
    const std::size_t hyphen = lower.rfind('-');
    if (hyphen != std::string::npos && prefixed_name(lower, word)) return true;
    if (hyphen != std::string::npos) {
      const std::string last = lower.substr(hyphen + 1);
      for (const Analysis& analysis : language_.morphology().lookup(last)) add_analysis(analysis, false, word);
      if (word.candidate_count == 0) return false;
      const WordId prefix = language_.words().find(lower.substr(0, lower.find('-')));
      if (!language_.prefixes(prefix).empty()) word.prefix = prefix;
      if (word.prefix == 0) forget_demonym(lower, word);
      return true;
    }
    for (std::size_t length = 3; length <= 4 && length + 3 < lower.size(); ++length) {
      const WordId prefix = language_.words().find(lower.substr(0, length));
      if (language_.prefixes(prefix).empty()) continue;
      for (const Analysis& analysis : language_.morphology().lookup(lower.substr(length)))
        if (!language_.demonyms(language_.lemma_word(analysis.lemma)).empty()) add_analysis(analysis, false, word);
      if (word.candidate_count > 0) {
        word.prefix = prefix;
        return true;
      }
    }
    return false;
  }

  /// "pro-Ankara": an adjective made of a name.
  bool prefixed_name(const std::string& lower, Word& word) {
    const WordId prefix = language_.words().find(lower.substr(0, lower.find('-')));
    if (language_.prefixes(prefix).empty()) return false;
    const std::string_view text = tokens_[word.first].span.of(text_);
    cut_.clear();
    cut_name(text, cut_);
    if (cut_.size() < 2 || !is_upper(code_point_at(cut_[1], 0).value)) return false;
    std::uint32_t node = 0;
    for (std::size_t i = 1; i < cut_.size(); ++i) {
      node = language_.gazetteer().step(node, language_.gazetteer().piece(fold(cut_[i])));
      if (node == 0) return false;
    }
    const auto names = language_.gazetteer().names(node);
    if (names.empty()) return false;
    word.prefix = prefix;
    word.name_begin = static_cast<std::uint32_t>(out_.names.size());
    out_.names.insert(out_.names.end(), names.begin(), names.end());
    word.name_end = static_cast<std::uint32_t>(out_.names.size());
    word.add_candidate({.tag = Tag::adjective});
    return true;
  }

  /// The demonym or description of which an unknown word may be the feminine or plural ("houthis").
  [[nodiscard]] WordId uninflected(const std::string& lower) const {
    for (std::size_t cut = 1; cut <= 3 && cut + 4 <= lower.size(); ++cut) {
      const WordId word = language_.words().find(std::string_view(lower).substr(0, lower.size() - cut));
      if (!language_.demonyms(word).empty() || !language_.descriptions(word).empty()) return word;
    }
    return 0;
  }

  /// A compound that is no known prefix and a demonym names something else ("nord-coréen" is not "coréen").
  void forget_demonym(const std::string& lower, Word& word) {
    WordId whole = language_.words().find(lower);
    for (std::size_t cut = 1; whole == 0 && cut <= 3 && cut + 4 < lower.size(); ++cut)
      if (!language_.demonyms(language_.words().find(lower.substr(0, lower.size() - cut))).empty())
        whole = language_.words().find(lower.substr(0, lower.size() - cut));
    for (std::uint8_t i = 0; i < word.candidate_count; ++i)
      if (whole != 0 || !language_.demonyms(word.candidates[i].lemma).empty()) word.candidates[i].lemma = whole;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  const Language& language_;
  AnalysedSentence& out_;
  std::vector<std::string_view> cut_;
};

}  // namespace

void Word::add_candidate(const Reading& candidate) {
  for (std::uint8_t i = 0; i < candidate_count; ++i) {
    Reading& known = candidates[i];
    if (known.tag != candidate.tag || known.dictionary_lemma != candidate.dictionary_lemma || known.lemma != candidate.lemma)
      continue;
    if (known.tag == Tag::verb && (known.form != candidate.form || known.tense != candidate.tense)) {
      if (candidate.cost < known.cost) known = candidate;
      return;
    }
    known.gender |= candidate.gender;
    known.number |= candidate.number;
    known.person |= candidate.person;
    known.cost = std::min(known.cost, candidate.cost);
    known.features.add(candidate.features);
    return;
  }
  if (candidate_count < most_candidates) candidates[candidate_count++] = candidate;
}

void read_words(std::string_view text, const std::vector<Token>& tokens, const Sentence& sentence, const Language& language,
                AnalysedSentence& out) {
  WordReader(text, tokens, sentence, language, out).run();
}

}  // namespace entente
