"""Too many clients, too few descriptors, peers that never read: nothing spins, grows or gets lost."""

import os
import resource
import select
import signal
import socket
import subprocess
import threading
import time
import unittest

from swbtest import PROGRAMS, TestCase, eventually, listening_port, main, port_of, receive

SANITIZED = b"libasan" in subprocess.run(["ldd", PROGRAMS / "swb"], capture_output=True).stdout
LITTLE_QUARANTINE = {"ASAN_OPTIONS": "quarantine_size_mb=1"}  # freed memory counts, if a sanitizer keeps it


class Descriptors(TestCase):
    @unittest.skipIf(SANITIZED, "UBSan needs descriptors for its own checks")
    def test_everyone_is_served_although_descriptors_run_out(self):
        clients = 200
        server = self.listen("--greet", "welcome", "--backlog", "256", "--record", self.folder() / "full.pcapng",
                             limits=[(resource.RLIMIT_NOFILE, (64, 64))])
        waiting = [self.dial(server.port) for _ in range(clients)]
        server.wait("accepting-paused")
        begin, cpu = time.monotonic(), server.cpu_seconds()
        while time.monotonic() - begin < 1:  # the measurement itself: a second in which nothing can be done
            select.select([], [], [], 0.1)
        self.assertLess(server.cpu_seconds() - cpu, 0.1, "it spins while descriptors are missing")

        while waiting:
            served, _, _ = select.select(waiting, [], [], 20)
            self.assertTrue(served, f"{len(waiting)} clients are never served\n{server.story()}")
            for peer in served:
                self.assertEqual(receive(peer, 7), b"welcome")
                peer.close()
                waiting.remove(peer)
        server.wait("closed", clients)
        self.assertEqual(len(server.matching("opened")), clients)
        self.assertEqual(server.stop(), 0)


class Storm(TestCase):
    def test_each_connection_of_a_storm_is_told_and_descriptors_come_back(self):
        storm = 1000
        server = self.listen("--backlog", "512")
        before = server.descriptors()
        for number in range(storm):
            with socket.socket() as peer:
                peer.bind((f"127.0.0.{2 + number % 50}", 0))
                peer.connect(("127.0.0.1", server.port))
        server.wait("closed", storm, deadline=60)
        self.assertEqual(len(server.matching("opened")), storm)
        self.assertEqual(len({event["connection"] for event in server.matching("closed")}), storm)
        eventually(lambda: server.descriptors() <= before, "the descriptors' return")

    def test_five_hundred_idle_clients_need_no_thread_each(self):
        server = self.listen("--echo", "--backlog", "512")
        before = len(os.listdir(f"/proc/{server.pid}/task"))
        peers = [self.dial(server.port) for _ in range(500)]
        for peer in peers:
            peer.sendall(b"x")
        for peer in peers:
            self.assertEqual(receive(peer, 1), b"x")
        self.assertEqual(len(os.listdir(f"/proc/{server.pid}/task")), before)


class SlowReader(TestCase):
    def test_a_peer_that_never_reads_does_not_make_us_grow(self):
        path = self.folder() / "large"
        with open(path, "wb") as file:
            file.truncate(200 << 20)
        listening = self.listener()
        client = self.connect(port_of(listening), "--send-file", path, environment=LITTLE_QUARANTINE)
        before = client.resident_bytes()
        conversation = self.accept(listening)
        client.wait("sent")
        offered = self.quiet_sum(client)
        self.assertLess(offered, 64 << 20, "the kernel alone cannot have taken that")
        self.assertLess(client.resident_bytes() - before, 96 << 20)
        begin = time.monotonic()
        client.send_signal(signal.SIGTERM)
        client.wait("closed")
        client.exit_code()
        self.assertLess(time.monotonic() - begin, 5)
        del conversation

    def quiet_sum(self, client):
        """The bytes the kernel has taken once it takes no more."""
        total, since = 0, time.monotonic()
        while time.monotonic() - since < 0.5:
            select.select([], [], [], 0.05)
            now = sum(event["size"] for event in client.matching("sent"))
            if now != total:
                total, since = now, time.monotonic()
        return total

    def test_an_echo_to_a_peer_that_never_reads_pushes_back(self):
        server = self.swb("listen", "127.0.0.1:0", "--echo", "--raw", environment=LITTLE_QUARANTINE)
        port = eventually(lambda: listening_port(server.pid), "a listening socket")
        before = server.resident_bytes()
        peer = self.dial(port)
        peer.setblocking(False)
        block, offered, since = bytes(1 << 18), 0, time.monotonic()
        while time.monotonic() - since < 1 and offered < 200 << 20:
            if select.select([], [peer], [], 0.1)[1]:
                offered += peer.send(block)
                since = time.monotonic()
        self.assertLess(offered, 200 << 20, "TCP never pushed back")
        self.assertLess(server.resident_bytes() - before, 128 << 20)

        other = self.dial(port)
        other.sendall(b"and I?")
        self.assertEqual(receive(other, 6), b"and I?", "other clients are served")

        peer.setblocking(True)
        peer.settimeout(20)
        self.assertEqual(len(receive(peer, offered)), offered, "all of it comes back once it is read")


class Many(TestCase):
    def test_fifty_clients_talk_at_once_and_every_byte_comes_back(self):
        server = self.listen("--echo", "--record", self.folder() / "many.pcapng")
        wrong = []

        def talk(number):
            with socket.create_connection(("127.0.0.1", server.port), 20) as peer:
                for round_number in range(40):
                    message = b"%d.%d " % (number, round_number) * 50
                    peer.sendall(message)
                    if receive(peer, len(message)) != message:
                        wrong.append((number, round_number))

        threads = [threading.Thread(target=talk, args=(number,)) for number in range(50)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(wrong, [])
        server.wait("closed", 50)
        self.assertEqual(server.stop(), 0)


if __name__ == "__main__":
    main()
