"""What `swb` prints about a connection: the events, their fields, their order and when they come."""

import datetime
import re
import signal

from swbtest import TestCase, eventually, main, name_of, port_of, receive, unused_port

TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}(Z|[+-]\d\d:\d\d)")


class Fields(TestCase):
    def conversation(self, address):
        server = self.listen("--reply", "got {size}", address=address)
        client = self.connect(server.port, "--send", "你好", host=address)
        client.wait_bytes(b"got 6")
        client.stop(signal.SIGINT)
        server.wait("closed")
        return server, client

    def test_both_sides_tell_the_same_story(self):
        for address in ("127.0.0.1", "::1"):
            with self.subTest(address):
                server, client = self.conversation(address)
                opened = server.wait("opened")
                self.assertEqual((opened["local"], opened["peer"]),
                                 (client.wait("opened")["peer"], client.wait("opened")["local"]))
                self.assertEqual(server.bytes_of("received"), client.bytes_of("sent"))
                self.assertEqual(server.bytes_of("sent"), client.bytes_of("received"))

    def test_every_event_has_its_fields(self):
        server, client = self.conversation("127.0.0.1")
        for program in (server, client):
            for event in program.events:
                with self.subTest(event):
                    self.assertRegex(event["time"], TIME)
                    for key in ("connection", "local", "peer"):
                        self.assertIn(key, event)
                    self.assertIsInstance(event["connection"], (int, type(None)))
                    if event["event"] in ("received", "sent"):
                        self.assertEqual(len(bytes.fromhex(event["hex"])), event["size"])
                        self.assertIsInstance(event["text"], str)
        received = server.wait("received")
        self.assertEqual((received["size"], received["text"], received["hex"].replace(" ", "").lower()),
                         (6, "你好", "e4bda0e5a5bd"))

    def test_times_are_now_and_never_step_back(self):
        before = datetime.datetime.now(datetime.timezone.utc)
        server, client = self.conversation("127.0.0.1")
        after = datetime.datetime.now(datetime.timezone.utc)
        for program in (server, client):
            times = [datetime.datetime.fromisoformat(event["time"].replace("Z", "+00:00"))
                     for event in program.events]
            self.assertEqual(times, sorted(times))
            self.assertLessEqual(before, times[0])
            self.assertLessEqual(times[-1], after)

    def test_connections_are_numbered_from_one(self):
        server = self.listen("--echo")
        for number in (1, 2, 3):
            with self.dial(server.port) as peer:
                self.assertEqual(server.wait("opened", number)["connection"], number)
                self.assertEqual(server.wait("opened", number)["peer"], name_of(peer))

    def test_an_ipv4_client_of_a_dual_stack_server_is_shown_as_ipv4(self):
        server = self.listen(address="::")
        peer = self.dial(server.port)
        self.assertEqual(server.wait("opened")["peer"], name_of(peer))
        other = self.dial(server.port, "::1")
        self.assertEqual(server.wait("opened", 2)["peer"], name_of(other))

    def test_invalid_bytes_are_shown_and_kept(self):
        server = self.listen()
        peer = self.dial(server.port)
        peer.sendall(b"a\xff\x00\x1b[2J")
        received = server.wait("received")
        self.assertEqual(bytes.fromhex(received["hex"]), b"a\xff\x00\x1b[2J")
        self.assertIn("\\xFF", received["text"].replace("\\xff", "\\xFF"))

    def test_a_character_that_comes_in_two_reads_is_read_as_one(self):
        server = self.listen("--encoding", "GBK")
        peer = self.dial(server.port)
        for count, byte in enumerate("好".encode("gbk"), start=1):
            peer.sendall(bytes([byte]))
            server.wait("received", count)
        self.assertEqual(server.text_of("received"), "好")


