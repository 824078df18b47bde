"""Actors and triggers of a user's own, without recompiling."""
import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ProgramTest, run, triples, rows

PREFIXES = """\
@prefix ent: <https://w3id.org/entente/ns#> .
@prefix act: <https://w3id.org/entente/actor/> .
@prefix lex: <https://w3id.org/entente/lexicon/fr/> .
@prefix lexinfo: <http://www.lexinfo.net/ontology/3.0/lexinfo#> .
@prefix ontolex: <http://www.w3.org/ns/lemon/ontolex#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
ACTOR = """
act:Zorglonde a ent:ArmedGroup ; skos:prefLabel "Front du Zorglonde"@fr, "Zorglonde Front"@en ; ent:acronym "FZL"@fr .
"""
TRIGGER = """
lex:zorgler-v a ontolex:LexicalEntry ;
    lexinfo:partOfSpeech lexinfo:verb ;
    ontolex:canonicalForm [ ontolex:writtenRep "bichonner"@fr ] ;
    ent:frame [ ent:evokes ent:supports ; ent:source ent:subject ; ent:target ent:object ] ;
    ent:example "La Russie bichonne la Syrie."@fr .
"""
RELATION = """
ent:accuses a owl:ObjectProperty, ent:Relation ; rdfs:label "accuse"@fr, "accuses"@en ; rdfs:comment "Says that somebody did wrong."@en ;
    rdfs:domain ent:Actor ; rdfs:range ent:Actor .
lex:accuser-x-v a ontolex:LexicalEntry ;
    lexinfo:partOfSpeech lexinfo:verb ;
    ontolex:canonicalForm [ ontolex:writtenRep "blâmer"@fr ] ;
    ent:frame [ ent:evokes ent:accuses ; ent:source ent:subject ; ent:target ent:object ] ;
    ent:example "La Russie blâme la Syrie."@fr .
"""


class Warnings(ProgramTest):
    def warnings(self, turtle):
        process = run("check", self.file("own.ttl", PREFIXES + turtle))
        self.expect(process, 0)
        return [line for line in process.stdout.decode().splitlines() if "warning" in line]

    def test_warnings(self):
        for turtle, message in (
            ("act:Zorg a ent:ArmedGroup .", "expected a name (skos:prefLabel) for act:Zorg"),
            ('act:Zorg a ent:State ; skos:prefLabel "France"@fr .', "which act:France has too"),
            ('act:Zorg a ent:State ; skos:prefLabel "Zorg"@fr ; ent:demonym "syrienne"@fr .', 'a form of "syrien"'),
            ('act:Zorg a ent:State ; skos:prefLabel "Zorg"@french .', 'expected a language tag such as "fr"'),
            ('lex:zorgler-v a ontolex:LexicalEntry ; lexinfo:partOfSpeech lexinfo:verb ;\n'
             '    ontolex:canonicalForm [ ontolex:writtenRep "zorgler"@fr ] ;\n'
             '    ent:frame [ ent:evokes ent:supports ; ent:source ent:subject ; ent:target ent:object ] .', '"zorgler"'),
        ):
            with self.subTest(turtle=turtle):
                found = self.warnings(turtle)
                self.assertEqual(len(found), 1, found)
                self.assertIn(message, found[0])
                self.assertIn("own.ttl:", found[0])

    def test_nothing_to_warn_of(self):
        self.assertEqual(self.warnings(ACTOR + TRIGGER), [])


class UserOntology(ProgramTest):
    def claims(self, text, *turtle):
        arguments = ["extract", self.file("a.txt", text), "--to", "claims"]
        for number, content in enumerate(turtle):
            arguments += ["--ontology", self.file(f"user{number}.ttl", PREFIXES + content)]
        process = run(*arguments)
        self.expect(process, 0)
        return triples(process.stdout)

    def test_actor(self):
        text = "Le Front du Zorglonde a attaqué Alep. Le FZL soutient la Russie.\n"
        wanted = {("Zorglonde", "attacks", "Aleppo", "positive"), ("Zorglonde", "supports", "Russia", "positive")}
        self.assertFalse(wanted & self.claims(text))
        self.assertLessEqual(wanted, self.claims(text, ACTOR))

    def test_demonym_that_no_dictionary_has(self):
        state = """
act:Zorgistan a ent:State ; skos:prefLabel "Zorgistan"@fr, "Zorgistan"@en ; ent:demonym "zorgien"@fr .
act:ZorgianFront a ent:ArmedGroup ; skos:prefLabel "milice zorgienne"@fr .
act:JeanneZorg a ent:Person ; skos:prefLabel "Jeanne Zorg"@fr ; ent:gender ent:Feminine ;
    ent:holds [ a ent:Tenure ; ent:role ent:President ; ent:of act:Zorgistan ] .
