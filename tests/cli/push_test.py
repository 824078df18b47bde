"""`entente push` against a server that behaves badly on purpose. Real stores: tests/interop/test_stores.py."""
import base64
import hashlib
import os
import pathlib
import pty
import re
import signal
import subprocess
import sys
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import PROGRAM, ProgramTest, run
from scripted_store import Answer, Break, ScriptedStore

TWO_GRAPHS = "".join(f'<http://e/s{i}> <http://e/p> "é {i}" <http://e/g{i % 2}> .\n' for i in range(4))
SECRETS = ("ENTENTE_USER", "ENTENTE_PASSWORD", "ENTENTE_TOKEN")


def environment(home, **variables):
    """Without what the machine's own user has set."""
    ours = {name: value for name, value in os.environ.items() if name not in SECRETS and not name.lower().endswith("_proxy")}
    return {**ours, "HOME": str(home), **variables}


def md5(text):
    return hashlib.md5(text.encode()).hexdigest()


def report(process):
    """(state, statements, graph, reason) of each line."""
    return [tuple((line.split("\t") + [""])[:4]) for line in process.stdout.decode("utf-8").splitlines()]


def states(process):
    return [(state, graph) for state, _, graph, _ in report(process)]


class Push(ProgramTest):
    def push(self, store, *arguments, env=(), **options):
        endpoint = store if isinstance(store, str) else store.endpoint
        return run("push", *arguments, "--endpoint", endpoint, env=environment(self.folder, **dict(env)), **options)

    def expect(self, process, status, *messages):
        """There is always something on standard error: the summary."""
        self.assertEqual(process.returncode, status, process.stderr.decode("utf-8"))
        for message in messages:
            self.assertIn(message, process.stderr.decode("utf-8"))

    def graphs(self, name="a.nq", text=TWO_GRAPHS):
        return self.file(name, text)


class WhatIsSent(Push):
    def test_a_request_for_each_graph(self):
        with ScriptedStore() as store:
            process = self.push(store, self.graphs())
            self.expect(process, 0, "2 of 2 graphs replaced")
        self.assertEqual(report(process), [("replaced", "2", "<http://e/g0>", ""), ("replaced", "2", "<http://e/g1>", "")])
        self.assertEqual([r.path for r in store.requests], ["/data?graph=http%3A%2F%2Fe%2Fg0", "/data?graph=http%3A%2F%2Fe%2Fg1"])
        for number, request in enumerate(store.requests):
            lines = request.body.decode("utf-8").splitlines()
            self.assertEqual(request.headers["Content-Type"], "text/turtle")
            self.assertNotIn("Authorization", request.headers)
            self.assertTrue(lines[0].startswith("@prefix "), "else Virtuoso may take it for plain text")
            self.assertEqual(lines[1:], [f'<http://e/s{i}> <http://e/p> "é {i}" .' for i in (number, number + 2)])

    def test_a_graph_of_several_files_is_sent_whole(self):
        one = self.file("one.trig", 'GRAPH <http://e/g> { _:b <http://e/p> "1" }')
        two = self.file("two.nq", '_:b <http://e/p> "2" <http://e/g> .\n')
        with ScriptedStore() as store:
            self.expect(self.push(store, one, two), 0)
        self.assertEqual(len(store.requests), 1)
        subjects = re.findall(r"^_:\S+", store.requests[0].body.decode(), re.M)
        self.assertEqual(len(set(subjects)), 2, "blank nodes of two files are two")

    def test_triples_go_to_the_graph_that_is_named(self):
        file = self.file("a.ttl", '<http://e/s> <http://e/p> "1" .')
        with ScriptedStore() as store:
            self.expect(self.push(store, file, "--graph", "http://e/é"), 0)
            self.expect(self.push(store, file, "--default-graph"), 0)
            self.expect(self.push(store.endpoint + "?key=1", "-", "--from", "ntriples", "--default-graph",
                                  input=b'<http://e/s> <http://e/p> "1" .\n'), 0)
        self.assertEqual([r.path for r in store.requests], ["/data?graph=http%3A%2F%2Fe%2F%C3%A9", "/data?default", "/data?key=1&default"])

    def test_more_than_memory_is_meant_to_hold(self):
        text = "".join(f'<http://e/s{i}> <http://e/p> "{"x" * 2000}" <http://e/g{i % 7}> .\n' for i in range(25_000))
        with ScriptedStore() as store:
            process = self.push(store, self.graphs(text=text))
            self.expect(process, 0)
        sent = [line for request in store.requests for line in request.body.decode().splitlines()[1:]]
        self.assertEqual((len(store.requests), len(sent), len(set(sent))), (7, 25_000, 25_000))

    def test_dry_run_sends_nothing(self):
        with ScriptedStore() as store:
            process = self.push(store, self.graphs(), "--dry-run")
            self.expect(process, 0, "2 of 2 graphs would be replaced")
        self.assertEqual(store.requests, [])
        self.assertEqual(states(process), [("would be replaced", "<http://e/g0>"), ("would be replaced", "<http://e/g1>")])


