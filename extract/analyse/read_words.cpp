#include <algorithm>
#include <bit>

#include "extract/analyse/first_names.hpp"
#include "extract/analyse/form_reader.hpp"
#include "extract/analyse/words_in_text.hpp"

namespace entente {
namespace {

constexpr Reading punctuation_mark{.tag = Tag::punctuation};
constexpr Reading number{.tag = Tag::numeral};
const Reading year = [] {
  Reading reading = number;
  reading.features.add(Feature::TimeNoun);
  return reading;
}();

/// "1998", "2014": the centuries that news is about.
bool is_year(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")) &&
         std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
}

class WordReader {
 public:
  WordReader(std::string_view text, const std::vector<Token>& tokens, const Sentence& sentence, const Language& language,
             Forms& forms, AnalysedSentence& out)
      : text_(text), tokens_(tokens), sentence_(sentence), language_(language), forms_(forms), out_(out) {}

  void run() {
    out_.clear();
    out_.sentence = sentence_;
    for (std::uint32_t at = sentence_.begin; at < sentence_.end;) at = next(at);
    for (const Word& word : out_.words) note(word);
  }

 private:
  std::uint32_t next(std::uint32_t at) {
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::open_quote || token.kind == TokenKind::close_quote || token.kind == TokenKind::either_quote)
      return at + 1;
    Word& word = out_.words.emplace_back();
    word.first = at;
    word.last = at + 1;
    word.capitalised = token.capitalised;
    word.mark = token.mark;
    word.quoted = token.quoted;
    bool takes_stop = false;
    if (token.kind == TokenKind::punctuation) {
      word.candidates = {&punctuation_mark, 1};
    } else if (token.kind == TokenKind::number) {
      word.candidates = {is_year(text_.substr(token.span.begin, token.span.end - token.span.begin)) ? &year : &number, 1};
    } else if (find_name(at, word)) {
      return take_first_names();
    } else if (word.candidates.empty() && !find_phrase(at, word)) {
      takes_stop = read_single(at, word);
    }
    if (word.last == at + 1) word.surface = token.word;
    return takes_stop ? word.last + 1 : word.last;
  }

  void note(const Word& word) {
    const auto hold = [&](WordId may_be) { out_.held.set(may_be % out_.held.size()); };
    hold(word.surface);
    for (const Reading& reading : word.candidates) {
      hold(reading.lemma);
      if (reading.tag != Tag::preposition || word.last == word.first + 1) continue;
      const std::string_view whole = language_.words().text(reading.lemma);
      hold(language_.words().find(whole.substr(0, whole.find(' '))));
    }
  }

  // Names

  bool find_name(std::uint32_t at, Word& word) {
    if (tokens_[at].form->name_node == 0) return false;
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
      const Form& form = form_at(token);
      node = token == at ? form.name_node : node_after(node, form);
      if (node == 0) break;
      for (const Form::Piece& piece : form.pieces) {
        if (piece.capitalised && pieces < 64) capitals |= std::uint64_t{1} << pieces;
        ++pieces;
      }
      if (!language_.gazetteer().names(node).empty() && !is_lone_letter(token, at) && fits(at, token + 1, node, capitals)) {
        best_last = token + 1;
        best_node = node;
        best_capitals = capitals;
      }
    }
    if (best_last == 0) return false;
    if (best_last == at + 1 && begins_person(at, best_node)) {
      word.candidates = read_name(*tokens_[at].form, language_).list;
      return false;
    }
    accept_name(at, best_last, best_node, best_capitals, word);
    return word.is_name();
  }

  /// "l'agence Sana a dit": a letter after a space is no end of "Sana'a".
  [[nodiscard]] bool is_lone_letter(std::uint32_t token, std::uint32_t first) const {
    const Span& span = tokens_[token].span;
    return token > first && tokens_[token].kind == TokenKind::word && span.end == span.begin + 1 && tokens_[token].space_before &&
           !tokens_[token].capitalised;
  }

  /// "Jordan Dupont", "Paris Martin": behind a country or town there is no unknown name but where it is somebody's first name; an
  /// article or a preposition tells that the country or town is meant.
  [[nodiscard]] bool begins_person(std::uint32_t at, std::uint32_t node) const {
    const auto is_place = [&](const Gazetteer::Name& name) {
      const ActorClass kind = language_.ontology().actors[name.actor].actor_class;
      return kind == ActorClass::state || kind == ActorClass::place;
    };
    if (at + 2 >= sentence_.end || !std::ranges::all_of(language_.gazetteer().names(node), is_place)) return false;
    const Token& next = tokens_[at + 1];
    if (next.kind != TokenKind::word || !next.capitalised || next.all_capitals || !next.space_before || next.form == nullptr)
      return false;
    const bool known = begins_name(at + 1) || next.word != 0;  // "Sahel Horizon", whatever the dictionary knows
    return !known && !tokens_[at].all_capitals && (out_.words.size() < 2 || !introduces(out_.words[out_.words.size() - 2]));
  }