"""
        found = self.claims("Les Zorgiens attaquent Alep. La présidente zorgienne soutient la Turquie.\n", state)
        self.assertLessEqual({("Zorgistan", "attacks", "Aleppo", "positive"), ("JeanneZorg", "supports", "Turkey", "positive")}, found)

    def test_trigger(self):
        text = "La Russie bichonne la Turquie.\n"
        wanted = ("Russia", "supports", "Turkey", "positive")
        self.assertNotIn(wanted, self.claims(text))
        self.assertIn(wanted, self.claims(text, TRIGGER))

    def test_actor_and_trigger_in_two_files(self):
        self.assertIn(("Russia", "supports", "Zorglonde", "positive"), self.claims("La Russie bichonne le Front du Zorglonde.\n", ACTOR, TRIGGER))

    def test_folder(self):
        self.file("own/actor.ttl", PREFIXES + ACTOR)
        process = run("extract", self.file("a.txt", "Le Front du Zorglonde a attaqué Alep.\n"), "--to", "claims", "--ontology", self.folder / "own")
        self.expect(process, 0)
        self.assertIn(("Zorglonde", "attacks", "Aleppo", "positive"), triples(process.stdout))

    def test_relation(self):
        self.assertIn(("Russia", "accuses", "Turkey", "positive"), self.claims("La Russie a blâmé la Turquie.\n", RELATION))

    def test_user_actor_in_every_format(self):
        user = self.file("user.ttl", PREFIXES + ACTOR)
        article = self.file("a.txt", "Le Front du Zorglonde a attaqué Alep.\n")
        for name in ("turtle", "trig", "ntriples", "nquads", "jsonld", "gexf", "graphml", "claims"):
            with self.subTest(name):
                process = run("extract", article, "--to", name, "--ontology", user)
                self.expect(process, 0)
                self.assertIn(b"Zorglonde", process.stdout)

    def test_broken_turtle(self):
        broken = self.file("broken.ttl", PREFIXES + "\nact:X a ent:ArmedGroup\n    skos:prefLabel \"x\"@fr .\n")
        line = len(PREFIXES.splitlines()) + 3
        for arguments in (("extract", self.file("a.txt")), ("explain", self.file("a.txt"))):
            process = run(*arguments, "--ontology", broken)
            self.expect(process, 1, f"entente: {broken}:{line}:")
            self.assertEqual(process.stdout, b"")

    def test_prefix_that_makes_no_absolute_iri(self):
        """Sord ends the program at an IRI without a scheme."""
        for text in ("@prefix x: <http> .\nx:a x:b x:c .", "@prefix x: <1http:> .\nx:a x:b x:c .", "<1a:b> a <x:c> .", "<x:a> a \"b\"^^<c> ."):
            with self.subTest(text):
                process = run("check", self.file("bad.ttl", text))
                self.assertEqual(process.returncode, 1, process.stderr)
                self.assertRegex(process.stdout.decode(), r"bad.ttl:\d:\d+: expected (a prefix of absolute IRIs|an absolute IRI)")

    def test_missing_turtle(self):
        self.expect(run("extract", self.file("a.txt"), "--ontology", self.folder / "none.ttl"), 1, "none.ttl: ", "No such file")

    def test_check(self):
        process = run("check", self.file("good.ttl", PREFIXES + ACTOR + TRIGGER))
        self.expect(process, 0)
        self.assertEqual(process.stdout, b"no mistakes\n")

    def test_check_names_file_line_and_column(self):
        lines = len(PREFIXES.splitlines())
        bad = self.file("bad.ttl", PREFIXES + "act:X a ent:ArmedGrup ; skos:prefLabel \"x\"@fr .\nact:Y a ent:State ; ent:capitol act:X .\n")
        process = run("check", bad)
        self.expect(process, 1)
        found = process.stdout.decode("utf-8")
        self.assertIn(f"{bad}:{lines + 1}:", found)
        self.assertIn("ArmedGrup", found)
        self.assertIn(f"{bad}:{lines + 2}:", found)
        self.assertIn("capitol", found)

    def test_claims_call_groups_by_their_labels(self):
        """Rather than by what the atlas says they are described as, whichever comes first."""
        text = "Les islamistes somaliens ont pris Adan Yabal. L'armée somalienne a attaqué les shebab à Mogadiscio.\n"
        claims = [row for row in rows(run("extract", self.file("a.txt", text), "--to", "claims").stdout) if row["type"] == "claim"]
        self.assertEqual({claim["subjectLabel"] for claim in claims}, {"shebab", "armée somalienne"})


if __name__ == "__main__":
    unittest.main()