class Progress(Push):
    def seen(self, *arguments):
        """What a terminal gets while two graphs are sent, the first to a store that is slow."""
        ours, theirs = pty.openpty()
        with ScriptedStore(Answer(delay=2.5)) as store:
            self.assertEqual(self.push(store, self.graphs(), *arguments, stderr=theirs).returncode, 0)
        os.close(theirs)
        with open(ours, "rb") as terminal:
            return terminal.read1()

    def test_is_seen_on_a_terminal(self):
        seen = self.seen()
        for text in (b"] graph 1 of 2", b"the store is at work for 2 s", b"] graph 2 of 2", b"\r\x1b[Kentente: 2 of 2 graphs replaced"):
            self.assertIn(text, seen)

    def test_is_not_when_unwanted(self):
        self.assertNotIn(b"] graph", self.seen("--quiet"))


class WhatIsNotSent(Push):
    def test_graphs_of_a_file_with_mistakes(self):
        good = self.file("good.nq", '<http://e/s> <http://e/p> "1" <http://e/g2> .\n<http://e/s> <http://e/p> "1" <http://e/g1> .\n')
        bad = self.graphs("bad.nq", TWO_GRAPHS + '<http://e/s> <http://e/p> "open <http://e/g0> .\n')
        with ScriptedStore() as store:
            process = self.push(store, good, bad)
            self.expect(process, 1, "bad.nq:5:")
        self.assertEqual(states(process), [("replaced", "<http://e/g2>"), ("not sent", "<http://e/g1>"), ("not sent", "<http://e/g0>")])
        self.assertEqual(len(store.requests), 1)

    def test_files_that_cannot_be_meant(self):
        for name, text, message in (
            ("empty.nq", "", "holds no statement"),
            ("outside.nq", '<http://e/s> <http://e/p> "1" .\n', "1 statement stands outside named graphs"),
            ("blank.nq", '<http://e/s> <http://e/p> "1" _:g .\n', "found blank nodes"),
        ):
            with self.subTest(name), ScriptedStore() as store:
                self.expect(self.push(store, self.file(name, text)), 1, f"{name}: ", message)
                self.assertEqual(store.requests, [])
        with ScriptedStore() as store:
            self.expect(self.push(store, self.folder / "missing.nq"), 1, "missing.nq: cannot be read")
            self.assertEqual(store.requests, [])

    def test_wrong_usage(self):
        file, triples = self.graphs(), self.file("a.ttl", '<http://e/s> <http://e/p> "1" .')
        netrc = self.folder / "none"
        for endpoint, arguments, env, message in (
            ("ftp://localhost/data", (file,), {}, "expected the http or https URL of a store"),
            ("file:///tmp", (file,), {}, "expected the http or https URL of a store"),
            ("localhost:1/data", (file,), {}, "expected the http or https URL of a store"),
            ("http://localhost:1/#a", (file,), {}, "without fragment"),
            ("http://localhost:1/?graph=http://e/g", (file,), {}, "one of its graphs"),
            ("http://localhost:1/", (triples,), {}, "expected --graph or --default-graph: Turtle"),
            ("http://localhost:1/", (triples, "--graph", "g"), {}, "expected an absolute IRI"),
            ("http://localhost:1/", (triples, "--graph", "http://e/g", "--default-graph"), {}, "excludes"),
            ("http://localhost:1/", (file, "--netrc-file", netrc), {}, "cannot be read"),
            ("http://localhost:1/", (file, "--cacert", netrc), {}, "--cacert"),
            ("http://localhost:1/", (file,), {"ENTENTE_USER": "u"}, "go together"),
            ("http://localhost:1/", (file,), {"ENTENTE_USER": "u", "ENTENTE_PASSWORD": "p", "ENTENTE_TOKEN": "t"}, "found both"),
            ("http://localhost:1/", (file,), {"ENTENTE_TOKEN": "t\r\nX-Evil: 1"}, "ENTENTE_TOKEN"),
            ("http://localhost:1/", (self.file("a.gexf"),), {}, "can be written but not read"),
        ):
            with self.subTest(endpoint=endpoint, arguments=arguments[1:], env=env):
                self.expect(self.push(endpoint, *arguments, env=env), 2, message)

    def test_a_password_on_the_command_line_is_refused_and_not_repeated(self):
        for endpoint in ("http://user:geheim@localhost:1/data", "ftp://user:geheim@localhost/", "user:geheim@localhost"):
            with self.subTest(endpoint):
                process = self.push(endpoint, self.graphs())
                self.expect(process, 2)
                self.assertNotIn(b"geheim", process.stderr)


