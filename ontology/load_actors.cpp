#include <algorithm>
#include <tuple>
#include <utility>

#include "loader.hpp"

namespace entente {
namespace {

std::optional<LabelKind> label_kind(Term term) {
  switch (term) {
    case Term::acronym:
      return LabelKind::acronym;
    case Term::demonym:
      return LabelKind::demonym;
    case Term::metonym:
      return LabelKind::metonym;
    case Term::description:
      return LabelKind::description;
    default:
      return skos_label_kind(term);
  }
}

void add_link(Loader& loader, const Triple& statement, std::vector<ActorId>& links) {
  const ActorId target = loader.resolve(statement, Subject::actor);
  if (target != no_id && std::ranges::find(links, target) == links.end()) links.push_back(target);
}

/// Sets a property that has one value at most; a second, different one is a mistake.
template <typename T>
void set_once(Loader& loader, const Triple& statement, T value, T none, T& out) {
  if (value == none || value == out) return;
  if (out == none) {
    out = value;
  } else {
    loader.diagnostics.wrong(statement, "expected one " + loader.name(statement.predicate) + ", found a second");
  }
}

void set_date(Loader& loader, const Triple& statement, std::optional<Date>& out) {
  if (!is_literal(statement.object)) return;
  set_once(loader, statement, parse_date(text_of(statement.object)), std::optional<Date>(), out);
}

/// Whether `a` is surely before `b`, as far as both are known.
bool is_before(Date a, Date b) {
  if (a.month == 0 || b.month == 0) return a.year < b.year;
  if (a.day == 0 || b.day == 0) return std::pair(a.year, a.month) < std::pair(b.year, b.month);
  return a < b;
}

void load_tenure(Loader& loader, const Triple& link, std::vector<Tenure>& tenures) {
  if (is_literal(link.object)) return;
  Tenure tenure;
  bool has_role = false;
  bool has_of = false;
  for (const Triple& statement : loader.graph.about(link.object)) {
    has_role = has_role || statement.term == Term::tenure_role;
    has_of = has_of || statement.term == Term::tenure_of;
    switch (statement.term) {
      case Term::tenure_role:
        set_once(loader, statement, loader.resolve(statement, Subject::role), no_id, tenure.role);
        break;
      case Term::tenure_of:
        set_once(loader, statement, loader.resolve(statement, Subject::actor), no_id, tenure.of);
        break;
      case Term::tenure_from:
        set_date(loader, statement, tenure.from);
        break;
      case Term::tenure_until:
        set_date(loader, statement, tenure.until);
        break;
      default:
        break;
    }
  }
  if (!has_role) loader.diagnostics.missing(link, "expected an ent:role in this tenure, found none");
  if (!has_of) loader.diagnostics.missing(link, "expected an ent:of in this tenure, found none");
  if (tenure.from && tenure.until && is_before(*tenure.until, *tenure.from)) {
    loader.diagnostics.wrong(link, "expected a tenure that ends after it begins, found " + to_string(*tenure.from) + " to " +
                                       to_string(*tenure.until));
  }
  const auto is_same = [&](const Tenure& other) {
    return std::tie(other.role, other.of, other.from, other.until) == std::tie(tenure.role, tenure.of, tenure.from, tenure.until);
  };
  if (tenure.role != no_id && std::ranges::none_of(tenures, is_same)) tenures.push_back(tenure);
}

void load_actor(Loader& loader, Node node, Actor& actor) {
  for (const Triple& statement : loader.graph.about(node)) {
    if (const std::optional<LabelKind> kind = label_kind(statement.term)) {
      add_label(loader, statement, *kind, actor.labels);
      continue;
    }
    switch (statement.term) {
      case Term::acts_for:
        add_link(loader, statement, actor.acts_for);
        break;
      case Term::part_of:
        add_link(loader, statement, actor.part_of);
        break;
      case Term::located_in:
        add_link(loader, statement, actor.located_in);
        break;
      case Term::capital:
        set_once(loader, statement, loader.resolve(statement, Subject::actor), no_id, actor.capital);
        break;
      case Term::gender:
        set_once(loader, statement, choose(loader, statement, std::span(choices::gender)).value_or(Gender::unknown),
                 Gender::unknown, actor.gender);
        break;
      case Term::holds:
        load_tenure(loader, statement, actor.tenures);
        break;
      default:
        break;
    }
  }
}

void link_capitals(std::vector<Actor>& actors) {
  for (ActorId state = 0; state < actors.size(); ++state) {
    const ActorId capital = actors[state].capital;
    if (capital != no_id && actors[capital].capital_of == no_id) actors[capital].capital_of = state;
  }
}

/// Follows one of the links that lead from a part to its whole, and reports those that come back to where they began:
/// whoever rolls actors up may rely on an end.
class CycleCheck {
 public:
  CycleCheck(Loader& loader, Term term, std::vector<ActorId> Actor::*links)
      : loader_(loader), term_(term), links_(links), states_(loader.ontology.actors.size(), State::unseen) {}

  void run() {
    for (ActorId actor = 0; actor < states_.size(); ++actor) visit(actor);
  }

 private:
  enum class State : std::uint8_t { unseen, open, done };
  struct Step {
    ActorId actor;
    std::size_t next = 0;
  };

  void visit(ActorId first) {
    if (states_[first] != State::unseen) return;
    std::vector<Step> path = {{first}};
    states_[first] = State::open;
    while (!path.empty()) {
      Step& step = path.back();
      std::vector<ActorId>& links = loader_.ontology.actors[step.actor].*links_;
      if (step.next == links.size()) {
        states_[step.actor] = State::done;
        path.pop_back();
        continue;
      }
      const ActorId target = links[step.next];
      if (states_[target] == State::open) {
        report(step.actor, target);
        links.erase(links.begin() + static_cast<std::ptrdiff_t>(step.next));
        continue;
      }
      ++step.next;
      if (states_[target] == State::unseen) {
        states_[target] = State::open;
        path.push_back({target});
      }
    }
  }

  void report(ActorId from, ActorId to) {
    const std::vector<Actor>& actors = loader_.ontology.actors;
    for (const Triple& statement : loader_.graph.statements()) {
      const bool is_link = statement.term == term_ && text_of(statement.subject) == actors[from].iri &&
                           text_of(statement.object) == actors[to].iri;
      if (!is_link) continue;
      loader_.diagnostics.wrong(statement, "expected " + loader_.name(statement.predicate) +
                                               " to lead to a whole, found that it leads back to " +
                                               loader_.name(statement.subject));
      return;
    }
  }

  Loader& loader_;
  Term term_;
  std::vector<ActorId> Actor::*links_;
  std::vector<State> states_;
};

}  // namespace

void load_actors(Loader& loader) {
  for (const std::span<const Triple> about : loader.graph.subjects()) {
    const Node node = about.front().subject;
    if (!is_iri(node) || loader.subject(node) != Subject::actor) continue;
    load_actor(loader, node, loader.ontology.actors[loader.ids.at(node)]);
  }
  link_capitals(loader.ontology.actors);
  CycleCheck(loader, Term::acts_for, &Actor::acts_for).run();
  CycleCheck(loader, Term::part_of, &Actor::part_of).run();
  CycleCheck(loader, Term::located_in, &Actor::located_in).run();
}

}  // namespace entente
