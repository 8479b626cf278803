"""What a server does by itself: greeting, echo, replies, limits, and the address it holds."""

import re
import subprocess
import time

from swbtest import TestCase, eventually, main, name_of, port_of, receive, receive_all

TIME_WAIT = 6


class Behaviour(TestCase):
    def test_each_client_is_greeted_as_it_connects(self):
        server = self.listen("--escapes", "--greet", "欢迎\\r\\n", "--encoding", "GBK")
        for _ in range(2):
            self.assertEqual(receive(self.dial(server.port), 6), "欢迎\r\n".encode("gbk"))

    def test_echo_returns_every_byte(self):
        server = self.listen("--echo")
        peer = self.dial(server.port)
        peer.sendall(bytes(range(256)))
        self.assertEqual(receive(peer, 256), bytes(range(256)))

    def test_a_reply_fills_its_places(self):
        server = self.listen("--escapes", "--reply", "{{{size}}} {peer} {text} {time}\\n")
        peer = self.dial(server.port)
        peer.sendall(b"\xffabc")
        answer = receive_all_of_line(peer)
        self.assertRegex(answer, rb"^\{4\} " + re.escape(name_of(peer).encode()) + rb" \xffabc \d\d:\d\d:\d\d\n$")

    def test_without_escapes_a_backslash_is_a_backslash(self):
        server = self.listen("--reply", "C:\\new\\{text}")
        peer = self.dial(server.port)
        peer.sendall(b"file")
        self.assertEqual(receive(peer, 11), b"C:\\new\\file")

    def test_a_reply_waits_for_its_delay(self):
        server = self.listen("--reply", "late", "--delay", "300")
        peer = self.dial(server.port)
        begin = time.monotonic()
        peer.sendall(b"x")
        self.assertEqual(receive(peer, 4), b"late")
        self.assertGreaterEqual(time.monotonic() - begin, 0.299)

    def test_delays_of_two_clients_run_side_by_side(self):
        server = self.listen("--reply", "late", "--delay", "500")
        peers = [self.dial(server.port) for _ in range(4)]
        begin = time.monotonic()
        for peer in peers:
            peer.sendall(b"x")
        for peer in peers:
            self.assertEqual(receive(peer, 4), b"late")
        self.assertLess(time.monotonic() - begin, 1.9, "not one after the other")

    def test_a_close_word_ends_only_its_own_connection(self):
        server = self.listen("--reply", "{text}", "--close-on", "再见", "--encoding", "GBK")
        leaving, staying = self.dial(server.port), self.dial(server.port)
        leaving.sendall("再见".encode("gbk"))
        self.assertEqual(receive_all(leaving), b"")
        staying.sendall(b"bye")
        self.assertEqual(receive(staying, 3), b"bye")

    def test_close_after_reply_sends_the_whole_reply_first(self):
        reply = "x" * 60_000
        server = self.listen("--reply", reply, "--close-after-reply")
        peer = self.dial(server.port)
        peer.sendall(b"?")
        self.assertEqual(receive_all(peer), reply.encode())


def receive_all_of_line(sock):
    data = b""
    while not data.endswith(b"\n") and (chunk := sock.recv(1024)):
        data += chunk
    return data


class Limits(TestCase):
    def test_no_more_clients_at_once_than_allowed(self):
        server = self.listen("--max-connections", "2", "--echo")
        peers = [self.dial(server.port) for _ in range(3)]
        for peer in peers[:2]:
            peer.sendall(b"in")
            self.assertEqual(receive(peer, 2), b"in")
        peers[2].sendall(b"waiting")
        server.wait("sent", 2)
        self.assertEqual(len(server.matching("opened")), 2)
        peers[0].close()
        self.assertEqual(receive(peers[2], 7), b"waiting")

    def test_one_at_a_time_serves_those_who_wait_in_order(self):
        server = self.listen("--one-at-a-time", "--echo")
        peers = [self.dial(server.port) for _ in range(5)]
        for number, peer in enumerate(peers):
            peer.sendall(b"%d" % number)
        for number, peer in enumerate(peers):
            self.assertEqual(receive(peer, 1), b"%d" % number)
            peer.close()
        server.wait("closed", 5)
        lifecycle = [event for event in server.names() if event in ("opened", "closed")]
        self.assertEqual(lifecycle, ["opened", "closed"] * 5)

    def test_the_backlog_is_the_kernels_queue(self):
        server = self.listen("--backlog", "3", "--one-at-a-time")
        table = subprocess.run(["ss", "-Hltn", f"sport = :{server.port}"], capture_output=True, text=True, check=True)
        self.assertEqual(table.stdout.split()[2], "3", "the Send-Q of a listening socket is its backlog")


