"""Moments at which bytes, addresses or exit codes are easily lost: each of these once was."""

import json
import os
import resource
import signal
import socket
import subprocess
import threading
import time

from swbtest import PROGRAMS, TestCase, main, name_of, port_of, receive, receive_all, reset

SMALL_STACK = ("sh", "-c", 'ulimit -s 512; exec "$@"', "sh")


class NoDepth(TestCase):
    """A peer as fast as we are must not cost us a stack frame for each piece."""

    def test_a_large_file_goes_to_a_fast_reader(self):
        path = self.folder() / "large"
        with open(path, "wb") as file:
            file.truncate(400 << 20)
        listening = self.listener()
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 8 << 20)
        client = self.swb("connect", f"127.0.0.1:{port_of(listening)}", "--quiet", "--half-close", "--send-file", path,
                          prefix=SMALL_STACK)
        conversation = self.accept(listening)
        client.end_input()
        buffer, total = bytearray(4 << 20), 0
        while size := conversation.recv_into(buffer):
            total += size
        conversation.close()
        self.assertEqual(total, 400 << 20)
        self.assertEqual(client.exit_code(), 0)

    def test_thousands_of_answers_that_fall_due_at_once(self):
        count = 5000
        server = self.listen("--echo", "--delay", "300", prefix=SMALL_STACK)
        peer = self.dial(server.port)
        peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        reader = []
        thread = threading.Thread(target=lambda: reader.append(receive(peer, count)), daemon=True)
        thread.start()
        for _ in range(count):
            peer.sendall(b"x")
        server.send_signal(signal.SIGSTOP)
        time.sleep(0.4)  # not to let something happen, but to let the answers fall due while nothing can
        server.send_signal(signal.SIGCONT)
        thread.join(20)
        self.assertEqual(reader, [b"x" * count])


class EarlyResets(TestCase):
    def test_a_client_that_resets_while_it_waits_to_be_accepted_keeps_its_address(self):
        server = self.listen("--one-at-a-time")
        first = self.dial(server.port)
        server.wait("opened")
        second = self.dial(server.port)
        second.sendall(b"last words")
        name = name_of(second)
        reset(second)
        first.close()
        self.assertEqual(server.wait("opened", 2)["peer"], name)
        server.wait("reset", peer=name)
        self.assertEqual(server.bytes_of("received", peer=name), b"last words")

    def test_a_server_that_answers_and_resets_at_once_was_connected(self):
        listening = self.listener()

        def serve():
            for _ in range(10):
                conversation, _ = listening.accept()
                conversation.sendall(b"hello")
                reset(conversation)

        threading.Thread(target=serve, daemon=True).start()
        for _ in range(10):
            client = self.connect(port_of(listening))
            self.assertEqual(client.exit_code(), 1)
            self.assertEqual(client.bytes_of("received"), b"hello")
            self.assertIn("reset", client.names())


class Recording(TestCase):
    def limited(self, *arguments):
        path = self.folder() / "small.pcapng"
        server = self.listen("--record", path, *arguments, limits=[(resource.RLIMIT_FSIZE, (100_000, 100_000))])
        return server, path

    def test_a_full_disk_is_told_at_once(self):
        server, _ = self.limited()
        peer = self.dial(server.port)
        peer.sendall(bytes(200_000))
        server.wait_until(lambda: "full" in server.stderr(), "a word about the full disk")
        self.assertTrue(server.is_running())

    def test_what_was_printed_is_in_the_recording(self):
        server, path = self.limited()
        peer = self.dial(server.port)
        for _ in range(40):
            peer.sendall(bytes(5000))
        server.wait_until(lambda: "full" in server.stderr(), "a word about the full disk")
        server.send_signal(signal.SIGKILL)
        server.exit_code()
        _, recorded, _ = self.run_swb("show", "--raw", path)
        self.assertLessEqual(len(server.bytes_of("received")), len(recorded))

    def test_an_existing_recording_is_named_as_such(self):
        path = self.folder() / "there.pcapng"
        path.touch()
        code, _, diagnostics = self.run_swb("listen", "127.0.0.1:0", "--record", path)
        self.assertEqual(code, 1)
        self.assertIn("already exists", diagnostics)

    def test_a_recording_is_read_from_stdin(self):
        path = self.folder() / "talk.pcapng"
        server = self.listen("--once", "--record", path)
        with self.dial(server.port) as peer:
            peer.sendall(b"through a pipe")
        server.exit_code()
        code, shown, _ = self.run_swb("show", "--raw", "-", stdin=path.read_bytes())
        self.assertEqual((code, shown), (0, b"through a pipe"))
        self.assertEqual(self.run_swb("check", "-", stdin=path.read_bytes())[0], 0)