  /// Whether a name of the gazetteer stands at the token, be it of several words.
  [[nodiscard]] bool begins_name(std::uint32_t at) const {
    std::uint32_t node = tokens_[at].form->name_node;
    for (std::uint32_t token = at; node != 0 && token < sentence_.end; ++token) {
      if (token > at) {
        if (tokens_[token].kind != TokenKind::word) return false;
        node = node_after(node, form_at(token));
      }
      if (node != 0 && !language_.gazetteer().names(node).empty()) return true;
    }
    return false;
  }

  /// An article or a preposition.
  [[nodiscard]] static bool introduces(const Word& word) {
    return std::ranges::any_of(word.candidates, [](const Reading& reading) {
      return reading.tag == Tag::determiner || reading.tag == Tag::preposition;
    });
  }

  /// Where the pieces of a form lead from a node of the gazetteer; 0 where no name goes on so.
  [[nodiscard]] std::uint32_t node_after(std::uint32_t node, const Form& form) const {
    if (form.pieces.empty()) return 0;
    for (const Form::Piece& piece : form.pieces) {
      node = language_.gazetteer().step(node, piece.id);
      if (node == 0) return 0;
    }
    return node;
  }

  [[nodiscard]] const Form& form_at(std::uint32_t token) const {
    return tokens_[token].form != nullptr ? *tokens_[token].form : forms_.of(tokens_[token].span.of(text_));
  }

  [[nodiscard]] bool fits(std::uint32_t first, std::uint32_t last, std::uint32_t node, std::uint64_t capitals) const {
    for (const Gazetteer::Name& name : language_.gazetteer().names(node))
      if (name_fits(name, first, last, capitals)) return true;
    return false;
  }

