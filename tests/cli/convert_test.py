"""`entente convert`: messages, exit statuses, and input that is hard on a reader."""
import os
import json
import pathlib
import re
import subprocess
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ProgramTest, own_memory, run

PREFIX = "@prefix ex: <http://example.org/> .\n"


class Convert(ProgramTest):
    def written(self, name, content):
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def n_triples(self, name, content, *options, status=0, message=""):
        process = run("convert", self.written(name, content), "--to", "ntriples", *options)
        self.expect(process, status, message)
        return process.stdout.decode()

    def test_wrong_usage(self):
        source = self.written("a.ttl", PREFIX)
        for arguments, message in (
            ((self.written("a.rdf", ""),), "expected --from, since the name of"),
            (("-",), "expected --from, since the name of standard input"),
            ((source, "--from", "rdfxml"), "--from: expected one of turtle, "),
            ((source, "--to", "claims"), "--to: expected one of turtle, "),
            ((source, "-o", self.folder / "a.ttl"), "is an input and would be overwritten"),
            ((self.written("a.gexf", ""),), "can be written but not read"),
            ((source, "--base", "here"), "expected an absolute IRI"),
            ((source, "--base", ":here"), "expected an absolute IRI"),
            ((source, "--base", "1a:here"), "expected an absolute IRI"),
            (("-", "-", "--from", "turtle"), "only once"),
        ):
            with self.subTest(arguments):
                process = run("convert", *arguments)
                self.expect(process, 2, message)
                self.assertEqual(process.stdout, b"")

    def test_a_mistake_has_its_place_and_a_caret(self):
        source = self.written("bad.ttl", PREFIX + "ex:é ex:p foo:b , 3 .\nex:c ex:p ex:d .\n")
        output = self.folder / "out.nt"
        process = run("convert", source, "-o", output)
        self.expect(process, 1, "bad.ttl:2:11: expected a prefix that is declared, found \"foo\"\n    ex:é ex:p foo:b , 3 .\n              ^\n")
        self.assertFalse(output.exists())
        process = run("convert", source, "-o", output, "--lax")
        self.expect(process, 1, "1 statement skipped")
        self.assertEqual(output.read_text(), "<http://example.org/c> <http://example.org/p> <http://example.org/d> .\n")

    def test_lax_gives_up_whole_statements(self):
        got = self.n_triples("a.ttl", PREFIX + "ex:a ex:p 1, 2 ;\n  ex:q \"\\x\" .\nex:b ex:p \"\"\"unended\n.\nex:c ex:p 3 .", "--lax", status=1)
        self.assertEqual([line.split()[0] for line in got.splitlines()], ["<http://example.org/c>"])
        lines = b"<a:s> <a:p> <a:o> .\n<a:s> <a:p> \"\xff\" .\n<a:s> <a:p> <o> .\n<a:s> <a:p> \"x\"@en .\n"
        got = self.n_triples("a.nt", lines, "--lax", status=1, message="2 statements skipped")
        self.assertEqual(got, "<a:s> <a:p> <a:o> .\n<a:s> <a:p> \"x\"@en .\n")

    def test_lax_keeps_graphs_apart(self):
        """What is given up may open and close graphs: no statement gets into the graph of another."""
        kept = "<x:k> <x:p> <x:o>"
        for text, expected in (
            ("<x:g> { <x:a> <x:p> bad . } <x:h> {\n <x:k> <x:p> <x:o> .\n}", f"{kept} <x:h> .\n"),
            ("<x:g> { <x:a> <x:p> bad }\n<x:k> <x:p> <x:o> .", f"{kept} .\n"),
            ("<x:a> <x:p> bad } <x:g> { <x:k> <x:p> <x:o> }", f"{kept} <x:g> .\n"),
            ("<x:a> bad <x:g> {\n<x:b> <x:p> <x:o> .\n<x:c> <x:p> <x:o> .\n}\n<x:k> <x:p> <x:o> .", f"{kept} .\n"),
            ("<x:g> { <x:a> <x:p> \"} unended .\n<x:k> <x:p> <x:o> . }", f"{kept} <x:g> .\n"),
            ("<x:g> { <x:a> <x:p> <x:}b> ; # } {\n bad .\n<x:k> <x:p> <x:o> . }", f"{kept} <x:g> .\n"),
        ):
            with self.subTest(text):
                self.assertEqual(self.converted("a.trig", text, "nquads", "--lax", status=1), expected)

    def test_what_serd_reads_wrong(self):
        self.assertIn('"123"^^<http://www.w3.org/2001/XMLSchema#integer> .', self.n_triples("a.ttl", PREFIX + "ex:a ex:p 123."))
        for bad, message in (("\"\\ud800\"", "surrogates"), ("\"a\"@1", "a language tag"), ("<a b>", "'>'"), ("_:-a", "a label")):
            with self.subTest(bad):
                self.n_triples("a.ttl", PREFIX + "ex:a ex:p " + bad + " .", status=1, message=message)
        got = self.n_triples("a.ttl", "<a/../b> <c/./d> <../e> .", "--base", "http://e.org/x/y/z")
        self.assertEqual(got, "<http://e.org/x/y/b> <http://e.org/x/y/c/d> <http://e.org/x/e> .\n")
        self.n_triples("a.ttl", b"<a:s> <a:p> \"\xc3\" .", status=1, message="1:14: expected UTF-8")

    def test_json_that_ends_early_is_told(self):
        for text in ("{", "[", '{"@id":"http://a/"', '"abc', "3", '{"x:p":1}3', '{"x:p":1}\0{"@id":'):
            with self.subTest(text):
                self.converted("a.jsonld", text, "ntriples", status=1, message="a.jsonld:1:")

    def test_lists_in_cycles(self):
        first, rest, nil = (f"<http://www.w3.org/1999/02/22-rdf-syntax-ns#{name}>" for name in ("first", "rest", "nil"))
        cycles = ([f'_:c {first} "1"', f"_:c {rest} _:d", f"_:d {first} _:x", f"_:d {rest} {nil}", "_:x <x:q> _:c"],
                  [f"_:a {first} _:a", f"_:a {rest} {nil}"],
                  [f"_:a {first} _:b", f"_:a {rest} {nil}", f"_:b {first} _:a", f"_:b {rest} {nil}", "<x:s> <x:p> _:a"])
        for lines in cycles:
            for order in (lines, lines[::-1]):
                text = "".join(f"{line} .\n" for line in order)
                for to in ("turtle", "trig", "jsonld"):
                    with self.subTest(text=text, to=to):
                        written = self.written("a." + to, self.converted("a.nt", text, to))
                        again = run("convert", written, "--from", to, "--to", "ntriples").stdout.decode()
                        self.assertEqual(len(set(again.splitlines())), len(lines))

    def test_an_iri_that_json_ld_would_take_for_a_name(self):
        source = self.written("a.nt", "<skos:z> <x:p> <schema:q> .\n")
        self.expect(run("convert", source, "--to", "jsonld"), 1, "--expanded writes it")
        self.assertIn('"skos:z"', run("convert", source, "--to", "jsonld", "--expanded").stdout.decode())

    def test_items_that_are_nothing(self):
        text = '{"@id":"x:a","x:l":{"@list":[null,{"@value":null},{"@set":["v","w"]}]}}'
        self.assertEqual(self.converted("a.jsonld", text, "turtle").split("<x:l> ")[1], '("v" "w") .\n')

    def test_rdf_1_2_is_named(self):
        for text in ("<<ex:a ex:b ex:c>> ex:d ex:e .", "ex:a ex:b <<( ex:a ex:b ex:c )>> .", "ex:a ex:b ex:c {| ex:d ex:e |} .", "VERSION \"1.2\"",
                     "@version \"1.2\" .", "ex:a ex:b \"c\"@fr--ltr ."):
            with self.subTest(text):
                self.n_triples("a.ttl", PREFIX + text, status=1, message="RDF 1.2")
        for text in ("<<( <a:a> <a:b> <a:c> )>> <a:d> <a:e> .", "<a:a> <a:b> <<( <a:a> <a:b> <a:c> )>> .", "<a:a> <a:b> \"c\"@fr--ltr ."):
            with self.subTest(text):
                self.n_triples("a.nt", text, status=1, message="RDF 1.2")

    def test_relative_iris_need_a_base(self):
        self.n_triples("a.ttl", "<a> <b> <c> .", status=1, message="1:1: expected an absolute IRI, as there is no base")
        self.assertEqual(self.n_triples("a.ttl", "BASE <http://e/> <a> <b> <#c> ."), "<http://e/a> <http://e/b> <http://e/#c> .\n")
        self.n_triples("a.nt", "<a> <b:b> <c:c> .", "--base", "http://e/", status=1, message="1:1: expected an absolute IRI")

    def test_blank_nodes_of_inputs_do_not_meet(self):
        one = self.written("1.ttl", "_:a <x:p> [ <x:q> () ] .")
        two = self.written("2.nt", "_:a <x:p> _:f1-a .\n_:f1-anon1 <x:p> _:anon1 .\n")
        process = run("convert", one, two, "--to", "ntriples")
        self.expect(process, 0)
        labels = [word for line in process.stdout.decode().splitlines() for word in line.split() if word.startswith("_:")]
        self.assertEqual(labels[:2], ["_:f1-a", "_:f1-anon1"])
        self.assertEqual(set(labels[:3]) & set(labels[3:]), set())
        got = self.n_triples("a.ttl", "_:anon1 <x:p> [], _:anonx1 .").split()
        self.assertEqual(len({word for word in got if word.startswith("_:")}), 3)

    def test_deep_nesting(self):
        for opening, closing in (("[ ex:p ", " ]"), ("( ", " )")):
            with self.subTest(opening):
                got = self.n_triples("deep.ttl", PREFIX + "ex:a ex:p " + opening * 100_000 + "1" + closing * 100_000 + " .")
                self.assertGreater(got.count("\n"), 100_000)

    def test_files_that_are_no_text(self):
        self.assertEqual(self.n_triples("empty.ttl", b""), "")
        self.assertEqual(self.n_triples("mark.ttl", b"\xef\xbb\xbf"), "")
        self.assertEqual(self.n_triples("crlf.nt", b"\xef\xbb\xbf# c\r\n\r\n<a:s> <a:p> \"x\" . # c\r\n"), "<a:s> <a:p> \"x\" .\n")
        binary = bytes(range(256)) * 100
        self.n_triples("binary.ttl", binary, status=1, message="binary.ttl:1:1: expected ")
        self.n_triples("binary.nt", binary, "--lax", status=1, message="skipped")
        self.n_triples("binary.trig", binary, "--lax", status=1, message="skipped")
        self.expect(run("convert", self.folder, "--from", "turtle"), 1, "cannot be read: Is a directory")
        self.expect(run("convert", self.folder / "none.ttl"), 1, "none.ttl: cannot be read: No such file")

    def test_terms_across_pieces_of_input(self):
        """Input is read in pieces; terms of every kind lie across their ends."""
        term = 'ex:été%20\\~x.y "é\\u00e9\\n"@fr-FR, """a"b\n""" , 12.5e-3 , <http://example.org/\\u00e9> , _:b.c ; # comment\n '
        for shift in range(0, 130, 7):
            text = PREFIX + "#" + "x" * (262_144 - 400 + shift) + "\nex:s " + term * 8 + " ex:p true ."
            got = self.n_triples("long.ttl", text)
            self.assertEqual(set(got.splitlines()), set(self.n_triples("short.ttl", PREFIX + "ex:s " + term + " ex:p true .").splitlines()))

    def test_characters_across_pieces_of_input(self):
        line = '<http://example.org/é> <http://example.org/p> "été « \U0001F600 »"@fr .\n'
        for start in range(4):
            text = "#" + "x" * start + "\n" + line * 20_000
            for name in ("a.nt", "a.ttl"):
                self.assertEqual(self.n_triples(name, text), line * 20_000)

    def test_huge_literals(self):
        got = self.n_triples("huge.ttl", "<a:s> <a:p> \"" + "é\\n" * 2_000_000 + "\" .")
        self.assertEqual(len(got), len("<a:s> <a:p> \"\" .\n") + 6_000_000)

    def test_huge_literals_from_a_pipe(self):
        """A pipe brings little at a time: what is not whole yet is not looked through again for each piece."""
        line = f'<x:a> <x:p> "{"été " * 2_000_000}" .\n'
        for form in ("ntriples", "turtle"):
            process = run("convert", "-", "--from", form, "--to", "ntriples", input=line.encode())
            self.expect(process, 0)
            self.assertEqual(process.stdout.decode(), line)

    def test_json_ld_with_very_many_keys(self):
        keys = [f"http://x.example/{number}" for number in range(30_000)]
        node = {"@id": "x:a", **dict.fromkeys(keys, "v")}
        for text in (json.dumps(node), json.dumps({"@graph": [node]}), json.dumps([node])[:-2] + f', "{keys[20_000]}": "last"}}]'):
            got = self.converted("a.jsonld", text, "ntriples").splitlines()
            self.assertEqual(len(got), len(keys))
            self.assertEqual(got[20_000], f'<x:a> <{keys[20_000]}> "{"last" if "last" in text else "v"}" .')

    def test_a_thousand_prefixes(self):
        text = "".join(f"@prefix p{i}: <http://example.org/{i}/> .\n" for i in range(1000))
        text += "".join(f"p{i}:a p{i}:b p{i}:c .\n" for i in range(1000))
        self.assertEqual(self.n_triples("prefixes.ttl", text).count("\n"), 1000)

    @own_memory
    def test_memory_does_not_grow(self):
        line = "_:b{0} <http://example.org/p> <http://example.org/o{0}> .\n"
        source = self.written("many.nt", "".join(line.format(i) for i in range(1_000_000)))
        limited = 'ulimit -v 400000; exec "$0" convert "$1" --to ntriples'
        process = subprocess.run(["bash", "-c", limited, os.environ["ENTENTE"], source], capture_output=True)
        self.expect(process, 0)
        self.assertEqual(process.stdout, source.read_bytes())

    def converted(self, name, content, to, *options, status=0, message=""):
        process = run("convert", self.written(name, content), "--to", to, *options)
        self.expect(process, status, message)
        return process.stdout.decode()

    def test_turtle_is_laid_out(self):
        got = self.converted("a.ttl", """@prefix ex: <http://example.org/> . @prefix unused: <http://example.org/unused/> .
            @prefix long: <http://example.org/long/> .
            ex:b ex:p ( 1 ( "x"@fr ) [ ex:q [] ] ) . ex:a ex:p ex:c ; a ex:T . ex:b ex:q [ ex:r true ] , <http://example.org/long/x.y> .
            _:shared ex:p _:shared . ex:c ex:p _:two , _:two2 . ex:d ex:p _:two . _:two2 ex:q () . [] ex:p ex:alone .""", "turtle")
        self.assertEqual(got, """@prefix ex: <http://example.org/> .
@prefix long: <http://example.org/long/> .

ex:b ex:p (1 ("x"@fr) [ ex:q [] ]) ;
    ex:q [ ex:r true ], long:x.y .

ex:a a ex:T ;
    ex:p ex:c .

_:shared ex:p _:shared .

ex:c ex:p _:two, [ ex:q () ] .

ex:d ex:p _:two .

[] ex:p ex:alone .
""")

    def test_blank_nodes_in_a_ring_keep_a_label(self):
        ring = "".join(f"_:n{i} <x:p> _:n{(i + 1) % 40} .\n" for i in range(40)) + "_:tail <x:p> _:n40 .\n"
        for to in ("turtle", "trig", "jsonld"):
            with self.subTest(to):
                written = self.written("ring." + {"turtle": "ttl"}.get(to, to), self.converted("ring.nt", ring, to))
                process = run("convert", written, "--to", "ntriples")
                self.expect(process, 0)
                self.assertEqual(process.stdout.count(b"\n"), 41)

    def test_duplicates(self):
        lines = [f"<x:s{i % 700:03}> <x:p> \"{'é' * (i % 50)}\" .\n" for i in range(5000)]
        got = self.converted("a.nt", "".join(lines), "ntriples", "--unique")
        self.assertEqual(got, "".join(sorted(set(lines), key=str.encode)))

    def test_json_ld_both_ways(self):
        turtle = PREFIX + """ex:a a ex:T ; ex:p 1 , 1.5 , 2e0 , true , "x"@fr-fr , "y" , ex:b , ( 1 (2) "z" ) ; ex:q [ ex:p [ ] ] .
            _:l <http://www.w3.org/1999/02/22-rdf-syntax-ns#first> 1 . ex:b <https://w3id.org/entente/ns#actsFor> ex:a, () .
            ex:a <http://www.w3.org/2004/02/skos/core#prefLabel> "a"@fr , "b"@en , "c" ; ex:j "[1]"^^<http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> ."""
        without_labels = lambda text: sorted(re.sub("_:[^ ]+", "_:", text).splitlines())
        wanted = without_labels(self.converted("a.ttl", turtle, "ntriples"))
        for options in ((), ("--expanded",)):
            written = self.written("a.jsonld", self.converted("a.ttl", turtle, "jsonld", *options))
            back = self.converted("back.jsonld", written.read_bytes(), "ntriples")
            self.assertEqual(without_labels(back), wanted, written.read_text())

    def test_json_ld_mistakes(self):
        for text, message in (
            ('{"@context": {"p": "http://e/p"},\n "@graph": [\n  {"@id": "b", "p": 1}]}', "a.jsonld:3:3: expected an absolute IRI as @id, found \"b\""),
            ('{"@context": "http://example.org/other"}', "as none is fetched"),
            ('{"@graph": [{]}', "a.jsonld:1:14: expected JSON: "),
            ('{"@context": {"a": {"@id": "x:y", "@nest": "b"}}}', "@nest"),
            ("[" * 100_000, "at most 500"),
            ("", "expected JSON"),
            ('["x"]', "expected a node object"),
        ):
            with self.subTest(text[:60]):
                self.converted("a.jsonld", text, "ntriples", status=1, message=message)
        got = self.converted("a.jsonld", '{"@graph": [{"@id": "b", "@type": "x:T"}, {"@id": "x:b", "@type": "x:T"}]}', "ntriples", "--lax", status=1)
        self.assertEqual(got.split()[0], "<x:b>")

    def test_json_ld_graphs_and_order(self):
        got = self.converted("a.jsonld", '{"@graph": [{"@id": "x:a", "@type": "x:T"}], "@id": "x:g"}', "nquads", status=1, message="before \"@graph\"")
        got = self.converted("a.jsonld", '{"@id": "x:g", "x:p": "v", "@graph": [{"@id": "x:a", "@type": "x:T"}]}', "nquads")
        self.assertEqual(sorted(line.split()[-2] for line in got.splitlines()), ['"v"', "<x:g>"])

    def test_json_ld_of_the_project_is_nested(self):
        nested = run("extract", self.file("a.txt"), "--to", "jsonld")
        triples = run("extract", self.file("a.txt"), "--to", "ntriples")
        back = run("convert", "-", "--from", "ntriples", "--to", "jsonld", input=triples.stdout)
        articles = [[node for node in json.loads(output)["@graph"] if "NewsArticle" in node.get("type", ())] for output in (back.stdout, nested.stdout)]
        self.assertEqual(articles[0], articles[1])
        self.assertTrue(articles[0][0]["findings"])
        back = run("convert", "-", "--from", "jsonld", "--to", "ntriples", "--unique", input=nested.stdout)
        self.expect(back, 0)
        self.assertEqual(back.stdout.splitlines(), sorted(triples.stdout.splitlines()))

    def test_what_is_too_long_is_streamed(self):
        lines = [f"<http://example.org/s{i // 3}> <http://www.w3.org/2000/01/rdf-schema#label> \"{i}\" .\n" for i in range(70_000)]
        for to in ("turtle", "trig", "jsonld"):
            with self.subTest(to):
                text = self.converted("a.nt", "".join(lines), to)
                back = self.converted("b." + {"turtle": "ttl"}.get(to, to), text, "ntriples")
                self.assertEqual(back, "".join(lines))

    def test_standard_input_and_graphs(self):
        process = run("convert", "-", "--from", "nquads", "--to", "trig", input=b"<a:s> <a:p> <a:o> <a:g> .\n")
        self.expect(process, 0)
        self.assertIn(b"<a:g> {", process.stdout)
        process = run("convert", "-", "--from", "nquads", "--to", "ntriples", input=b"<a:s> <a:p> <a:o> <a:g> .\n")
        self.expect(process, 0, "1 statement has lost the name of its graph: N-Triples names none")
        process = run("convert", "-", "--from", "nquads", input=b"<a:s>")
        self.expect(process, 1, "standard input:1:6: expected a predicate")


if __name__ == "__main__":
    unittest.main()