class NotSent(TestCase):
    """What did not go out is counted, told, and makes the exit code 1."""

    def test_a_peer_that_never_reads(self):
        listening = self.listener()
        client = self.swb("connect", f"127.0.0.1:{port_of(listening)}", "--quiet", "--timeout", "0.5")
        self.accept(listening)
        threading.Thread(target=self.pour, args=(client, 30 << 20), daemon=True).start()
        self.assertEqual(client.exit_code(), 1)
        self.assertIn("never sent", client.stderr())

    def test_a_peer_that_finishes_before_all_of_stdin_has_gone(self):
        path = self.folder() / "large"
        with open(path, "wb") as file:
            file.truncate(100 << 20)
        listening = self.listener()
        with open(path, "rb") as file:
            client = self.swb("connect", f"127.0.0.1:{port_of(listening)}", "--quiet", stdin=file)
        conversation = self.accept(listening)
        conversation.shutdown(socket.SHUT_WR)  # 100 MiB are more than queue and kernel hold
        receive_all(conversation)
        conversation.close()
        self.assertEqual(client.exit_code(), 1)
        self.assertIn("stdin", client.stderr())

    def pour(self, client, size):
        try:
            client.write(bytes(size))
        except OSError:
            pass  # it has ended, as it should

    def test_answers_that_were_still_waiting_are_counted(self):
        server = self.listen("--echo", "--delay", "60000")
        peer = self.dial(server.port)
        peer.sendall(b"0123456789")
        server.wait("received")
        reset(peer)
        self.assertEqual(server.wait("closed")["unsent"], 10)

    def test_arguments_that_are_no_utf8_are_refused(self):
        code, _, diagnostics = self.run_swb_bytes(b"connect", b"127.0.0.1:1", b"--send", b"a\xff\xfeb")
        self.assertEqual(code, 2)
        self.assertIn("--send-hex", diagnostics)

    def run_swb_bytes(self, *arguments):
        result = subprocess.run([os.fsencode(PROGRAMS / "swb"), *arguments], capture_output=True, timeout=20,
                                env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""})
        return result.returncode, result.stdout, result.stderr.decode()


class Ends(TestCase):
    def test_a_timeout_while_dialling_is_one_message(self):
        listening = self.listener(backlog=0)
        self.dial(port_of(listening))
        code, _, diagnostics = self.run_swb("connect", f"127.0.0.1:{port_of(listening)}", "--timeout", "0.4")
        self.assertEqual(code, 1)
        self.assertIn("in time", diagnostics)
        self.assertNotIn("cancelled", diagnostics)

    def test_a_reader_of_stdout_that_goes_ends_the_program(self):
        server = self.swb("listen", "127.0.0.1:0", "--json", prefix=("sh", "-c", '"$@" | head -1; kill $$', "sh"))
        line = server.wait("listening")
        port = int(line["local"].rsplit(":", 1)[1])
        peer = self.dial(port)
        peer.sendall(b"unheard")
        self.assertEqual(receive_all(peer), b"")

    def test_a_slow_reader_of_stdout_still_gets_everything_after_a_signal(self):
        process = subprocess.Popen([PROGRAMS / "swb", "listen", "127.0.0.1:0", "--json"], stdout=subprocess.PIPE)
        self.addCleanup(process.stdout.close)
        self.addCleanup(process.kill)
        port = int(json.loads(process.stdout.readline())["local"].rsplit(":", 1)[1])
        with self.dial(port) as peer:
            peer.sendall(bytes(300_000))  # as JSON far more than a pipe holds, so swb stands still in a write
        process.send_signal(signal.SIGTERM)
        events = [json.loads(line) for line in process.stdout]
        self.assertEqual(sum(event["size"] for event in events if event["event"] == "received"), 300_000)
        self.assertIn("closed", [event["event"] for event in events])
        self.assertEqual(process.wait(20), 0)

    def test_a_file_that_is_gone_ends_only_the_connection_that_wanted_it(self):
        path = self.folder() / "motd"
        path.write_bytes(b"hello")
        server = self.listen("--send-file", path)
        first = self.dial(server.port)
        self.assertEqual(receive(first, 5), b"hello")
        path.unlink()
        self.assertEqual(receive_all(self.dial(server.port)), b"")
        server.wait_until(lambda: "motd" in server.stderr(), "a word about the file")
        self.assertTrue(server.is_running())
        path.write_bytes(b"again")
        self.assertEqual(receive(self.dial(server.port), 5), b"again")

    def test_a_server_that_closes_serves_the_next_client_at_once(self):
        server = self.listen("--one-at-a-time", "--greet", "hi", "--reply", "bye", "--close-after-reply")
        first, second = self.dial(server.port), self.dial(server.port)
        self.assertEqual(receive(first, 2), b"hi")
        first.sendall(b"x")
        self.assertEqual(receive_all(first), b"bye")  # and is not closed by us
        begin = time.monotonic()
        self.assertEqual(receive(second, 2), b"hi")
        self.assertLess(time.monotonic() - begin, 1.5)


if __name__ == "__main__":
    main()
