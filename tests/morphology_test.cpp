// ENTENTE_MORPHOLOGY_FILE: the table compiled from the dictionary in ENTENTE_HUNSPELL_DIR.

#include "entente/extract/morphology.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <hunspell/hunspell.hxx>
#include <iterator>
#include <set>
#include <span>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../extract/morphology/inflection_codes.hpp"
#include "../extract/morphology/morphology_table.hpp"

namespace entente {
namespace {

namespace fs = std::filesystem;

const fs::path compiled_file = ENTENTE_MORPHOLOGY_FILE;
const fs::path hunspell_folder = ENTENTE_HUNSPELL_DIR;

const Morphology& french() {
  static const Result<Morphology> opened = Morphology::open(compiled_file);
  if (!opened) throw std::runtime_error(to_string(opened.error()));
  return *opened;
}

std::string read_bytes(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder that is gone after the test.
class Scratch {
 public:
  Scratch() {
    std::string name = (fs::temp_directory_path() / "entente-morphology-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary folder");
    folder_ = name;
  }
  ~Scratch() { fs::remove_all(folder_); }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;

  [[nodiscard]] fs::path path(std::string_view name) const { return folder_ / name; }

  [[nodiscard]] fs::path write(std::string_view name, std::string_view bytes) const {
    std::ofstream(path(name), std::ios::binary) << bytes;
    return path(name);
  }

 private:
  fs::path folder_;
};

// --- Printing a reading, as in the golden cases: `attaquer verb cond pres 3 p` ---

constexpr std::array class_names{"noun", "name", "adj",  "verb", "adv",   "det",  "pron",
                                 "prep", "conj", "intj", "num",  "title", "other"};
constexpr std::array form_names{"", "ind", "subj", "cond", "imper", "inf", "ppres", "ppast"};
constexpr std::array tense_names{"", "pres", "impf", "past", "fut"};

std::string features(const Analysis& reading) {
  std::string out;
  const auto add = [&](std::uint8_t bits, std::string_view letters) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
      if ((bits >> i & 1U) != 0) out += letters[i];
    }
    if (bits != 0) out += ' ';
  };
  add(reading.gender, "mf");
  add(reading.person, "123");
  add(reading.number, "sp");
  return out;
}

std::string print(const Morphology& morphology, const Analysis& reading) {
  std::ostringstream out;
  out << morphology.lemma(reading.lemma) << ' ' << class_names.at(static_cast<std::size_t>(reading.word_class));
  for (const std::string_view name :
       {form_names.at(static_cast<std::size_t>(reading.verb_form)), tense_names.at(static_cast<std::size_t>(reading.tense))}) {
    if (!name.empty()) out << ' ' << name;
  }
  std::string text = out.str() + " " + features(reading);
  text.pop_back();
  return text;
}

std::vector<std::string> readings(const Morphology& morphology, std::string_view form) {
  std::vector<std::string> out;
  for (const Analysis& reading : morphology.lookup(form)) out.push_back(print(morphology, reading));
  return out;
}

// --- Golden readings ---

struct Golden {
  std::string form;
  std::vector<std::string> readings;  ///< in the order of the table: by word class, then lemma, then mood
};

std::ostream& operator<<(std::ostream& out, const Golden& golden) { return out << golden.form; }

class Readings : public testing::TestWithParam<Golden> {};

TEST_P(Readings, AreThoseOfTheForm) { EXPECT_EQ(readings(french(), GetParam().form), GetParam().readings); }

INSTANTIATE_TEST_SUITE_P(
    French, Readings,
    testing::Values(
        Golden{"attaqueraient", {"attaquer verb cond pres 3 p"}},
        Golden{"prise",
               {"prise noun f s", "pris adj f s", "prendre verb ppast f s", "priser verb ind pres 13 s",
                "priser verb subj pres 13 s", "priser verb imper pres 2 s"}},
        Golden{"pris", {"pris adj m sp", "prendre verb ind past 12 s", "prendre verb ppast m sp"}},
        Golden{"soutenus", {"soutenu adj m p", "soutenir verb ppast m p"}}, Golden{"soutiendra", {"soutenir verb ind fut 3 s"}},
        Golden{"mange", {"manger verb ind pres 13 s", "manger verb subj pres 13 s", "manger verb imper pres 2 s"}},
        Golden{"mangeons", {"manger verb ind pres 1 p", "manger verb imper pres 1 p"}},
        Golden{"plaçait", {"placer verb ind impf 3 s"}},
        Golden{"appellent", {"appeler verb ind pres 3 p", "appeler verb subj pres 3 p"}},
        Golden{"bombardèrent", {"bombarder verb ind past 3 p"}}, Golden{"bombardant", {"bombarder verb ppres pres"}},
        Golden{"bombardassent", {"bombarder verb subj impf 3 p"}},
        Golden{"bombardé", {"bombardé adj m s", "bombarder verb ppast m s"}}, Golden{"lutté", {"lutter verb ppast mf sp"}},
        Golden{"a", {"a noun m sp", "avoir verb ind pres 3 s"}}, Golden{"ont", {"avoir verb ind pres 3 p"}},
        Golden{"sont", {"être verb ind pres 3 p"}}, Golden{"été", {"été noun m s", "être verb ppast mf sp"}},
        Golden{"allées", {"allée noun f p", "aller verb ppast f p"}}, Golden{"fussé", {"être verb subj impf 1 s"}},
        Golden{"ci-gît", {"ci-gît verb ind pres 3 s"}}, Golden{"vas-y", {"aller verb imper pres 2 s"}},
        Golden{"les", {"le det mf p", "les pron mf p"}}, Golden{"le", {"le det m s", "le pron m s"}},
        Golden{"la", {"la noun m sp", "le det f s", "le pron f s"}}, Golden{"du", {"du det m s"}},
        Golden{"aux", {"au det mf p", "au prep mf p"}}, Golden{"des", {"des det mf p"}},
        Golden{"l'", {"le det mf s", "le pron mf s"}}, Golden{"ils", {"ils pron m 3 p"}}, Golden{"nous", {"nous pron mf 1 p"}},
        Golden{"ses", {"ses det mf p"}},
        Golden{"contre",
               {"contre noun m s", "contrer verb ind pres 13 s", "contrer verb subj pres 13 s", "contrer verb imper pres 2 s",
                "contre prep"}},
        Golden{"et", {"et conj"}}, Golden{"ne", {"ne adv"}}, Golden{"russes", {"russe noun mf p", "russe adj mf p"}},
        Golden{"syrienne", {"syrien noun f s", "syrien adj f s"}}, Golden{"actrices", {"acteur noun f p"}},
        Golden{"animaux", {"animal noun m p", "animal adj m p"}}, Golden{"nouvelle", {"nouveau noun f s", "nouveau adj f s"}},
        Golden{"Alep", {"Alep name mf sp"}}, Golden{"chefs-d'œuvre", {"chef-d'œuvre noun m p"}},
        Golden{"kilowatts", {"kilowatt noun m p"}}, Golden{"kHz", {"kHz noun m sp"}},
        Golden{"cent", {"cent noun m s", "cent num mf p"}}, Golden{"hélas", {"héler verb ind past 2 s", "hélas intj"}},
        Golden{"xqzzyt", {}}, Golden{"", {}}, Golden{"alep", {}}, Golden{"l'attaque", {}}));

TEST(Morphology, MarksValency) {
  const auto valency = [](std::string_view infinitive) {
    for (const Analysis& reading : french().lookup(infinitive)) {
      if (reading.verb_form == VerbForm::infinitive) return int{reading.valency};
    }
    return -1;
  };
  EXPECT_EQ(valency("attaquer"),
            Analysis::transitive | Analysis::intransitive | Analysis::pronominal | Analysis::auxiliary_avoir);
  EXPECT_EQ(valency("venir"), Analysis::intransitive | Analysis::pronominal | Analysis::auxiliary_etre);
  EXPECT_EQ(valency("participer"), Analysis::intransitive | Analysis::indirect | Analysis::auxiliary_avoir);
  EXPECT_EQ(valency("abstenir"), Analysis::pronominal | Analysis::auxiliary_etre);
}

TEST(Morphology, RefusesWhatIsNoVerbCode) {
  EXPECT_EQ(valency_of("v1__t_____"), Analysis::transitive);
  for (const std::string_view code : {"", "v", "nom", "v4__t____a", "v1__t____", "v1__t____aa"}) {
    EXPECT_FALSE(valency_of(code)) << code;
  }
}

TEST(Morphology, FindsALongFormNowhere) { EXPECT_TRUE(french().lookup(std::string(5000, 'a')).empty()); }

TEST(Morphology, MovesItsMapping) {
  auto first = Morphology::open(compiled_file);
  ASSERT_TRUE(first.ok());
  Morphology second = std::move(*first);
  EXPECT_EQ(readings(second, "et"), std::vector<std::string>{"et conj"});
  auto third = Morphology::open(compiled_file);
  ASSERT_TRUE(third.ok());
  *third = std::move(second);
  EXPECT_EQ(readings(*third, "et"), std::vector<std::string>{"et conj"});
}

// --- All forms of the table ---

std::vector<std::string> all_forms() {
  const std::string bytes = read_bytes(compiled_file);
  table::FileHeader header{};
  std::memcpy(&header, bytes.data(), sizeof header);
  std::vector<std::string> forms;
  const auto* record = reinterpret_cast<const std::byte*>(bytes.data()) + header.records + 4;
  for (std::uint32_t i = 0; i < header.form_count; ++i) {
    const table::RecordHead head = table::record_head(record);
    forms.emplace_back(table::record_form(record, head));
    record += table::record_head_size + head.form_size;
  }
  return forms;
}

TEST(Table, FindsEachOfItsForms) {
  const auto forms = all_forms();
  ASSERT_EQ(forms.size(), french().form_count());
  EXPECT_TRUE(std::is_sorted(forms.begin(), forms.end()));
  for (const std::string& form : forms) {
    const auto found = french().lookup(form);
    ASSERT_FALSE(found.empty()) << form;
    for (const Analysis& reading : found) ASSERT_LT(reading.lemma, french().lemma_count()) << form;
  }
}

TEST(Table, SeparatesElidedArticles) {
  for (const std::string& form : all_forms()) ASSERT_FALSE(form.starts_with("l'") && form != "l'") << form;
}

// --- Hunspell itself as the oracle ---

/// The lemma and one mood code of an analysis, for verbs: {"prendre", "ppas"}.
using LemmaAndMood = std::pair<std::string, std::string>;

constexpr std::array moods{
    std::pair{"infi", std::pair{VerbForm::infinitive, Tense::none}},
    std::pair{"ppre", std::pair{VerbForm::present_participle, Tense::present}},
    std::pair{"ppas", std::pair{VerbForm::past_participle, Tense::none}},
    std::pair{"ipre", std::pair{VerbForm::indicative, Tense::present}},
    std::pair{"iimp", std::pair{VerbForm::indicative, Tense::imperfect}},
    std::pair{"ipsi", std::pair{VerbForm::indicative, Tense::simple_past}},
    std::pair{"ifut", std::pair{VerbForm::indicative, Tense::future}},
    std::pair{"spre", std::pair{VerbForm::subjunctive, Tense::present}},
    std::pair{"simp", std::pair{VerbForm::subjunctive, Tense::imperfect}},
    std::pair{"cond", std::pair{VerbForm::conditional, Tense::present}},
    std::pair{"impe", std::pair{VerbForm::imperative, Tense::present}},
};

std::string straight_apostrophes(std::string text) {
  for (auto at = text.find("’"); at != std::string::npos; at = text.find("’")) text.replace(at, 3, 1, '\'');
  return text;
}

struct OracleAnalysis {
  std::string stem;
  std::set<std::string> codes;
};

OracleAnalysis parse_analysis(const std::string& line, const std::string& form) {
  OracleAnalysis analysis{form, {}};
  std::istringstream parts(line);
  for (std::string part; parts >> part;) {
    if (part.starts_with("st:")) analysis.stem = straight_apostrophes(part.substr(3));
    if (part.starts_with("po:") || part.starts_with("is:")) analysis.codes.insert(part.substr(3));
  }
  return analysis;
}

std::set<LemmaAndMood> moods_of(const std::vector<OracleAnalysis>& analyses) {
  std::set<LemmaAndMood> out;
  for (const auto& analysis : analyses) {
    for (const auto& [code, meaning] : moods) {
      if (analysis.codes.contains(code)) out.emplace(analysis.stem, code);
    }
  }
  return out;
}

std::set<LemmaAndMood> moods_of(const Morphology& morphology, std::span<const Analysis> found) {
  std::set<LemmaAndMood> out;
  for (const Analysis& reading : found) {
    for (const auto& [code, meaning] : moods) {
      const bool is_it = reading.verb_form == meaning.first && reading.tense == meaning.second;
      if (is_it) out.emplace(morphology.lemma(reading.lemma), code);
    }
  }
  return out;
}

class Oracle : public testing::Test {
 protected:
  std::vector<OracleAnalysis> analyses(const std::string& form) {
    std::vector<OracleAnalysis> out;
    for (const std::string& line : hunspell_.analyze(form)) out.push_back(parse_analysis(line, form));
    return out;
  }