class Credentials(Push):
    challenge = Answer(401, {"WWW-Authenticate": 'Basic realm="store"'})
    basic = "Basic " + base64.b64encode("user:pass:wörd".encode()).decode()

    def test_user_and_password_when_the_store_asks(self):
        with ScriptedStore(self.challenge) as store:
            self.expect(self.push(store, self.graphs(), env={"ENTENTE_USER": "user", "ENTENTE_PASSWORD": "pass:wörd"}), 0)
        self.assertEqual([r.headers.get("Authorization") for r in store.requests], [None, self.basic, self.basic])
        self.assertTrue(all(b"<http://e/s" in r.body for r in store.requests[1:]))

    def test_digest_when_the_store_asks_for_that(self):
        challenge = Answer(401, {"WWW-Authenticate": 'Digest realm="store", nonce="n0", qop="auth", algorithm=MD5'})
        with ScriptedStore(challenge) as store:
            self.expect(self.push(store, self.graphs(), env={"ENTENTE_USER": "user", "ENTENTE_PASSWORD": "pass"}), 0)
        for request in store.requests[1:]:
            scheme, _, text = request.headers["Authorization"].partition(" ")
            sent = dict(re.findall(r'(\w+)="?([^",]*)"?', text))
            secret, target = md5("user:store:pass"), md5("PUT:" + request.path)
            self.assertEqual((scheme, sent["uri"]), ("Digest", request.path))
            self.assertEqual(sent["response"], md5(f"{secret}:n0:{sent['nc']}:{sent['cnonce']}:auth:{target}"))  # RFC 7616, 3.4.1
            self.assertIn(b"<http://e/s", request.body)
        self.assertEqual(len(store.requests), 3)

    def test_user_and_password_of_a_netrc_file(self):
        (self.folder / ".netrc").write_text("machine localhost login user password pass:wörd\n", "utf-8")
        (self.folder / "other").write_text("machine elsewhere login user password p\n", "utf-8")
        for arguments, status in (((), 0), (("--netrc-file", self.folder / ".netrc"), 0), (("--netrc-file", self.folder / "other"), 1)):
            with self.subTest(arguments), ScriptedStore(self.challenge) as store:
                self.expect(self.push(store, self.graphs(), *arguments), status)
                self.assertEqual(store.requests[-1].headers.get("Authorization"), self.basic if status == 0 else None)

    def test_bearer_token(self):
        with ScriptedStore() as store:
            self.expect(self.push(store, self.graphs(), env={"ENTENTE_TOKEN": "abc.def"}), 0)
        self.assertEqual({r.headers.get("Authorization") for r in store.requests}, {"Bearer abc.def"})

    def test_a_wrong_password_is_tried_once(self):
        refused = [self.challenge] * 9
        with ScriptedStore(*refused) as store:
            process = self.push(store, self.graphs(), env={"ENTENTE_USER": "user", "ENTENTE_PASSWORD": "wrong"})
            self.expect(process, 1, "0 of 2 graphs replaced")
        self.assertEqual(states(process), [("unchanged", "<http://e/g0>"), ("not sent", "<http://e/g1>")])
        self.assertIn("HTTP 401", report(process)[0][3])
        self.assertEqual(len(store.requests), 2)

    def test_redirects_lead_to_no_other_server(self):
        with ScriptedStore() as other:
            for status in (301, 302, 307, 308):
                away = Answer(status, {"Location": other.endpoint + "?graph=http%3A%2F%2Fe%2Fg0"})
                with self.subTest(status), ScriptedStore(away) as store:
                    process = self.push(store, self.graphs(), env={"ENTENTE_TOKEN": "abc"})
                    self.expect(process, 1)
                    self.assertEqual(states(process)[0], ("unchanged", "<http://e/g0>"))
                    self.assertIn(other.endpoint, report(process)[0][3])
            self.assertEqual(other.requests, [])

    def test_redirects_within_the_server_are_followed(self):
        with ScriptedStore(Answer(307, {"Location": "/there?graph=1"})) as store:
            self.expect(self.push(store, self.graphs(), env={"ENTENTE_TOKEN": "abc"}), 0)
        self.assertEqual([r.path for r in store.requests][1], "/there?graph=1")
        self.assertEqual(store.requests[0].body, store.requests[1].body)
        with ScriptedStore(*[Answer(307, {"Location": "/round"})] * 20) as store:
            self.expect(self.push(store, self.graphs()), 1)
            self.assertLess(len(store.requests), 8)

    def certificate(self):
        """For localhost, with its key; signed by itself, in ca.pem."""
        certificate = self.folder / "server.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=localhost", "-days", "2",
                        "-addext", "subjectAltName=DNS:localhost", "-keyout", certificate, "-out", self.folder / "ca.pem"],
                       check=True, capture_output=True)
        certificate.write_text(certificate.read_text() + (self.folder / "ca.pem").read_text())
        return certificate

    def test_an_encrypted_connection_that_breaks_is_tried_again(self):
        with ScriptedStore(Answer(), Break(after=10), certificate=self.certificate()) as store:
            process = self.push(store, self.graphs(), "--cacert", self.folder / "ca.pem")
            self.expect(process, 0, "trying again")
        self.assertEqual(len(store.requests), 3)

    def test_certificates_are_verified(self):
        with ScriptedStore(certificate=self.certificate()) as store:
            process = self.push(store, self.graphs())
            self.expect(process, 1)
            self.assertIn("certificate", report(process)[0][3])
            self.assertEqual(store.requests, [])
            self.expect(self.push(store, self.graphs(), "--cacert", self.folder / "ca.pem"), 0)
            by_number = store.endpoint.replace("localhost", "127.0.0.1")
            self.expect(self.push(by_number, self.graphs(), "--cacert", self.folder / "ca.pem"), 1)
            self.assertEqual(len(store.requests), 2)


