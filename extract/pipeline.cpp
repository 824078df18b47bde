#include "extract/pipeline.hpp"

#include "extract/date/publication_date.hpp"
#include "extract/quote/first_person.hpp"
#include "extract/relate/company.hpp"

namespace entente {

void Pipeline::run(const Document& document) {
  tokens.clear();
  sentences.clear();
  mentions.clear();
  statements.clear();
  utterances.clear();
  times.clear();
  forms.make_room();
  tokenize(document.text, forms, tokens);
  quoted.clear();
  find_quoted(document.text, tokens, quoted);
  for (const QuotedSpan& span : quoted)
    for (std::uint32_t t = span.first_token; t < span.last_token; ++t) tokens[t].quoted = true;
  split_sentences(document.text, tokens, language, sentences);
  const std::size_t count = sentences.size();
  analysed.resize(count);
  syntax.resize(count);
  referents.resize(count);
  for (std::size_t i = 0; i < count; ++i) {
    read_words(document.text, tokens, sentences[i], language, forms, analysed[i]);
    choose_readings(analysed[i]);
    parse(analysed[i], language, syntax[i]);
  }
  const std::optional<Date> date =
      document.info.date ? document.info.date : publication_date(document.text, tokens, analysed, language);
  discourse.begin(date, document.info.id);
  count_topics();
  ReferenceResolver resolver(language, discourse);
  for (std::uint32_t i = 0; i < count; ++i)
    resolver.resolve(document.text, tokens, analysed[i], syntax[i], i, referents[i], mentions);
  const DocumentView view{document.text, tokens, analysed, syntax, referents, quoted};
  find_utterances(view, language, discourse, utterances);
  resolve_first_person(view, utterances, language, discourse, referents);
  for (std::uint32_t i = 0; i < count; ++i) {
    relate({analysed[i], syntax[i], referents[i], i}, language, discourse, statements, explains);
    deny_accusations({analysed[i], syntax[i], referents[i], i}, language, discourse, statements);
  }
  if (!statements.empty()) keep_company(language, discourse, Company(language, analysed), statements);
  if (!statements.empty() || explains) find_times(view, language, date, times);
  date_statements(view, language, times, date, statements);
  code_points.build(document.text);
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