  /// The stem itself, the stem behind a prefix (`kilo` + `mètre`), or the participle of the verb that is the stem.
  static bool comes_from(std::string_view lemma, const Analysis& reading, const OracleAnalysis& analysis) {
    const bool is_participle = reading.word_class != WordClass::verb && analysis.codes.contains("ppas");
    return lemma.ends_with(analysis.stem) || is_participle;
  }

  Hunspell hunspell_{(hunspell_folder / "fr.aff").c_str(), (hunspell_folder / "fr.dic").c_str()};
};

constexpr std::size_t stride = 61;  // a prime: some seven thousand forms of all kinds

TEST_F(Oracle, AcceptsOurFormsWithTheirLemmas) {
  const auto forms = all_forms();
  for (std::size_t i = 0; i < forms.size(); i += stride) {
    ASSERT_TRUE(hunspell_.spell(forms[i])) << forms[i];
    const auto theirs = analyses(forms[i]);
    for (const Analysis& reading : french().lookup(forms[i])) {
      const auto lemma = french().lemma(reading.lemma);
      EXPECT_TRUE(std::ranges::any_of(theirs, [&](const auto& a) { return comes_from(lemma, reading, a); }))
          << forms[i] << ": " << lemma;
    }
  }
}

/// Hunspell reads "Ambre" also as "ambre", we do not.
bool has_capital(std::string_view form) { return (form[0] >= 'A' && form[0] <= 'Z') || (form >= "À" && form < "ß"); }

TEST_F(Oracle, AgreesOnTheMoodsOfVerbs) {
  const auto forms = all_forms();
  for (std::size_t i = stride / 2; i < forms.size(); i += stride) {
    if (has_capital(forms[i])) continue;
    EXPECT_EQ(moods_of(french(), french().lookup(forms[i])), moods_of(analyses(forms[i]))) << forms[i];
  }
}

// --- Files that are not what they should be ---

void expect_refused(const fs::path& file, Error::Kind kind, std::string_view message) {
  const auto opened = Morphology::open(file);
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.error().kind, kind);
  EXPECT_EQ(opened.error().source, file.string());
  EXPECT_NE(opened.error().message.find(message), std::string::npos) << opened.error().message;
}

