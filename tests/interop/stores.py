"""Real SPARQL stores on loopback, each with a folder of its own and on a free port."""
import base64
import os
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

import pyoxigraph

USER, PASSWORD = "dba", "geheim"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Store:
    """What the stores have in common. A subclass says how to start one and where it answers."""
    name = needs_password = None
    union_graph = {}  # parameters of a query that make all named graphs together its default graph

    def __init__(self, folder):
        self.folder, self.port, self.process = folder, free_port(), None
        self.address = f"http://127.0.0.1:{self.port}"

    def start(self):
        """Comes back when it answers."""
        with open(self.folder / "store.log", "ab") as log:
            self.process = subprocess.Popen(self.command(), cwd=self.folder, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            assert self.process.poll() is None, f"{self.name} did not start: {self.log()}"
            try:
                self.select("SELECT * { } LIMIT 1")
                return
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"{self.name} does not answer: {self.log()}")

    def stop(self):
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.kill()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def log(self):
        return (self.folder / "store.log").read_text("utf-8", "replace")[-2000:]

    def environment(self, password=PASSWORD):
        """For `entente push`."""
        secrets = {"ENTENTE_USER": USER, "ENTENTE_PASSWORD": password} if self.needs_password else {}
        ours = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
        return {**ours, "HOME": str(self.folder), **secrets}

    def select(self, query, **parameters):
        """The rows of a SELECT, as pyoxigraph reads them."""
        data = urllib.parse.urlencode({"query": query, **parameters}).encode()
        request = urllib.request.Request(self.query_endpoint, data, {"Accept": "application/sparql-results+json"})
        if self.needs_password:
            request.add_header("Authorization", "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode())
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=60) as answer:
            return pyoxigraph.parse_query_results(answer.read(), format=pyoxigraph.QueryResultsFormat.JSON)

    def ask_all(self, query):
        """The answer to a query over all named graphs together."""
        return self.select(query, **self.union_graph)


class Oxigraph(Store):
    name = "Oxigraph"

    def __init__(self, folder):
        super().__init__(folder)
        self.endpoint, self.query_endpoint = self.address + "/store", self.address + "/query"

    def command(self):
        program = pathlib.Path(sys.executable).parent / "oxigraph"  # of the same virtual environment
        return [program, "serve", "--location", "data", "--bind", f"127.0.0.1:{self.port}", "--union-default-graph"]


class Fuseki(Store):
    """With basic authentication."""
    name = "Fuseki"
    needs_password = True
    union_graph = {"default-graph-uri": "urn:x-arq:UnionGraph"}

    def __init__(self, folder):
        super().__init__(folder)
        self.endpoint, self.query_endpoint = self.address + "/ds/data", self.address + "/ds/query"
        (folder / "data").mkdir()
        (folder / "passwd").write_text(f"{USER}: {PASSWORD}\n")

    def command(self):
        jar = os.environ["ENTENTE_FUSEKI"]
        return ["java", "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar, "--localhost", f"--port={self.port}",
                "--tdb2", "--loc=data", "--update", "--auth=basic", "--passwd=passwd", "/ds"]


class Virtuoso(Store):
    """With digest authentication where it writes; anyone may read."""
    name = "Virtuoso"
    needs_password = True

    settings = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
NumberOfBuffers = 4000
MaxDirtyBuffers = 3000
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = .
[SPARQL]
ResultSetMaxRows = 100000
"""

    def __init__(self, folder):
        super().__init__(folder)
        self.endpoint, self.query_endpoint = self.address + "/sparql-graph-crud-auth", self.address + "/sparql"
        (folder / "virtuoso.ini").write_text(self.settings.format(port=self.port, sql_port=free_port()))
        subprocess.run([*self.command(), "+pwdold", "dba", "+pwddba", PASSWORD, "+pwddav", PASSWORD], cwd=folder, check=True,
                       capture_output=True, timeout=120)

    def command(self):
        return ["virtuoso-t", "+configfile", "virtuoso.ini", "+foreground", "+wait"]


STORES = (Oxigraph, Fuseki, Virtuoso)


def plain(term):
    """A term by its value: stores keep numbers and times by these, not as they were written."""
    if isinstance(term, pyoxigraph.Literal):
        if re.search(r"#(integer|decimal|double|float|int|long|nonNegativeInteger)$", term.datatype.value):
            return ("number", round(float(term.value), 9))
        if term.datatype.value.endswith("#boolean"):
            return ("boolean", term.value in ("true", "1"))  # Virtuoso answers 1
        return (term.value, term.language or term.datatype.value)
    return str(term) if term is not None else None


def plain_rows(solutions):
    """As a bag: a query need not decide every tie."""
    if isinstance(solutions, pyoxigraph.QueryBoolean):
        return bool(solutions)
    names = solutions.variables
    return sorted((tuple(plain(row[name]) for name in names) for row in solutions), key=repr)