  /// Names are written with their capitals; acronyms all in capitals, or, when they are pronounced as a word, with one.
  [[nodiscard]] bool name_fits(const Gazetteer::Name& name, std::uint32_t first, std::uint32_t last,
                               std::uint64_t capitals) const {
    if (name.after_article && !stands_after_article(first)) return false;
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

  /// "le Monde", "au Monde".
  [[nodiscard]] bool stands_after_article(std::uint32_t first) const {
    if (out_.words.size() < 2) return false;
    const Word& before = out_.words[out_.words.size() - 2];
    return before.last == first && (before.may_have(Feature::Contracted) || before.may_have(Feature::Definite));
  }

  void accept_name(std::uint32_t first, std::uint32_t last, std::uint32_t node, std::uint64_t capitals, Word& word) {
    word.name_begin = static_cast<std::uint32_t>(out_.names.size());
    for (const Gazetteer::Name& name : language_.gazetteer().names(node))
      if (name_fits(name, first, last, capitals) && !is_namesake(name, first, last)) out_.names.push_back(name);
    word.name_end = static_cast<std::uint32_t>(out_.names.size());
    if (!word.is_name()) return;
    word.last = last;
    for (std::uint32_t t = first; t < last && last > first + 1; ++t) look_for_prefix(t, word);
    word.candidates = read_name(*tokens_[first].form, language_).list;
  }

  /// Whether the name of the actor at tokens [first, last) may have first names before it that belong to it.
  [[nodiscard]] bool is_surname(const Actor& actor, std::uint32_t first, std::uint32_t last) const {
    return actor.actor_class == ActorClass::person && (last == first + 1 || !tokens_[first].capitalised);
  }

  /// "Ivan Poutine" is not Vladimir: a surname behind a first name that the actor does not bear.
  [[nodiscard]] bool is_namesake(const Gazetteer::Name& name, std::uint32_t first, std::uint32_t last) const {
    const Actor& actor = language_.ontology().actors[name.actor];
    if (!is_surname(actor, first, last)) return false;
    bool has_first_names = false;
    for (std::size_t i = out_.words.size() - 1; i-- > 0 && is_first_name(out_.words[i], first);) {
      has_first_names = true;
      first = out_.words[i].first;
      if (bears(actor, tokens_[first].form->text)) return false;
    }
    return has_first_names && has_first_name(actor);
  }

  /// "Vladymyr Zelensky", a spelling that no label has, is one name all the same. Returns the token behind it.
  std::uint32_t take_first_names() {
    auto& words = out_.words;
    Word& name = words.back();
    if (name.last == name.first + 1) name.surface = tokens_[name.first].word;
    const Actor& actor = language_.ontology().actors[out_.names[name.name_begin].actor];
    const std::uint32_t last = name.last;
    if (name.name_end != name.name_begin + 1 || !is_surname(actor, name.first, last) || !has_first_name(actor)) return last;
    std::size_t begin = words.size() - 1;
    while (begin > 0 && is_first_name(words[begin - 1], words[begin].first)) --begin;
    if (begin + 1 == words.size()) return last;
    name.first = words[begin].first;
    name.surface = 0;
    words.erase(words.begin() + static_cast<std::ptrdiff_t>(begin), words.end() - 1);
    return last;
  }

  /// Right before `next`, and nothing but a name.
  [[nodiscard]] bool is_first_name(const Word& word, std::uint32_t next) const {
    return word.last == next && word.first + 1 == next && word.capitalised && !word.is_name() && word.mark == 0 &&
           word.prefix == 0 && !tokens_[word.first].all_capitals && tokens_[word.first].form != nullptr &&
           std::ranges::all_of(word.candidates, [](const Reading& reading) { return reading.tag == Tag::name; });
  }

  /// "milices pro-iraniennes" is a name, and says who backs them.
  void look_for_prefix(std::uint32_t token, Word& word) const {
    if (tokens_[token].form == nullptr) return;
    const auto [prefix, stem] = read_prefix(*tokens_[token].form, language_);
    if (prefix == 0) return;
    word.prefix = prefix;
    if (stem != 0) word.stem = stem;
    if (word.stem == 0) word.prefix = 0;
  }

  // Function words and phrases, words of the dictionary

  /// The longest fixed phrase of several words that fits.
  bool find_phrase(std::uint32_t at, Word& word) const {
    Form& form = *tokens_[at].form;
    if (form.longer.empty() || at + 1 >= sentence_.end) return false;
    std::size_t longest = 0;
    std::size_t first = 0;
    for (const Form::Phrase& phrase : std::ranges::equal_range(form.longer, tokens_[at + 1].word, {}, &Form::Phrase::next)) {
      const auto& rest = form.fixed[phrase.fixed].rest;
      if (rest.size() <= longest || !matches(at, rest)) continue;
      longest = rest.size();
      first = phrase.fixed;
    }
    if (longest == 0 || is_verb_with_participle(at, form, first)) return false;
    word.candidates = read_phrase(form, first).list;
    word.last = at + 1 + static_cast<std::uint32_t>(longest);
    return true;
  }

  /// "Il y a dénoncé la guerre", as against "il y a deux ans": before a participle the last word is its auxiliary.
  bool is_verb_with_participle(std::uint32_t at, const Form& form, std::size_t phrase) const {
    const std::uint32_t next = at + 1 + static_cast<std::uint32_t>(form.fixed[phrase].rest.size());
    if (!form.fixed[phrase].reading.features.has(Feature::Ago) || next >= sentence_.end || tokens_[next].form == nullptr)
      return false;
    const auto& readings = read_form(*tokens_[next].form, {}, language_).list;
    const auto is = [](Tag tag) { return [tag](const Reading& reading) { return reading.tag == tag; }; };
    const auto only = [](const Reading& r) { return r.tag == Tag::past_participle || (r.tag == Tag::adjective && r.participle); };
    return std::ranges::any_of(readings, is(Tag::past_participle)) && std::ranges::all_of(readings, only);
  }

  /// A word by itself; whether the full stop behind it is its own.
  bool read_single(std::uint32_t at, Word& word) {
    const Readings& readings = read_form(*tokens_[at].form, place(at), language_);
    word.candidates = readings.list;
    word.prefix = readings.prefix;
    if (!readings.names.empty()) {
      word.name_begin = static_cast<std::uint32_t>(out_.names.size());
      out_.names.insert(out_.names.end(), readings.names.begin(), readings.names.end());
      word.name_end = static_cast<std::uint32_t>(out_.names.size());
    }
    return readings.abbreviation;
  }

  [[nodiscard]] FormPlace place(std::uint32_t at) const {
    const Word* before = out_.words.size() > 1 ? &out_.words[out_.words.size() - 2] : nullptr;
    FormPlace place;
    place.first = before == nullptr;
    place.after_contraction = before != nullptr && before->last == at && before->may_have(Feature::Contracted);
    place.enclitic = tokens_[at].enclitic;
    place.before_capital = place.first && at + 1 < sentence_.end && tokens_[at + 1].kind == TokenKind::word &&
                           tokens_[at + 1].capitalised && tokens_[at + 1].space_before;
    place.before_stop = at + 2 < sentence_.end && tokens_[at + 1].mark == '.' && !tokens_[at + 1].space_before;
    return place;
  }

  [[nodiscard]] bool matches(std::uint32_t at, const std::vector<WordId>& rest) const {
    if (at + rest.size() >= sentence_.end) return rest.empty();
    for (std::size_t i = 0; i < rest.size(); ++i)
      if (tokens_[at + 1 + i].word != rest[i]) return false;
    return true;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  const Sentence& sentence_;
  const Language& language_;
  Forms& forms_;
  AnalysedSentence& out_;
};

}  // namespace

void read_words(std::string_view text, const std::vector<Token>& tokens, const Sentence& sentence, const Language& language,
                Forms& forms, AnalysedSentence& out) {
  WordReader(text, tokens, sentence, language, forms, out).run();
}

}  // namespace entente