TEST(MorphologyFile, MustBeThere) {
  const Scratch scratch;
  expect_refused(scratch.path("missing"), Error::Kind::io, "cannot be read");
  expect_refused(scratch.path(""), Error::Kind::io, "directory");
}

TEST(MorphologyFile, MustBeOne) {
  const Scratch scratch;
  expect_refused(scratch.write("empty", ""), Error::Kind::syntax, "too short");
  expect_refused(scratch.write("text", std::string(1000, 'x')), Error::Kind::syntax, "another kind of file");
}

TEST(MorphologyFile, MustBeWhole) {
  const Scratch scratch;
  const std::string bytes = read_bytes(compiled_file);
  expect_refused(scratch.write("cut", bytes.substr(0, bytes.size() / 2)), Error::Kind::syntax, "bytes, found");
  expect_refused(scratch.write("header", bytes.substr(0, sizeof(table::FileHeader))), Error::Kind::syntax, "bytes, found");
  expect_refused(scratch.write("longer", bytes + "x"), Error::Kind::syntax, "bytes, found");
}

TEST(MorphologyFile, MustBeOfThisVersion) {
  const Scratch scratch;
  std::string bytes = read_bytes(compiled_file);
  bytes[offsetof(table::FileHeader, version)] = 99;
  expect_refused(scratch.write("version", bytes), Error::Kind::syntax, "found version 99");
}

