#include "score.hpp"

#include <algorithm>
#include <cassert>
#include <cstdio>
#include <iterator>
#include <tuple>
#include <utility>

#include "code_points.hpp"
#include "fold.hpp"

namespace entente::cli::eval {
namespace {

constexpr std::array<std::string_view, 3> relations{"supports", "attacks", "controls"};

bool is_scored(std::string_view relation) { return std::ranges::find(relations, relation) != relations.end(); }

std::string joined(const Ids& ids) {
  std::string text;
  for (const std::string& id : ids) text += (text.empty() ? "" : "|") + id;
  return text;
}

std::string row(const std::string& name, const Tally& tally) {
  std::array<char, 128> line{};
  std::snprintf(line.data(), line.size(), "%-18s%10.3f%10.3f%10.3f%8zu\n", name.c_str(), tally.precision(), tally.recall(),
                tally.f1(), tally.right + tally.missed);
  return line.data();
}

/// At most four decimals, at least one; "None" where nothing was looked at.
std::string rate(const Share& share) {
  if (share.all == 0) return "None";
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.4f", static_cast<double>(share.right) / static_cast<double>(share.all));
  std::string shown = text.data();
  while (shown.ends_with('0') && !shown.ends_with(".0")) shown.pop_back();
  return shown;
}

/// How well a quotation of the gold and one of the answer fit: likeness, then their indices.
using Pair = std::tuple<double, std::size_t, std::size_t>;

std::vector<Pair> best_pairs_first(const std::vector<const GoldQuotation*>& gold,
                                   const std::vector<const AnswerQuotation*>& told) {
  std::vector<Pair> pairs;
  for (std::size_t i = 0; i < gold.size(); ++i) {
    for (std::size_t j = 0; j < told.size(); ++j) pairs.emplace_back(likeness(gold[i]->text, told[j]->text), i, j);
  }
  std::ranges::sort(pairs, std::ranges::greater());
  return pairs;
}

template <typename Quotation>
std::vector<const Quotation*> of_kind(const std::vector<Quotation>& quotations, std::string_view kind) {
  std::vector<const Quotation*> found;
  for (const Quotation& quotation : quotations) {
    if (quotation.kind == kind) found.push_back(&quotation);
  }
  return found;
}

double ratio(std::size_t part, std::size_t rest) {
  return part + rest == 0 ? 1.0 : static_cast<double>(part) / static_cast<double>(part + rest);
}

}  // namespace

double Tally::precision() const { return ratio(right, spurious); }
double Tally::recall() const { return ratio(right, missed); }
double Tally::f1() const {
  const double sum = precision() + recall();
  return sum == 0 ? 0 : 2 * precision() * recall() / sum;
}

Tally& Tally::operator+=(const Tally& other) {
  right += other.right;
  spurious += other.spurious;
  missed += other.missed;
  return *this;
}

struct Score::Told {
  std::string subject;  ///< rolled up
  std::string predicate;
  std::string object;
  std::string polarity;
  std::vector<const AnswerClaim*> claims;
  bool is_used = false;

  [[nodiscard]] bool is_same(const Told& other) const {
    return std::tie(subject, predicate, object, polarity) ==
           std::tie(other.subject, other.predicate, other.object, other.polarity);
  }

