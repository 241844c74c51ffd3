"""A small SMTP server for the tests of remote/mail.

Usage: smtp_server.py DIR, with DIR/server.pem and DIR/server.key. Prints
"port N" once it listens and ends when its standard input is closed. STARTTLS
is offered, AUTH PLAIN after it (user "myqopi", password "let-me-send"). The
box before the @ of the recipient says what happens: refused, later, slow,
refused-text. The last message is left in DIR/last.eml, its envelope in
DIR/last.envelope, and what Python's own mail reader understands in
DIR/last.read (subject, blank line, text).
"""
import base64
import email
import email.policy
import os
import socketserver
import ssl
import sys
import threading

FOLDER = sys.argv[1]
LOGIN = base64.b64encode(b"\0myqopi\0let-me-send").decode()


def leave(name, content):
    with open(os.path.join(FOLDER, name + ".new"), "wb") as out:
        out.write(content)
    os.rename(os.path.join(FOLDER, name + ".new"), os.path.join(FOLDER, name))


class Handler(socketserver.StreamRequestHandler):
    tls = False
    login = ""
    sender = recipient = ""

    def say(self, line):
        self.wfile.write(line.encode() + b"\r\n")

    def start_tls(self):
        self.say("220 go ahead")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(FOLDER + "/server.pem", FOLDER + "/server.key")
        self.request = context.wrap_socket(self.request, server_side=True)
        self.setup()
        self.tls = True

    def take_message(self):
        self.say("354 end with a dot")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line.removeprefix(b"."))
        if self.recipient.startswith("<refused-text@"):
            return self.say("554 not such a text")
        message = email.message_from_bytes(b"".join(lines), policy=email.policy.default)
        leave("last.eml", b"".join(lines))
        leave("last.read", (message["Subject"] + "\n\n" +
                            message.get_content().replace("\r\n", "\n")).encode())
        leave("last.envelope", f"tls={self.tls} login={self.login} from={self.sender} "
              f"to={self.recipient}\n".encode())
        return self.say("250 taken")

    def command(self, word, rest):
        if word in ("EHLO", "HELO"):
            self.say("250-test" + ("\r\n250-AUTH PLAIN" if self.tls else "\r\n250-STARTTLS"))
            self.say("250 8BITMIME")
        elif word == "STARTTLS":
            self.start_tls()
        elif word == "AUTH":
            if rest == "PLAIN":
                self.say("334 ")
                rest = self.rfile.readline().decode()
            good = rest.split()[-1] == LOGIN
            self.login = "myqopi" if good else ""
            self.say("235 welcome" if good else "535 no")
        elif word == "MAIL":
            self.sender = rest.removeprefix("FROM:").split()[0]
            self.say("250 ok")
        elif word == "RCPT":
            self.recipient = rest.removeprefix("TO:").split()[0]
            if self.recipient.startswith("<slow@"):
                self.rfile.read(1)  # until the client has had enough
            box = self.recipient.strip("<>").split("@")[0]
            self.say({"refused": "550 no such box", "later": "451 not now"}.get(box, "250 ok"))
        elif word == "DATA":
            self.take_message()
        else:
            self.say("250 ok" if word in ("RSET", "NOOP") else "500 what?")

    def handle(self):
        self.say("220 test ESMTP")
        while line := self.rfile.readline().decode(errors="replace").strip():
            word, _, rest = line.partition(" ")
            if word.upper() == "QUIT":
                return self.say("221 bye")
            self.command(word.upper(), rest)
        return None


class Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # clients that break off are part of the tests


def main():
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print("port", server.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)


main()