TEST(MorphologyFile, MustBeUndamaged) {
  const Scratch scratch;
  const std::string bytes = read_bytes(compiled_file);
  for (const std::size_t at : {offsetof(table::FileHeader, checksum), offsetof(table::FileHeader, slot_count), bytes.size() / 3,
                               bytes.size() / 2, bytes.size() - 1}) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    expect_refused(scratch.write("damaged", damaged), Error::Kind::syntax, "damaged");
  }
}

// --- Compiling ---

TEST(CompileMorphology, GivesTheSameBytesAgain) {
  const Scratch scratch;
  const auto done = compile_morphology(hunspell_folder / "fr.aff", hunspell_folder / "fr.dic", scratch.path("again"));
  ASSERT_TRUE(done.ok()) << to_string(done.error());
  EXPECT_TRUE(read_bytes(scratch.path("again")) == read_bytes(compiled_file));
  EXPECT_FALSE(fs::exists(scratch.path("again.part")));
}

constexpr std::string_view small_aff =
    "SET UTF-8\nNEEDAFFIX !\nFORBIDDENWORD ?\n"
    "SFX A Y 2\nSFX A er é er po:ppas po:adj is:mas is:sg\nSFX A er e [^cg]er po:ipre po:3sg\n"
    "SFX S Y 1\nSFX S 0 s . is:pl\n"
    "PFX L Y 1\nPFX L 0 l' . dp:le+\n"
    "PFX K Y 2\nPFX K 0 kilo .\nPFX K 0 mi/S! .\n";