  [[nodiscard]] bool answers(const GoldClaim& gold, const Names& subjects, const Names& objects) const {
    return predicate == gold.predicate && polarity == gold.polarity && share_a_name(names_of(claims[0]->subject), subjects) &&
           share_a_name(names_of(claims[0]->object), objects);
  }
};

/// A claim is as sure as the surest of the sentences that tell it.
std::size_t Score::tenth(const Told& told) {
  double most = 0;
  for (const AnswerClaim* claim : told.claims) most = std::max(most, claim->confidence);
  return std::min<std::size_t>(static_cast<std::size_t>(most * 10 + 1e-9), 9);
}

void Score::add(const GoldDocument& gold, std::string_view text, const Answer& answer) {
  ++documents_;
  add_offsets(text, answer);
  add_claims(gold, answer);
  add_quotations(gold, answer, "direct", 0.8, direct_);
  add_quotations(gold, answer, "indirect", 0.6, indirect_);
  add_actors(gold, answer);
}

void Score::add_offsets(std::string_view text, const Answer& answer) {
  for (const auto& claim : answer.claims) offsets_.add(code_points(text, claim.begin, claim.end) == claim.evidence);
  for (const auto& quotation : answer.quotations)
    offsets_.add(code_points(text, quotation.begin, quotation.end) == quotation.text);
}

/// A claim counts once in a document, however often it is told.
void Score::add_claims(const GoldDocument& gold, const Answer& answer) {
  std::vector<Told> told;
  for (const AnswerClaim& claim : answer.claims) {
    if (!is_scored(claim.predicate)) continue;
    Told made{std::string(rolled_up(local_name(claim.subject.iri))),
              claim.predicate,
              std::string(rolled_up(local_name(claim.object.iri))),
              claim.polarity,
              {},
              false};
    auto at = std::ranges::find_if(told, [&](const Told& other) { return other.is_same(made); });
    if (at == told.end()) at = told.insert(told.end(), std::move(made));
    at->claims.push_back(&claim);
  }
  for (const bool is_optional : {false, true}) {
    for (const GoldClaim& claim : gold.claims) {
      if (claim.is_optional == is_optional) add_claim(gold, claim, told);
    }
  }
  for (const Told& one : told) {
    by_confidence_[tenth(one)].add(one.is_used);
    if (one.is_used) continue;
    ++tally_of(one.predicate).spurious;
    error("spurious", gold.id,
          one.subject + " " + one.predicate + " " + one.object + " " + one.polarity + " | " + one.claims[0]->evidence);
  }
}

void Score::add_claim(const GoldDocument& gold, const GoldClaim& claim, std::vector<Told>& told) {
  const Names subjects = wanted(claim.subject);
  const Names objects = wanted(claim.object);
  Told* best = nullptr;
  std::vector<Told*> answers;
  for (Told& one : told) {
    if (!one.answers(claim, subjects, objects)) continue;
    answers.push_back(&one);
    if (best == nullptr || (best->is_used && !one.is_used)) best = &one;
  }
  for (Told* one : answers) one->is_used = true;  // equally good answers are no errors either
  if (claim.is_optional) return;
  if (best != nullptr) return add_match(claim, *best);
  if (!is_scored(claim.predicate)) return;
  ++tally_of(claim.predicate).missed;
  error(
      "missed  ", gold.id,
      joined(claim.subject) + " " + claim.predicate + " " + joined(claim.object) + " " + claim.polarity + " | " + claim.evidence);
}

void Score::add_match(const GoldClaim& claim, const Told& told) {
  ++tally_of(claim.predicate).right;
  if (!claim.modality.empty()) {
    modality_.add(std::ranges::any_of(told.claims, [&](const AnswerClaim* one) { return one->modality == claim.modality; }));
  }
  if (claim.by.empty()) return;
  const Names sources = wanted(claim.by);
  attribution_.add(std::ranges::any_of(
      told.claims, [&](const AnswerClaim* one) { return !one->by.iri.empty() && share_a_name(names_of(one->by), sources); }));
}

void Score::add_quotations(const GoldDocument& document, const Answer& answer, std::string_view kind, double least_likeness,
                           Tally& tally) {
  const auto gold = of_kind(document.quotations, kind);
  const auto told = of_kind(answer.quotations, kind);
  std::vector<bool> found(gold.size());
  std::vector<bool> right(told.size());
  for (const auto& [value, i, j] : best_pairs_first(gold, told)) {
    if (value < least_likeness) break;
    if (found[i] || right[j] || !share_a_name(names_of(told[j]->speaker), wanted(gold[i]->speaker))) continue;
    found[i] = right[j] = true;
    if (!gold[i]->is_optional) ++tally.right;
  }
  const std::string what = std::string(kind) + " quotation of ";
  for (std::size_t i = 0; i < gold.size(); ++i) {
    if (found[i] || gold[i]->is_optional) continue;
    ++tally.missed;
    error("missed  ", document.id, what + joined(gold[i]->speaker) + ": " + std::string(code_points(gold[i]->text, 0, 80)));
  }
  for (std::size_t j = 0; j < told.size(); ++j) {
    if (right[j]) continue;
    ++tally.spurious;
    error("spurious", document.id,
          what + local_name(told[j]->speaker.iri) + ": " + std::string(code_points(told[j]->text, 0, 80)));
  }
}

void Score::add_actors(const GoldDocument& gold, const Answer& answer) {
  const Names optional(gold.optional_actors.begin(), gold.optional_actors.end());
  Names expected;
  for (const std::string& id : gold.actors) {
    if (!id.starts_with("name:")) expected.insert(id);
  }
  Names told;
  for (const std::string& iri : answer.mentions) {
    std::string id = local_name(iri);
    if (catalogue_.empty() || catalogue_.contains(id) || expected.contains(id)) told.insert(std::move(id));
  }
  for (const std::string& id : expected) {
    const bool is_found = told.contains(id);
    ++(is_found ? actors_.right : actors_.missed);
    if (!is_found) error("missed  ", gold.id, "actor " + id);
  }
  for (const std::string& id : told) {
    if (expected.contains(id) || optional.contains(id)) continue;
    ++actors_.spurious;
    error("spurious", gold.id, "actor " + id);
  }
}

void Score::error(const char* what, const std::string& document, const std::string& text) {
  errors_ += std::string("  ") + what + " " + document + ": " + text + "\n";
}

Tally& Score::tally_of(std::string_view relation) {
  const auto* at = std::ranges::find(relations, relation);
  assert(at != relations.end());
  return claims_[static_cast<std::size_t>(std::distance(relations.begin(), at))];
}

std::string Score::table() const {
  std::array<char, 128> head{};
  std::snprintf(head.data(), head.size(), "%-18s%10s%10s%10s%8s\n", "", "precision", "recall", "F1", "gold");
  std::string text = head.data();
  Tally all;
  for (const Tally& one : claims_) all += one;
  text += row("claims", all);
  for (std::size_t i = 0; i < relations.size(); ++i) text += row("  " + std::string(relations[i]), claims_[i]);
  text += row("quotes direct", direct_) + row("quotes indirect", indirect_) + row("actors", actors_);
  return text + "modality " + rate(modality_) + "  attribution " + rate(attribution_) + "  offsets " + rate(offsets_) +
         "  documents " + std::to_string(documents_) + "\n";
}

std::string Score::calibration() const {
  std::array<char, 128> line{};
  std::snprintf(line.data(), line.size(), "%-18s%10s%10s\n", "confidence", "claims", "right");
  std::string text = line.data();
  for (std::size_t i = by_confidence_.size(); i-- > 0;) {
    const Share& share = by_confidence_[i];
    if (share.all == 0) continue;
    std::snprintf(line.data(), line.size(), "%zu.%zu to %.1f        %10zu%10.3f\n", i / 10, i % 10,
                  static_cast<double>(i + 1) / 10, share.all, ratio(share.right, share.all - share.right));
    text += line.data();
  }
  return text;
}

}  // namespace entente::cli::eval
