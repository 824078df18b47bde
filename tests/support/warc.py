"""Writes records of web archives (WARC 1.1)."""
import itertools
import uuid

COUNTER = itertools.count(1)


def record(kind, block, target="https://presse.example/a", content_type=None, date="2024-12-01T10:00:00Z", version="1.1", **fields):
    """A record; `fields` are further ones, or others than those that are made here, with _ for -."""
    head = {"WARC-Type": kind, "WARC-Record-ID": f"<urn:uuid:{uuid.UUID(int=next(COUNTER))}>", "WARC-Date": date, "WARC-Target-URI": target,
            "Content-Type": content_type or "application/http;msgtype=response", "Content-Length": len(block)}
    head.update({name.replace("_", "-"): value for name, value in fields.items()})
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items() if value is not None)
    return f"WARC/{version}\r\n{lines}\r\n".encode() + block + b"\r\n\r\n"


def response(body, target="https://presse.example/a", status="200 OK", content_type="text/html; charset=utf-8", http=(), **fields):
    """A record of type response; `http` are further lines of its head."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", *http]
    return record("response", "\r\n".join(lines).encode() + b"\r\n\r\n" + body, target, **fields)


def chunked(body, size=100):
    parts = [body[at:at + size] for at in range(0, len(body), size)]
    return b"".join(f"{len(part):X};x=1\r\n".encode() + part + b"\r\n" for part in parts) + b"0\r\n\r\n"


def brotli(body):
    """As a stream of Brotli (RFC 7932) whose only meta-block is not compressed; at most 65,536 bytes."""
    head = (len(body) - 1) << 4 | 1 << 20  # a window of 64 KiB, not the last one, four digits of its length less one, uncompressed
    return head.to_bytes(3, "little") + body + b"\x03"
