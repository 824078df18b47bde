#include "extract/resolve/discourse.hpp"

#include <algorithm>

#include "extract/text/utf8.hpp"

namespace entente {
std::string slug(std::string_view label) {
  std::string out;
  for (const char c : fold(label)) {
    const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (keep) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != '-') {
      out.push_back('-');
    }
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  return out;
}

void Discourse::begin(std::optional<Date> date, std::string_view document) {
  entities_.clear();
  by_actor_.clear();
  by_name_.clear();
  by_last_name_.clear();
  introduced_.clear();
  topics_.clear();
  traces_.clear();
  date_ = date;
  document_ = document;
}

ActorIndex Discourse::of(ActorId actor) {
  const auto [at, fresh] = by_actor_.try_emplace(actor, static_cast<ActorIndex>(entities_.size()));
  if (fresh) {
    const Actor& known = language_.ontology().actors[actor];
    Entity entity;
    entity.actor = actor;
    entity.gender = known.gender;
    entity.roles = known.tenures;
    entity.node = {known.iri, std::string(language_.ontology().preferred_label(actor, language_.tag())), known.actor_class,
                   false};
    add(std::move(entity));
    if (known.actor_class == ActorClass::person) introduce_by_rank(known, at->second);
  }
  return at->second;
}

/// Whom an atlas calls "maréchal X" may be "le maréchal", where the text calls nobody else so.
void Discourse::introduce_by_rank(const Actor& person, ActorIndex entity) {
  for (const Label& label : person.labels) {
    const std::size_t space = label.text.find(' ');
    if (space == std::string::npos) continue;
    const WordId rank = language_.words().find(label.text.substr(0, space));  // names have capitals
    const bool is_rank = std::ranges::any_of(language_.class_nouns(rank), [&](const Phrase& noun) {
      return noun.rest.empty() && language_.has(noun.entry, Feature::Rank);
    });
    if (is_rank) introduced_.try_emplace(rank, entity);
  }
}

ActorIndex Discourse::add(Entity entity) {
  const auto index = static_cast<ActorIndex>(entities_.size());
  if (!entity.generic && (entity.actor == no_id || entity.node.actor_class == ActorClass::person)) {
    const std::string name = slug(entity.node.label);
    if (const std::size_t hyphen = name.rfind('-'); hyphen != std::string::npos) by_last_name_[name.substr(hyphen + 1)] = index;
  }
  entities_.push_back(std::move(entity));
  return index;
}

ActorIndex Discourse::discover(std::string_view label, ActorClass actor_class, bool generic) {
  const std::string key = slug(label);
  if (const auto known = by_name_.find(key); known != by_name_.end()) return known->second;
  // "M. Abadi" after "Haïder al-Abadi": the last word of a longer name.
  if (!generic)
    if (const auto longer = by_last_name_.find(key); longer != by_last_name_.end()) return longer->second;
  Entity entity;
  entity.generic = generic;
  const std::string scope = generic ? "actor/of/" + slug(document_) + "/" : "actor/name/";
  entity.node = {scope + key, std::string(label), actor_class, true};
  const ActorIndex index = add(std::move(entity));
  by_name_.emplace(key, index);
  return index;
}

void Discourse::alias(std::string_view label, ActorIndex entity) { by_name_.try_emplace(slug(label), entity); }

void Discourse::call(ActorIndex index, std::string form, Naming naming) {
  Entity& entity = entities_[index];
  const bool fuller = form.size() > entity.node.name.size();
  if (entity.node.name.empty() || (naming == entity.naming ? fuller : naming > entity.naming)) {
    entity.node.name = std::move(form);
    entity.naming = naming;
  }
}

void Discourse::count_topic(ActorId actor) {
  if (const ActorId country = country_of(actor); country != no_id) ++topics_[country];
}

unsigned Discourse::topic_weight(ActorId country) const {
  const auto at = topics_.find(country);
  return at == topics_.end() ? 0 : at->second;
}

ActorId Discourse::main_country() const {
  ActorId best = no_id;
  unsigned weight = 0;
  for (const auto& [country, count] : topics_)
    if (count > weight || (count == weight && country < best)) {
      best = country;
      weight = count;
    }
  return best;
}

ActorId Discourse::holder(RoleId role, ActorId of, std::uint8_t gender) const {
  const auto& actors = language_.ontology().actors;
  // "le chef du Hezbollah" is nobody of the state in which the group lives.
  const bool lives_apart = of != no_id && actors[of].actor_class == ActorClass::armed_group;
  const ActorId country = of == no_id || lives_apart ? no_id : country_of(of);
  ActorId best = no_id;
  Date latest{};
  for (const ActorId id : language_.holders(role))
    for (const Tenure& tenure : actors[id].tenures) {
      if (tenure.role != role || (tenure.of != of && tenure.of != country)) continue;
      const Gender holder = actors[id].gender;
      if ((gender == Inflection::masculine && holder == Gender::feminine) ||
          (gender == Inflection::feminine && holder == Gender::masculine))
        continue;
      if (date_ && tenure.from && *date_ < *tenure.from) continue;
      if (date_ && tenure.until && *tenure.until < *date_) continue;
      if (!date_ && tenure.until) continue;
      const Date from = tenure.from.value_or(Date{});
      if (best == no_id || latest < from) {
        best = id;
        latest = from;
      }
    }
  return best;
}

ActorIndex Discourse::side_of(ActorIndex entity, bool regular) {
  if (entities_[entity].node.actor_class != ActorClass::person) return entity;
  ActorId best = no_id;
  bool best_fits = false;
  for (const Tenure& tenure : entities_[entity].roles) {
    if (tenure.of == no_id || (date_ && tenure.from && *date_ < *tenure.from)) continue;
    if (date_ && tenure.until && *tenure.until < *date_) continue;
    const std::uint32_t kind = class_bit(language_.ontology().actors[tenure.of].actor_class);
    const bool fits = (kind & (regular ? state_classes : side_classes)) != 0;
    if ((kind & (state_classes | side_classes)) == 0 || (best_fits && !fits)) continue;
    best = tenure.of;
    best_fits = fits;
  }
  return best == no_id ? entities_[entity].side.value_or(entity) : of(best);
}

std::optional<ActorIndex> Discourse::introduced_as(WordId noun) const {
  const auto at = introduced_.find(noun);
  if (noun == 0 || at == introduced_.end()) return std::nullopt;
  return at->second;
}

void Discourse::trace(Trace trace) {
  for (const ActorIndex entity : trace.entities) ++entities_[entity].times;
  traces_.push_back(std::move(trace));
}

void Discourse::retract(std::uint32_t sentence, std::uint32_t phrase) {
  for (std::size_t i = traces_.size(); i-- > 0 && traces_[i].sentence == sentence;)
    if (traces_[i].phrase == phrase) {
      for (const ActorIndex entity : traces_[i].entities) --entities_[entity].times;
      traces_.erase(traces_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
}

/// "l'hôtel" is not the house, nor "les minorités" the inhabitants, of which the text has spoken.
bool Discourse::is_known(ActorIndex entity, std::uint32_t class_mask) const {
  constexpr std::uint32_t groups = class_bit(ActorClass::armed_group) | class_bit(ActorClass::alliance);
  const Entity& known = entities_[entity];
  const std::uint32_t kind = class_bit(known.node.actor_class);
  return (class_mask & kind) != 0 && (!known.generic || (groups & kind) != 0);
}

std::vector<ActorIndex> Discourse::latest(std::uint8_t gender, std::uint8_t number, std::uint32_t sentence) const {
  for (const Trace& trace : recent()) {
    if (trace.sentence + pronoun_reach < sentence) break;
    if (trace.entities.empty() || !agrees(gender, trace.gender) || !agrees(number, trace.number)) continue;
    const ActorClass kind = entities_[trace.entities.front()].node.actor_class;
    if (kind == ActorClass::place || kind == ActorClass::facility) continue;
    if (kind == ActorClass::media_outlet && trace.role != GrammaticalRole::subject) continue;  // "… sur RFI. Il …"
    return trace.entities;
  }
  return {};
}

std::optional<ActorIndex> Discourse::nearest(std::uint32_t class_mask, std::uint32_t sentence, unsigned reach) const {
  std::optional<ActorIndex> other;
  for (const Trace& trace : recent()) {
    if (trace.sentence + reach < sentence) break;
    for (const ActorIndex entity : trace.entities) {
      if (!is_known(entity, class_mask)) continue;
      if (trace.role == GrammaticalRole::subject) return entity;
      if (!other) other = entity;
    }
  }
  return other;
}

std::optional<ActorIndex> Discourse::nearest_with_role(RoleId role) const {
  for (const Trace& trace : recent())
    for (const ActorIndex entity : trace.entities)
      for (const Tenure& tenure : entities_[entity].roles)
        if (tenure.role == role) return entity;
  return std::nullopt;
}

std::optional<ActorIndex> Discourse::nearest_of(const std::vector<ActorIndex>& organisations, RoleId role) const {
  for (const Trace& trace : recent())
    for (const ActorIndex entity : trace.entities) {
      if (entities_[entity].node.actor_class != ActorClass::person) continue;
      for (const Tenure& tenure : entities_[entity].roles)
        for (const ActorIndex organisation : organisations)
          if (tenure.of != no_id && (role == no_id || tenure.role == role) && entities_[organisation].actor == tenure.of)
            return entity;
    }
  return std::nullopt;
}

std::optional<ActorIndex> Discourse::nearest_in(std::uint32_t class_mask, ActorId country) const {
  for (const Trace& trace : recent())
    for (const ActorIndex entity : trace.entities) {
      const Entity& known = entities_[entity];
      if ((class_mask & class_bit(known.node.actor_class)) != 0 && known.actor != no_id && country_of(known.actor) == country)
        return entity;
    }
  return std::nullopt;
}

bool Discourse::has_spoken_of(ActorId actor) const {
  for (const Trace& trace : recent())
    for (const ActorIndex entity : trace.entities) {
      const ActorId known = entities_[entity].actor;
      if (known == no_id) continue;
      const auto& wholes = language_.ontology().actors[known].part_of;
      if (known == actor || std::ranges::find(wholes, actor) != wholes.end()) return true;
    }
  return false;
}

bool Discourse::speaks_of(ActorId country, std::uint32_t sentence, unsigned reach) const {
  for (const Trace& trace : recent()) {
    if (trace.sentence + reach < sentence) break;
    for (const ActorIndex entity : trace.entities)
      if (entities_[entity].actor != no_id && country_of(entities_[entity].actor) == country) return true;
  }
  return false;
}

std::optional<ActorIndex> Discourse::nearest_place_in(ActorIndex region) const {
  const auto& actors = language_.ontology().actors;
  const ActorId wanted = entities_[region].actor;
  if (wanted == no_id) return std::nullopt;
  for (const Trace& trace : recent())
    for (const ActorIndex entity : trace.entities) {
      const ActorId place = entities_[entity].actor;
      if (place == no_id || actors[place].actor_class != ActorClass::place) continue;
      const auto& around = actors[place].located_in;
      if (std::find(around.begin(), around.end(), wanted) != around.end()) return entity;
    }
  return std::nullopt;
}

std::optional<ActorIndex> Discourse::only(std::uint32_t class_mask) const {
  std::optional<ActorIndex> found;
  for (const Trace& trace : recent())
    for (const ActorIndex entity : trace.entities) {
      if ((class_bit(entities_[entity].node.actor_class) & class_mask) == 0 || entities_[entity].generic) continue;
      if (found && *found != entity) return std::nullopt;
      found = entity;
    }
  return found;
}

}  // namespace entente