class SmallDictionary : public testing::Test {
 protected:
  Result<Done> compile(std::string_view aff, std::string_view dic) const {
    return compile_morphology(scratch_.write("a.aff", aff), scratch_.write("a.dic", dic), scratch_.path("a.table"));
  }

  [[nodiscard]] std::vector<std::string> readings_of(std::string_view form) const {
    const auto opened = Morphology::open(scratch_.path("a.table"));
    return opened.ok() ? readings(*opened, form) : std::vector<std::string>{to_string(opened.error())};
  }

  void expect_fault(std::string_view aff, std::string_view dic, std::string_view file, std::uint64_t line,
                    std::string_view message) const {
    const auto done = compile(aff, dic);
    ASSERT_FALSE(done.ok());
    EXPECT_EQ(done.error().source, scratch_.path(file).string());
    EXPECT_EQ(done.error().line, line);
    EXPECT_NE(done.error().message.find(message), std::string::npos) << done.error().message;
    EXPECT_FALSE(fs::exists(scratch_.path("a.table")));
  }

  Scratch scratch_;
};

using Strings = std::vector<std::string>;

TEST_F(SmallDictionary, ExpandsAffixes) {
  const auto done = compile(small_aff,
                            "7\nparler/AL! po:v1__t____a\nwatt/KSL po:nom is:mas is:sg\nx y/S po:nom is:epi st:z\n"
                            "faux/? po:adj\nfaut po:err\nune\nétrange po:etrange\n");
  ASSERT_TRUE(done.ok()) << to_string(done.error());
  EXPECT_EQ(readings_of("parlé"), (Strings{"parlé adj m s", "parler verb ppast m s"}));
  EXPECT_EQ(readings_of("parle"), (Strings{"parler verb ind pres 3 s"}));
  EXPECT_EQ(readings_of("parler"), Strings{});
  EXPECT_EQ(readings_of("l'watt"), Strings{});
  EXPECT_EQ(readings_of("watts"), Strings{"watt noun m p"});
  EXPECT_EQ(readings_of("kilowatts"), Strings{"kilowatt noun m p"});
  EXPECT_EQ(readings_of("kilowatt"), Strings{"kilowatt noun m s"});
  EXPECT_EQ(readings_of("miwatt"), Strings{});
  EXPECT_EQ(readings_of("miwatts"), Strings{"miwatt noun m p"});
  EXPECT_EQ(readings_of("x y"), Strings{"z noun mf"});
  EXPECT_EQ(readings_of("x ys"), Strings{"z noun mf p"});
  EXPECT_EQ(readings_of("faux"), Strings{});
  EXPECT_EQ(readings_of("faut"), Strings{});
  EXPECT_EQ(readings_of("une"), Strings{"une other"});
  EXPECT_EQ(readings_of("étrange"), Strings{"étrange other"});
}