class Moments(TestCase):
    def test_listening_names_the_real_port_before_anyone_is_accepted(self):
        server = self.listen()
        self.assertNotEqual(server.port, 0)
        self.dial(server.port)
        server.wait("opened")
        self.assertEqual(server.names()[:2], ["listening", "opened"])

    def test_a_chosen_port_is_the_port(self):
        port = unused_port()
        self.assertEqual(self.listen(port=port).port, port)

    def test_each_line_is_there_while_the_program_runs(self):
        server = self.listen("--echo")
        peer = self.dial(server.port)
        for count in range(1, 4):
            peer.sendall(b"ping")
            server.wait("received", count)
            self.assertEqual(receive(peer, 4), b"ping")
        self.assertTrue(server.is_running())

    def test_lines_for_people_come_at_once_too(self):
        server = self.swb("listen", "127.0.0.1:0")
        text = server.wait_until(lambda: re.search(rb"127\.0\.0\.1:(\d+)", bytes(server.output)), "the port in words")
        peer = self.dial(int(text[1]))
        peer.sendall("你好".encode())
        server.wait_until(lambda: "你好".encode() in server.output, "what was received")

    def test_quiet_says_nothing_but_serves(self):
        server = self.listen()
        quiet = self.swb("connect", f"127.0.0.1:{server.port}", "--quiet", "--send", "hello")
        server.wait_bytes(b"hello")
        quiet.stop()
        self.assertEqual(quiet.stderr(), "")


class Lifetime(TestCase):
    def test_the_end_of_stdin_leaves_the_connection_open(self):
        listening = self.listener()
        client = self.connect(port_of(listening))
        conversation = self.accept(listening)
        client.write(b"last words")
        client.end_input()
        self.assertEqual(receive(conversation, 10), b"last words")
        conversation.sendall(b"still here?")
        client.wait_bytes(b"still here?")
        self.assertTrue(client.is_running())
        self.assertEqual(client.matching("finished"), [])

    def test_half_close_finishes_when_stdin_ends_and_still_hears_the_answer(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--half-close")
        conversation = self.accept(listening)
        client.write(b"question")
        client.end_input()
        self.assertEqual(receive(conversation, 8), b"question")
        self.assertEnds(conversation)
        conversation.sendall(b"answer")
        client.wait_bytes(b"answer")
        conversation.close()
        self.assertEqual(client.exit_code(), 0)

    def test_connect_lasts_until_the_peer_ends(self):
        listening = self.listener()
        client = self.connect(port_of(listening))
        self.accept(listening).close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(client.names()[-3:], ["peer-finished", "finished", "closed"])

    def test_connect_once_ends_after_the_first_answer(self):
        server = self.listen("--echo")
        client = self.connect(server.port, "--once", "--send", "hello")
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(client.bytes_of("received"), b"hello")
        server.wait("closed")
        self.assertIn("peer-finished", server.names(), "it ended in order")

    def test_listen_once_serves_one_client_and_ends(self):
        server = self.listen("--once", "--echo")
        with self.dial(server.port) as peer:
            peer.sendall(b"hello")
            self.assertEqual(receive(peer, 5), b"hello")
        self.assertEqual(server.exit_code(), 0)

    def test_the_timeout_ends_a_connection_that_stays_silent(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--timeout", "0.3")
        conversation = self.accept(listening)
        client.exit_code()
        self.assertIn("closed", client.names())
        self.assertEnds(conversation)

    def test_both_signals_end_a_client_in_order(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                listening = self.listener()
                client = self.connect(port_of(listening))
                conversation = self.accept(listening)
                self.assertEqual(client.stop(number), 0)
                self.assertEnds(conversation)
                self.assertEqual(client.names()[-1], "closed")

    def test_both_signals_end_a_server_in_order(self):
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                server = self.listen("--echo")
                peers = [self.dial(server.port) for _ in range(3)]
                server.wait("opened", 3)
                self.assertEqual(server.stop(number), 0)
                self.assertEqual(len(server.matching("closed")), 3)
                for peer in peers:
                    self.assertEnds(peer)

    def test_closed_standard_streams_are_never_mistaken_for_sockets(self):
        for closed in ("<&-", ">&-", "2>&-", "<&- >&- 2>&-"):
            with self.subTest(closed):
                listening = self.listener()
                recording = self.folder() / "closed.pcapng"
                client = self.swb("connect", f"127.0.0.1:{port_of(listening)}", "--send", "hello", "--record", recording,
                                  prefix=("sh", "-c", f'exec "$@" {closed}', "sh"))
                conversation = self.accept(listening)
                self.assertEqual(receive(conversation, 5), b"hello")
                conversation.sendall(b"world")
                eventually(lambda: b"world" in recording.read_bytes(), "the record of what arrived")
                client.send_signal(signal.SIGTERM)
                self.assertEnds(conversation)
                conversation.close()
                client.exit_code()
                self.assertEqual(self.run_swb("check", recording)[0], 0)


if __name__ == "__main__":
    main()