class Faults(Push):
    def test_a_busy_store_is_asked_again_when_it_says(self):
        with ScriptedStore(Answer(503, {"Retry-After": "2"}, b"busy"), Answer(429)) as store:
            start = time.monotonic()
            process = self.push(store, self.graphs())
            self.expect(process, 0, "HTTP 503: busy: trying again in 2.", "HTTP 429: trying again")
        self.assertGreater(time.monotonic() - start, 3)
        self.assertEqual([r.path[-1] for r in store.requests], ["0", "0", "0", "1"])
        self.assertEqual(states(process), [("replaced", "<http://e/g0>"), ("replaced", "<http://e/g1>")])

    def test_a_store_that_stays_busy_ends_the_run(self):
        for busy in (Answer(503), Answer(503, {"Retry-After": "86400"})):
            with self.subTest(busy.headers), ScriptedStore(*[busy] * 9) as store:
                process = self.push(store, self.graphs(), "--retries", "1")
                self.expect(process, 1)
                self.assertEqual(states(process), [("unchanged", "<http://e/g0>"), ("not sent", "<http://e/g1>")])
                self.assertEqual(len(store.requests), 1 if busy.headers else 2)

    def test_a_broken_connection_is_tried_again(self):
        with ScriptedStore(Answer(), Break(after=10)) as store:
            process = self.push(store, self.graphs())
            self.expect(process, 0, "trying again")
        self.assertEqual(store.requests[1].path, store.requests[2].path)

    def test_what_broke_off_is_in_doubt(self):
        with ScriptedStore(Answer(), Break(after=10), Break(after=10)) as store:
            process = self.push(store, self.graphs(), "--retries", "1")
            self.expect(process, 1, "1 of 2 graphs replaced", "1 in doubt")
        self.assertEqual(states(process), [("replaced", "<http://e/g0>"), ("in doubt", "<http://e/g1>")])

    def test_a_silent_store_is_not_asked_again(self):
        with ScriptedStore(Answer(delay=5)) as store:
            process = self.push(store, self.graphs(), "--timeout", "1")
            self.expect(process, 1)
            self.assertEqual(states(process), [("in doubt", "<http://e/g0>"), ("not sent", "<http://e/g1>")])
            self.assertEqual(len(store.requests), 1)

    def test_a_store_that_is_not_there(self):
        with ScriptedStore() as store:
            pass
        process = self.push(store, self.graphs(), "--retries", "1")
        self.expect(process, 1, "trying again")
        self.assertEqual(states(process), [("unchanged", "<http://e/g0>"), ("not sent", "<http://e/g1>")])

    def test_a_store_that_fails_on_one_graph_gets_the_others(self):
        page = b"<html><head><title>Error</title></head><body><p>SQL \x1b[31mERROR\r\nin <http://e/s></body></html>"
        with ScriptedStore(Answer(500, {"Content-Type": "text/html"}, page)) as store:
            process = self.push(store, self.graphs())
            self.expect(process, 1)
        self.assertEqual(states(process), [("in doubt", "<http://e/g0>"), ("replaced", "<http://e/g1>")])
        self.assertEqual(report(process)[0][3], "HTTP 500: Error SQL [31mERROR in <http://e/s>")

    def test_what_the_store_means_to_do_later_is_in_doubt(self):
        with ScriptedStore(Answer(202)) as store:
            process = self.push(store, self.graphs())
            self.expect(process, 1, "1 of 2 graphs replaced", "1 in doubt")
        self.assertEqual(states(process), [("in doubt", "<http://e/g0>"), ("replaced", "<http://e/g1>")])

    def test_a_report_that_cannot_be_written_is_told(self):
        with ScriptedStore() as store, open("/dev/full", "wb") as full:
            self.expect(self.push(store, self.graphs(), stdout=full), 1, "standard output: cannot be written")
            self.assertEqual(len(store.requests), 2)


