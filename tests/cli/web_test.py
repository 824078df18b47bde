"""What the program makes of web pages and web archives."""
import gzip
import pathlib
import random
import subprocess
import sys
import unittest
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import ARTICLE, SOURCE, ProgramTest, rows, run
from warc import brotli, chunked, record, response

# Long enough to be an article, with two claims that every test looks for.
BODY = ("<p>La Russie soutient la Syrie, a répété mercredi le porte-parole du ministère lors d'un point de presse tenu dans la capitale.</p>"
        "<p>Les rebelles ont attaqué Alep samedi, avant de se replier vers la campagne, selon plusieurs témoins joints par téléphone.</p>")
PAGE = (f'<!doctype html><html lang="fr"><head><title>Titre</title><meta property="article:published_time" content="2024-11-30T08:00:00Z">'
        f'<meta property="og:site_name" content="Presse"></head><body><nav>La France attaque la Belgique.</nav>{BODY}</body></html>').encode()


def zstd(content):
    return subprocess.run(["zstd", "-q", "-c"], input=content, capture_output=True, check=True).stdout


class Web(ProgramTest):
    def extract(self, *inputs, **options):
        return run("extract", *inputs, "--to", "claims", **options)

    def documents(self, process):
        return {row["doc"] for row in rows(process.stdout)}

    def relations(self, process):
        """Pairs of labels, of the claims."""
        return sorted((row["subjectLabel"], row["objectLabel"]) for row in rows(process.stdout) if row["type"] == "claim")

    def triples(self, path):
        process = run("extract", path, "--to", "ntriples")
        self.expect(process, 0)
        return process.stdout.decode()


class Pages(Web):
    def test_page(self):
        plain = self.extract(self.file("plain/a.html", PAGE))
        self.expect(plain, 0)
        self.assertEqual(self.relations(plain), [("Russie", "Syrie"), ("rebelles", "Alep")])
        for name, content in (("upper/a.HTM", PAGE), ("gz/a.html.gz", gzip.compress(PAGE)), ("bare/a", PAGE)):
            with self.subTest(name):
                process = self.extract(self.file(name, content))
                self.expect(process, 0)
                self.assertEqual(process.stdout, plain.stdout)
        process = self.extract("-", input=PAGE)
        self.assertEqual(self.documents(process), {"stdin"})

    def test_metadata(self):
        text = self.triples(self.file("a.html", PAGE))
        for value in ('"Presse"', '"2024-11-30"', '"Titre"'):
            self.assertIn(value, text)

    def test_page_without_article(self):
        self.expect(self.extract(self.file("a.html", "<title>Accueil</title><a href=x>Monde</a>")), 1,
                    "a.html: expected a page with an article, found no main text")

    def test_page_in_another_language(self):
        page = PAGE.replace(b'lang="fr"', b'lang="en-GB"')
        self.expect(self.extract(self.file("a.html", page)), 1, "expected a text in the language fr, found en-GB")

    def test_folder(self):
        self.file("in/a.html", PAGE)
        self.file("in/b.warc", response(PAGE))
        self.file("in/style.css")
        process = self.extract(self.folder / "in")
        self.expect(process, 0)
        self.assertEqual(len(self.documents(process)), 2)