TEST_F(SmallDictionary, ComposesLetters) {
  ASSERT_TRUE(compile("SET UTF-8\n", "1\ne\u0301te\u0301 po:nom st:l’e\u0301te\u0301\n").ok());
  EXPECT_EQ(readings_of("\u00e9t\u00e9"), Strings{"l'\u00e9t\u00e9 noun"});
}

TEST_F(SmallDictionary, MayBeEmpty) {
  ASSERT_TRUE(compile("SET UTF-8\n", "0\n").ok());
  EXPECT_EQ(readings_of("et"), Strings{});
}

TEST_F(SmallDictionary, SaysWhatIsWrongAndWhere) {
  expect_fault("SET ISO8859-1\n", "0\n", "a.aff", 1, "expected SET UTF-8");
  expect_fault("SET UTF-8\nFLAG num\n", "0\n", "a.aff", 2, "found FLAG num");
  expect_fault("AF 3\n", "0\n", "a.aff", 1, "aliases");
  expect_fault("SFX A Y many\n", "0\n", "a.aff", 1, "number of rules");
  expect_fault("SFX A Y 2\nSFX A 0 s .\n", "0\n", "a.aff", 2, "expected 2 rules of SFX A, found 1");
  expect_fault("SFX A Y 1\nSFX A 0 s [ab\n", "0\n", "a.aff", 2, "closed brackets");
  expect_fault("FLAG long\nSFX ab Y 1\nSFX ab 0 s/abc .\n", "0\n", "a.aff", 3, "two characters");
  expect_fault("SET UTF-8\n", "\xFF\n", "a.dic", 1, "UTF-8");
  expect_fault("SET UTF-8\n", "word\n", "a.dic", 1, "number of entries");
  expect_fault("FLAG long\n", "1\nword/abc\n", "a.dic", 2, "two characters");
  expect_fault("SET UTF-8\n", "1\n po:nom\n", "a.dic", 2, "expected a word");
}

TEST_F(SmallDictionary, RefusesFormsThatDoNotFit) {
  const auto done = compile("SET UTF-8\n", "1\n" + std::string(256, 'a') + "\n");
  ASSERT_FALSE(done.ok());
  EXPECT_EQ(done.error().kind, Error::Kind::value);
}

TEST_F(SmallDictionary, IsWrittenIntoAPipeAndDoesNotReplaceIt) {
  const auto pipe = scratch_.path("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  const int end = ::open(pipe.c_str(), O_RDWR);
  ASSERT_GE(end, 0);
  const auto done = compile_morphology(scratch_.write("a.aff", "SET UTF-8\n"), scratch_.write("a.dic", "0\n"), pipe);
  EXPECT_TRUE(done.ok());
  EXPECT_TRUE(fs::is_fifo(pipe));
  if (fs::is_fifo(pipe)) {
    std::array<char, 8> first{};
    EXPECT_EQ(::read(end, first.data(), first.size()), 8);
    EXPECT_EQ(first, table::magic);
  }
  ::close(end);
}

TEST(CompileMorphology, NamesTheFileThatCannotBeReadOrWritten) {
  const Scratch scratch;
  const auto aff = scratch.write("a.aff", "SET UTF-8\n");
  const auto dic = scratch.write("a.dic", "0\n");
  const auto missing = scratch.path("missing");
  EXPECT_EQ(compile_morphology(missing, dic, scratch.path("out")).error().source, missing.string());
  EXPECT_EQ(compile_morphology(aff, missing, scratch.path("out")).error().kind, Error::Kind::io);
  EXPECT_EQ(compile_morphology(aff, scratch.path(""), scratch.path("out")).error().kind, Error::Kind::io);
  const auto nowhere = scratch.path("no/such/folder");
  EXPECT_EQ(compile_morphology(aff, dic, nowhere).error().source, nowhere.string());
}

}  // namespace
}  // namespace entente
