#include "extract/pipeline.hpp"

#include "extract/date/publication_date.hpp"
#include "extract/quote/first_person.hpp"
#include "extract/relate/company.hpp"

namespace entente {

void Pipeline::run(const Document& document, std::string_view text, bool is_first) {
  tokens.clear();
  sentences.clear();
  mentions.clear();
  statements.clear();
  refusals.clear();
  utterances.clear();
  times.clear();
  forms.make_room();
  tokenize(text, forms, tokens);
  quoted.clear();
  find_quoted(text, tokens, quoted);
  for (const QuotedSpan& span : quoted)
    for (std::uint32_t t = span.first_token; t < span.last_token; ++t) tokens[t].quoted = true;
  split_sentences(text, tokens, language, sentences);
  const std::size_t count = sentences.size();
  analysed.resize(count);
  syntax.resize(count);
  referents.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    read_words(text, tokens, sentences[i], language, forms, analysed[i]);
    choose_readings(analysed[i]);
    parse(analysed[i], language, syntax[i]);
  }
  if (is_first) {
    discourse.begin(document.info.date ? document.info.date : publication_date(text, tokens, analysed, language),
                    document.info.id);
  } else {
    discourse.forget_traces();
  }
  count_topics();
  ReferenceResolver resolver(language, discourse);
  for (std::uint32_t i = 0; i < count; ++i) resolver.resolve(text, tokens, analysed[i], syntax[i], i, referents[i], mentions);
  const DocumentView view{text, tokens, analysed, syntax, referents, quoted};
  find_utterances(view, language, discourse, utterances);
  resolve_first_person(view, utterances, language, discourse, referents);
  for (std::uint32_t i = 0; i < count; ++i) {
    relate({analysed[i], syntax[i], referents[i], i}, language, discourse, statements, explains ? &refusals : nullptr);
    deny_accusations({analysed[i], syntax[i], referents[i], i}, language, discourse, statements);
  }
  if (!statements.empty())
    keep_company(language, discourse, Company(language, analysed), statements, explains ? &refusals : nullptr);
  if (!statements.empty() || explains) find_times(view, language, discourse.date(), times);
  date_statements(view, language, times, discourse.date(), statements);
  code_points.build(text);
}

/// What the document is about decides whom "les rebelles" and "le régime" mean, from its first line on.
void Pipeline::count_topics() {
  for (const AnalysedSentence& sentence : analysed)
    for (const Word& word : sentence.words) {
      if (word.is_name()) discourse.count_topic(sentence.names[word.name_begin].actor);
      const auto demonyms = language.demonyms(word.lemma() != 0 ? word.lemma() : word.surface);
      if (!demonyms.empty()) discourse.count_topic(demonyms.front());
    }
}

}  // namespace entente