class Archives(Web):
    def expect_relations(self, content, name="a.warc"):
        process = self.extract(self.file(name, content))
        self.expect(process, 0)
        self.assertEqual(self.relations(process), [("Russie", "Syrie"), ("rebelles", "Alep")])
        return process

    def test_record(self):
        process = self.expect_relations(response(PAGE, WARC_Record_ID="<urn:uuid:1234>"))
        self.assertEqual(self.documents(process), {"urn:uuid:1234"})
        text = self.triples(self.folder / "a.warc")
        for value in ('"Presse"', '"2024-11-30"', "https://presse.example/a"):
            self.assertIn(value, text)

    def test_date_of_capture_where_the_page_has_none(self):
        self.assertIn('"2024-12-01"', self.triples(self.file("a.warc", response(BODY.encode()))))

    def test_versions_and_spellings(self):
        self.expect_relations(response(PAGE, version="1.0"))
        self.expect_relations(response(PAGE).replace(b"Content-Length", b"content-length").replace(b"\r\nWARC-Type: ", b"\r\nwarc-type:"))
        self.expect_relations(response(PAGE, WARC_Target_URI="<https://presse.example/a>"))
        self.expect_relations(response(PAGE), "archive")

    def test_codings(self):
        for name, body, http in (
            ("chunked", chunked(PAGE), ["Transfer-Encoding: chunked"]),
            ("gzip", gzip.compress(PAGE), ["Content-Encoding: gzip"]),
            ("deflate", zlib.compress(PAGE), ["Content-Encoding: deflate"]),
            ("bare deflate", zlib.compress(PAGE)[2:-4], ["Content-Encoding: deflate"]),
            ("brotli", brotli(PAGE), ["Content-Encoding: br"]),
            ("chunked brotli", chunked(brotli(PAGE)), ["Content-Encoding: br", "Transfer-Encoding: chunked"]),
            ("zstd", zstd(PAGE), ["Content-Encoding: zstd"]),
            ("chunked zstd", chunked(zstd(PAGE)), ["Content-Encoding: zstd", "Transfer-Encoding: chunked"]),
            ("both", chunked(gzip.compress(PAGE)), ["Content-Encoding: GZIP", "transfer-encoding: Chunked"]),
            ("decoded before", PAGE, ["Content-Encoding: gzip", "Transfer-Encoding: chunked"]),
            ("decoded before", PAGE, ["Content-Encoding: br"]),
        ):
            with self.subTest(name, http=http):
                self.expect_relations(response(body, http=http))

    def test_brotli_of_another_program(self):
        process = self.extract(SOURCE / "tests/fuzz/corpus/archive/brotli-body")
        self.expect(process, 0)
        self.assertIn(("Russie", "Syrie"), self.relations(process))

    def test_codings_cut_short(self):
        for coding, body, message in (("br", brotli(PAGE), "in the coding br, found damage"), ("zstd", zstd(PAGE), "more Zstandard data, found the end"),
                                      ("gzip", gzip.compress(PAGE), "more gzip data, found the end")):
            with self.subTest(coding):
                process = self.extract(self.file("a.warc", response(body[:-20], http=[f"Content-Encoding: {coding}"]) + response(PAGE)))
                self.expect(process, 1, "record at byte 0: expected ", message)
                self.assertEqual(len(self.documents(process)), 1)

    def test_codings_that_unpack_to_more_than_a_document_may_have(self):
        body = b"<p>" + b"mot " * 100_000
        for coding, packed in (("gzip", gzip.compress(body)), ("zstd", zstd(body)), ("br", brotli(body[:65_000]))):
            with self.subTest(coding):
                archive = self.file("a.warc", response(packed, http=[f"Content-Encoding: {coding}"]) + response(PAGE))
                process = run("extract", archive, "--to", "claims", "--max-document", "60K")
                self.expect(process, 1, "expected a document of at most 61440 bytes")
                self.assertEqual(len(self.documents(process)), 1)

    def test_whole_archives_in_zstandard(self):
        """A frame for each record, or one for all."""
        records = [response(PAGE), response(PAGE)]
        for content in (zstd(b"".join(records)), b"".join(map(zstd, records))):
            process = self.extract(self.file("a.warc.zst", content))
            self.expect(process, 0)
            self.assertEqual(len(self.documents(process)), 2)

    def test_codings_that_are_not_there(self):
        for http, message in ((["Content-Encoding: compress"], "record at byte 0: expected an HTTP body in gzip, deflate, br or zstd, found the coding compress"),
                              (["Content-Encoding: br"], "record at byte 0: expected an HTTP body in the coding br, found damage"),
                              (["Content-Encoding: deflate"], "record at byte 0: expected an HTTP body in the coding deflate, found damage")):
            self.expect(self.extract(self.file("a.warc", response(b"\xff\xfe\xfd" * 100, http=http))), 1, message)

    def test_kinds_of_records(self):
        """What is no article is passed over: requests, images, redirections, failures, metadata, pages without a text."""
        others = [
            record("warcinfo", b"software: x\r\n", content_type="application/warc-fields"),
            record("request", b"GET / HTTP/1.1\r\n\r\n", content_type="application/http;msgtype=request"),
            record("metadata", b"x: y", content_type="application/warc-fields"),
            record("revisit", b"HTTP/1.1 200 OK\r\n\r\n"),
            response(PAGE, status="404 Not Found"),
            response(PAGE, status="301 Moved", http=["Location: x"]),
            response(b"\x89PNG\r\n\x1a\n\0\0", content_type="image/png"),
            response(b"User-agent: *\nDisallow: /", target="https://presse.example/robots.txt", content_type="text/plain"),
            response(b"<title>Accueil</title><a href=x>Monde</a>"),
            response(b""),
            record("response", b"1.2.3.4", target="dns:presse.example", content_type="text/dns"),
        ]
        self.expect_relations(b"".join(others) + response(PAGE) + b"".join(others))

    def test_conversions_and_resources(self):
        content = (record("conversion", ARTICLE.encode(), content_type="text/plain", WARC_Record_ID="<urn:a>")
                   + record("resource", PAGE, content_type="text/html", WARC_Record_ID="<urn:b>"))
        process = self.extract(self.file("a.warc", content))
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"urn:a", "urn:b"})

    def test_charset(self):
        body = PAGE.decode().encode("windows-1252")
        self.expect_relations(response(body, content_type="text/html; charset=ISO-8859-1"))
        self.expect_relations(response(body, content_type="text/html"))

    def many(self, *names):
        return [gzip.compress(response(PAGE, WARC_Record_ID=f"<{name}>")) for name in names]

    def test_member_for_each_record(self):
        process = self.extract(self.file("a.warc.gz", b"".join(self.many("a", "b", "c"))))
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"a", "b", "c"})

    def test_damaged_member_between_good_ones(self):
        one, two, three = self.many("a", "b", "c")
        damaged = two[:100] + random.Random(3).randbytes(50) + two[150:]
        process = self.extract(self.file("a.warc.gz", one + damaged + three))
        self.expect(process, 1, "a.warc.gz: expected gzip data, found damage at byte ")
        self.assertEqual(self.documents(process), {"a", "c"})

    def test_cut_short(self):
        content = response(PAGE, WARC_Record_ID="<a>") + response(PAGE)
        place = len(response(PAGE, WARC_Record_ID="<a>"))
        process = self.extract(self.file("a.warc", content[:-100]))
        self.expect(process, 1, f"a.warc: record at byte {place}: expected ", " bytes, found the end after ")
        self.assertEqual(self.documents(process), {"a"})

    def test_bad_records_between_good_ones(self):
        a, b = (response(PAGE, WARC_Record_ID=f"<{name}>") for name in "ab")
        for bad, message in ((b"nonsense\r\nmore\r\n", "expected WARC/1.0 or WARC/1.1, found something else"),
                             (response(PAGE, Content_Length=None), "expected a number in Content-Length, found none"),
                             (response(PAGE, Content_Length="-3"), "expected a number in Content-Length, found none"),
                             (record("response", b"garbage"), "expected an HTTP response, found none"),
                             (b"WARC/1.0\r\n" + b"x: y\r\n" * 2000, "expected the end of its head, found none")):
            with self.subTest(message):
                process = self.extract(self.file("a.warc", a + bad + b))
                self.expect(process, 1, f"a.warc: record at byte {len(a)}: {message}")
                self.assertEqual(self.documents(process), {"a", "b"})

    def test_wrong_length(self):
        a, b = (response(PAGE, WARC_Record_ID=f"<{name}>") for name in "ab")
        process = self.extract(self.file("a.warc", a + response(PAGE, Content_Length="10") + b))
        self.expect(process, 1, "expected WARC/1.0 or WARC/1.1, found something else")
        self.assertEqual(self.documents(process), {"a", "b"})

    def test_limit(self):
        long_page = PAGE.replace(b"</body>", b"<p>mot</p>" * 10_000 + b"</body>")
        content = response(long_page) + response(gzip.compress(long_page), http=["Content-Encoding: gzip"]) \
            + response(b"x" * 200_000, content_type="image/png") + response(PAGE, WARC_Record_ID="<a>")
        process = run("extract", self.file("a.warc", content), "--to", "claims", "--max-document", "20K")
        self.expect(process, 1, "record at byte 0: expected a document of at most 20480 bytes", "expected a document of at most 20480 bytes")
        self.assertEqual(process.stderr.count(b"record at byte"), 2)
        self.assertEqual(self.documents(process), {"a"})

    def test_empty(self):
        self.expect(self.extract(self.file("a.warc", b"")), 1, "a.warc: expected text, found an empty file")

    def test_standard_input(self):
        process = self.extract("-", input=b"".join(self.many("a", "b")))
        self.expect(process, 0)
        self.assertEqual(self.documents(process), {"a", "b"})


if __name__ == "__main__":
    unittest.main()
