"""A member directory over HTTPS that misbehaves on demand, for the tests of remote/.

Usage: https_server.py DIR, with DIR/server.pem and DIR/server.key. Prints
"port N" once it listens and ends when its standard input is closed. The
member ID in the address says how it answers; GET /log lists the requests so
far, one a line, and forgets them.
"""
import http.server
import json
import os
import ssl
import sys
import threading
import urllib.parse

MEMBERS = {
    "1001": ("García-López", "Ana", "active"),
    "1002": ("O'Brien", "Máire", "active"),
    "1003": ("Okafor", "Chidi", "lapsed"),
    "1004": ("Weiß", "Jürgen", "active"),
    "a/b c": ("Müller", "Eva", "active"),
}
RUBBISH = {
    "rubbish": b'{"member_id": "rubbish", "last_na',
    "array": b'["rubbish"]',
    "empty": b"",
    "numbers": b'{"member_id": 7, "last_name": "Okafor", "status": "active"}',
    "nameless": b'{"member_id": "nameless", "status": "active"}',
    "twice": b'{"member_id": "twice", "last_name": "A", "last_name": "Okafor", "status": "active"}',
    "lines": b'{"member_id": "lines", "last_name": "Oka\\nfor", "status": "active"}',
    "other": b'{"member_id": "1001", "last_name": "Okafor", "status": "active"}',
    "huge": b'{"member_id": "huge", "pad": "' + b"x" * 70000 + b'"}',
}
requests = []
failures = {}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", length=None, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body) if length is None else length))
        self.end_headers()
        self.wfile.write(body)

    def member(self, member_id):
        if member_id not in MEMBERS:
            return self.answer(404, b"{}")
        last, first, status = MEMBERS[member_id]
        return self.answer(200, json.dumps({
            "member_id": member_id, "last_name": last, "first_name": first, "status": status,
            "designation": None, "country": "US"}).encode())

    def fail_then_answer(self, member_id):
        """fail-2-1001: two answers of 500, then member 1001."""
        _, count, real = member_id.split("-")
        failures[member_id] = failures.get(member_id, 0) + 1
        if failures[member_id] <= int(count):
            return self.answer(500)
        body = {"member_id": member_id, "last_name": MEMBERS[real][0], "status": "active"}
        return self.answer(200, json.dumps(body).encode())

    def do_GET(self):
        if self.path == "/log":
            text = "".join(line + "\n" for line in requests)
            requests.clear()
            return self.answer(200, text.encode())
        requests.append(self.path)
        if self.headers["Authorization"] != "Bearer token-of-the-test":
            return self.answer(401)
        member_id = urllib.parse.unquote(self.path.split("?")[0].removeprefix("/members/"))
        if member_id in RUBBISH:
            return self.answer(200, RUBBISH[member_id])
        if member_id.startswith("fail-"):
            return self.fail_then_answer(member_id)
        if member_id == "slow":
            self.rfile.read(1)  # until the client has had enough
            self.close_connection = True
            return None
        if member_id == "broken":
            self.close_connection = True
            return self.answer(200, b'{"member_id"', length=500)
        if member_id == "busy":
            return self.answer(429, Retry_After="7")
        if member_id == "resting":
            return self.answer(503, Retry_After="9")
        if member_id == "redirect":
            return self.answer(302, Location="/members/1001")
        return self.member(member_id)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # clients that break off are part of the tests


def main():
    folder = sys.argv[1]
    server = Server(("127.0.0.1", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder + "/server.pem", folder + "/server.key")
    server.socket = context.wrap_socket(server.socket, server_side=True,
                                        do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("port", server.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)


main()
