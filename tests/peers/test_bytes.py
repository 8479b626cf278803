"""What goes in comes out: exact bytes through every way to send and to receive."""

import hashlib
import os
import signal
import socket

from swbtest import TestCase, eventually, in_background, listening_port, main, port_of, receive, receive_all

MEBIBYTE = os.urandom(1 << 20)


class Raw(TestCase):
    def test_a_random_mebibyte_arrives_unchanged_on_stdout(self):
        for address in ("127.0.0.1", "::1"):
            with self.subTest(address):
                listening = self.listener(address)
                host = f"[{address}]" if ":" in address else address
                client = self.swb("connect", f"{host}:{port_of(listening)}", "--raw")
                conversation = self.accept(listening)
                conversation.sendall(MEBIBYTE)
                conversation.close()
                self.assertEqual(client.exit_code(), 0)
                self.assertEqual(hashlib.sha256(client.output).digest(), hashlib.sha256(MEBIBYTE).digest())

    def test_a_random_mebibyte_from_stdin_arrives_unchanged(self):
        for address in ("127.0.0.1", "::1"):
            with self.subTest(address):
                listening = self.listener(address)
                host = f"[{address}]" if ":" in address else address
                client = self.swb("connect", f"{host}:{port_of(listening)}", "--raw", "--half-close")
                conversation = self.accept(listening)
                in_background(lambda: (client.write(MEBIBYTE), client.end_input()))
                self.assertEqual(hashlib.sha256(receive_all(conversation)).digest(),
                                 hashlib.sha256(MEBIBYTE).digest())
                conversation.close()
                self.assertEqual(client.exit_code(), 0)

    def test_a_server_shows_raw_bytes_too(self):
        server = self.swb("listen", "127.0.0.1:0", "--raw", "--once", "--record", self.folder() / "r.pcapng")
        port = eventually(lambda: listening_port(server.pid), "a listening socket")
        with self.dial(port) as peer:
            peer.sendall(MEBIBYTE)
        self.assertEqual(server.exit_code(), 0)
        self.assertEqual(bytes(server.output), MEBIBYTE)

    def test_echo_returns_a_random_mebibyte_unchanged(self):
        for address in ("127.0.0.1", "::1"):
            with self.subTest(address):
                server = self.listen("--echo", address=address)
                peer = self.dial(server.port, address)
                in_background(lambda: (peer.sendall(MEBIBYTE), peer.shutdown(socket.SHUT_WR)))
                echoed = receive_all(peer)
                self.assertEqual(hashlib.sha256(echoed).digest(), hashlib.sha256(MEBIBYTE).digest())


