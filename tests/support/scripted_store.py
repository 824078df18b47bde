"""A server on loopback that answers PUT requests as a script says: for faults that real stores do not show on demand."""
import http.server
import ssl
import threading
import time


class Answer:
    def __init__(self, status=204, headers=(), body=b"", delay=0):
        self.status, self.headers, self.body, self.delay = status, dict(headers), body, delay


class Break:
    """Closes the connection when so many bytes of the body are read, without an answer."""
    def __init__(self, after=0):
        self.after = after


class Request:
    def __init__(self, handler, body):
        self.path, self.headers, self.body = handler.path, dict(handler.headers), body


class ScriptedStore:
    """Answers by the script, then 204 to all that comes. `requests`: what it was asked, those with broken connections too."""

    def __init__(self, *script, certificate=None):
        self.script, self.requests = list(script), []
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.server.daemon_threads = True
        self.server.handle_error = lambda *_: None  # of clients that break off
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        self.address = f"http{'s' if certificate else ''}://localhost:{self.server.server_port}"
        self.endpoint = self.address + "/data"

    def _handler(store):
        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_PUT(self):
                todo = store.script.pop(0) if store.script else Answer()
                length = int(self.headers["Content-Length"])
                body = self.rfile.read(min(length, todo.after) if isinstance(todo, Break) else length)
                store.requests.append(Request(self, body))
                if isinstance(todo, Break):
                    self.close_connection = True
                    return
                time.sleep(todo.delay)
                self.send_response(todo.status)
                for name, value in todo.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(todo.body)))
                self.end_headers()
                self.wfile.write(todo.body)

            def log_message(self, *_):
                pass

        return Handler

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