class Address(TestCase):
    def leave_time_wait(self, server):
        """Makes the server's side close first, so that its port stays in TIME_WAIT."""
        peer = self.dial(server.port)
        peer.sendall(b"bye")
        self.assertEqual(receive_all(peer), b"")
        own = port_of(peer)
        peer.close()
        eventually(lambda: time_wait(server.port, own), "TIME_WAIT at the server's port")
        server.stop()

    def test_a_server_starts_again_at_once_on_its_port(self):
        server = self.listen("--close-on", "bye")
        self.leave_time_wait(server)
        again = self.listen("--echo", port=server.port)
        peer = self.dial(again.port)
        peer.sendall(b"back")
        self.assertEqual(receive(peer, 4), b"back")

    def test_without_reuse_the_port_is_held_by_time_wait(self):
        server = self.listen("--close-on", "bye", "--no-reuse")
        self.leave_time_wait(server)
        code, _, diagnostics = self.run_swb("listen", f"127.0.0.1:{server.port}", "--no-reuse")
        self.assertEqual(code, 1)
        self.assertIn(str(server.port), diagnostics)

    def test_a_port_in_use_is_named(self):
        for address in ("127.0.0.1", ""):
            with self.subTest(address):
                taken = self.listener()
                code, _, diagnostics = self.run_swb("listen", f"{address + ':' if address else ''}{port_of(taken)}")
                self.assertEqual(code, 1)
                self.assertIn(str(port_of(taken)), diagnostics)
                self.assertIn("in use", diagnostics)

    def test_an_address_of_another_computer_is_refused(self):
        code, _, diagnostics = self.run_swb("listen", "192.0.2.1:0")
        self.assertEqual(code, 1)
        self.assertIn("192.0.2.1", diagnostics)

    def test_a_port_alone_serves_this_computer(self):
        server = self.swb("listen", "0", "--json", "--echo")
        port = int(server.wait("listening")["local"].rsplit(":", 1)[1])
        peer = self.dial(port)
        peer.sendall(b"x")
        self.assertEqual(receive(peer, 1), b"x")

    def test_two_servers_on_two_loopback_addresses_share_a_port(self):
        first = self.listen("--greet", "one", address="127.0.0.1")
        self.listen("--greet", "two", address="127.0.0.2", port=first.port)
        self.assertEqual(receive(self.dial(first.port, "127.0.0.1"), 3), b"one")
        self.assertEqual(receive(self.dial(first.port, "127.0.0.2"), 3), b"two")

    def test_an_ipv6_server_answers_ipv6(self):
        server = self.listen("--echo", address="::1")
        self.assertEqual(server.wait("listening")["local"], f"[::1]:{server.port}")
        peer = self.dial(server.port, "::1")
        peer.sendall(b"six")
        self.assertEqual(receive(peer, 3), b"six")


def time_wait(local_port, remote_port):
    with open("/proc/net/tcp") as table:
        for line in table.readlines()[1:]:
            fields = line.split()
            ports = tuple(int(fields[column].split(":")[1], 16) for column in (1, 2))
            if ports == (local_port, remote_port) and int(fields[3], 16) == TIME_WAIT:
                return True
    return False


if __name__ == "__main__":
    main()