class Interruption(Push):
    def interrupted(self, times):
        """The process that was interrupted so often while the first of two graphs was under way."""
        with ScriptedStore(Answer(delay=2)) as store:
            process = subprocess.Popen([PROGRAM, "push", self.graphs(), "--endpoint", store.endpoint], stdout=subprocess.PIPE,
                                       stderr=subprocess.PIPE, env=environment(self.folder))
            while not store.requests:
                time.sleep(0.02)
            for _ in range(times):
                process.send_signal(signal.SIGINT)
                time.sleep(0.3)
            written, told = process.communicate(timeout=60)
            return subprocess.CompletedProcess(process.args, process.returncode, written, told)

    def test_the_graph_under_way_is_finished(self):
        process = self.interrupted(1)
        self.assertEqual(process.returncode, -signal.SIGINT)
        self.assertEqual(states(process), [("replaced", "<http://e/g0>"), ("not sent", "<http://e/g1>")])
        self.assertIn(b"1 of 2 graphs replaced", process.stderr)

    def test_or_broken_off_when_asked_again(self):
        process = self.interrupted(2)
        self.assertEqual(process.returncode, -signal.SIGINT)
        self.assertEqual(states(process), [("in doubt", "<http://e/g0>"), ("not sent", "<http://e/g1>")])
        self.assertIn(b"1 in doubt", process.stderr)


if __name__ == "__main__":
    unittest.main()