class Sending(TestCase):
    def sent_by(self, *arguments, stdin=None):
        """What a peer gets from `swb connect` with those arguments, until swb finishes."""
        listening = self.listener()
        client = self.connect(port_of(listening), "--half-close", *arguments)
        conversation = self.accept(listening)
        if stdin is not None:
            client.write(stdin)
        client.end_input()
        data = receive_all(conversation)
        conversation.close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(client.bytes_of("sent"), data)
        return data

    def test_text_goes_out_in_the_encoding(self):
        rows = (("UTF-8", "你好", "e4bda0e5a5bd"), ("GBK", "你好", "c4e3bac3"), ("Big5", "你好", "a741a66e"),
                ("UTF-16LE", "你好", "604f7d59"), ("Shift_JIS", "あ", "82a0"), ("windows-1251", "Да", "c4e0"))
        for encoding, text, wire in rows:
            with self.subTest(encoding):
                self.assertEqual(self.sent_by("--encoding", encoding, "--send", text).hex(), wire)

    def test_hex_goes_out_as_bytes(self):
        for typed in ("00 01 ff 7f", "0001ff7f", "00,01,FF,7F", "0x00 0x01 0xff 0x7f"):
            with self.subTest(typed):
                self.assertEqual(self.sent_by("--send-hex", typed), b"\0\x01\xff\x7f")

    def test_a_file_goes_out_byte_for_byte(self):
        path = self.folder() / "a name with 空格"
        path.write_bytes(MEBIBYTE[:200_000])
        self.assertEqual(self.sent_by("--send-file", path), MEBIBYTE[:200_000])

    def test_a_dash_names_stdin_as_the_file(self):
        self.assertEqual(self.sent_by("--send-file", "-", stdin=b"\xff\x00from stdin\n"), b"\xff\x00from stdin\n")

    def test_the_line_ending_that_was_asked_for(self):
        for eol, wire in (("none", b"hi"), ("lf", b"hi\n"), ("crlf", b"hi\r\n")):
            with self.subTest(eol):
                self.assertEqual(self.sent_by("--send", "hi", "--eol", eol), wire)

    def test_bytes_given_as_hex_get_no_line_ending(self):
        self.assertEqual(self.sent_by("--send-hex", "0a", "--eol", "crlf"), b"\n")

    def test_escapes_are_taken_when_asked_for(self):
        self.assertEqual(self.sent_by("--send", "a\\x00\\r\\n"), b"a\\x00\\r\\n")
        self.assertEqual(self.sent_by("--escapes", "--send", "a\\x00\\xff\\r\\n"), b"a\0\xff\r\n")

    def test_what_is_given_goes_out_in_the_order_given(self):
        path = self.folder() / "file"
        path.write_bytes(b"file ")
        self.assertEqual(self.sent_by("--send", "one ", "--send-file", path, "--send-hex", "32 20", "--send", "three"),
                         b"one file 2 three")

    def test_what_is_typed_goes_out_as_it_is(self):
        self.assertEqual(self.sent_by(stdin=b"line one\nline two\n"), b"line one\nline two\n")

    def test_what_is_typed_goes_out_in_the_encoding(self):
        self.assertEqual(self.sent_by("--encoding", "GBK", stdin="你好\n".encode()), "你好\n".encode("gbk"))

    def test_raw_input_is_not_touched(self):
        listening = self.listener()
        client = self.swb("connect", f"127.0.0.1:{port_of(listening)}", "--raw", "--half-close", "--encoding", "GBK")
        conversation = self.accept(listening)
        client.write("你好".encode() + b"\xff\n")
        client.end_input()
        self.assertEqual(receive_all(conversation), "你好".encode() + b"\xff\n")

    def test_typed_lines_get_the_line_ending_that_was_asked_for(self):
        self.assertEqual(self.sent_by("--eol", "crlf", stdin=b"one\ntwo\n"), b"one\r\ntwo\r\n")

    def test_a_text_that_begins_with_a_dash(self):
        listening = self.listener()
        client = self.swb("connect", "--json", "--send=--help", "--half-close", "--",
                          f"127.0.0.1:{port_of(listening)}")
        conversation = self.accept(listening)
        client.end_input()
        self.assertEqual(receive_all(conversation), b"--help")


class Receiving(TestCase):
    def test_bytes_that_came_before_a_reset_are_kept(self):
        listening = self.listener()
        client = self.swb("connect", f"127.0.0.1:{port_of(listening)}", "--raw")
        conversation = self.accept(listening)
        conversation.sendall(b"kept")
        client.wait_output(b"kept")
        client.write(b"unread")
        conversation.recv(1, socket.MSG_PEEK)
        conversation.close()
        self.assertEqual(client.exit_code(), 1)
        self.assertEqual(bytes(client.output), b"kept")

    def test_events_and_bytes_agree_for_many_small_messages(self):
        server = self.listen("--echo")
        peer = self.dial(server.port)
        message = bytes(range(256))
        for _ in range(200):
            peer.sendall(message)
            self.assertEqual(receive(peer, 256), message)
        peer.close()
        server.wait("closed")
        self.assertEqual(server.bytes_of("received"), message * 200)
        self.assertEqual(server.bytes_of("sent"), message * 200)
        self.assertEqual(server.stop(signal.SIGTERM), 0)


if __name__ == "__main__":
    main()
