"""What takes long shows how far it has come, on a terminal and nowhere else, and ends when it is asked to."""

import os
import pty
import re
import select
import signal
import subprocess
import unittest

from captures import CLIENT, SERVER, SYN, pcap, tcp, udp
from swbtest import DEADLINE, PROGRAMS, TestCase, main

ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "TERM": "xterm"}
LINE = re.compile(rb"swb: Writing: \d+%")
ERASE = b"\r\x1b[K"


class Progress(TestCase):
    def setUp(self):
        """More than a pipe and what is collected for it can hold, so that writing waits for a reader."""
        self.path = self.folder() / "answers.pcap"
        answers = [udp(SERVER, CLIENT, b"x" * 1400)] * 2000
        self.path.write_bytes(pcap([udp(CLIENT, SERVER, b"?"), *answers]))

    def terminal(self):
        """(what swb writes to, what a person sees)"""
        seen, written = pty.openpty()
        self.addCleanup(os.close, seen)
        return written, seen

    def show(self, *arguments, stderr, environment=None):
        program = subprocess.Popen([PROGRAMS / "swb", "show", *arguments, self.path], stdin=subprocess.DEVNULL,
                                   stdout=subprocess.PIPE, stderr=stderr, env={**ENVIRONMENT, **(environment or {})})
        self.addCleanup(program.wait)
        self.addCleanup(program.stdout.close)
        self.addCleanup(program.kill)
        return program

    def read_until(self, terminal, condition):
        seen = b""
        while not condition(seen):
            self.assertTrue(select.select([terminal], [], [], DEADLINE)[0], f"nothing follows {seen!r}")
            seen += os.read(terminal, 4096)
        return seen

    def test_a_terminal_sees_how_far_it_is_and_nothing_else_does(self):
        written, seen = self.terminal()
        quiet_written, quiet_seen = self.terminal()
        dumb_written, dumb_seen = self.terminal()
        to_pipe = self.show(stderr=subprocess.PIPE)
        quiet = self.show("--quiet", stderr=quiet_written)
        dumb = self.show(stderr=dumb_written, environment={"TERM": "dumb"})
        told = self.show(stderr=written)
        for descriptor in (written, quiet_written, dumb_written):
            os.close(descriptor)
        text = self.read_until(seen, lambda text: len(LINE.findall(text)) > 3)
        for program in (to_pipe, quiet, dumb, told):
            self.assertGreater(len(program.stdout.read()), 2_000_000)
            self.assertEqual(program.wait(), 0)
        self.assertEqual(to_pipe.stderr.read(), b"")
        to_pipe.stderr.close()
        for silent in (quiet_seen, dumb_seen):
            with self.assertRaises(OSError):  # EIO: whoever wrote is gone
                self.assertEqual(os.read(silent, 4096), b"")
        while not text.endswith(ERASE):
            text += self.read_until(seen, bool)
        self.assertEqual(LINE.sub(b"", text).replace(ERASE, b""), b"")

    def test_complaints_do_not_stand_behind_the_progress(self):
        with open(self.path, "ab") as file:
            file.write(b"cut")
        written, seen = self.terminal()
        program = self.show(stderr=written)
        os.close(written)
        text = self.read_until(seen, LINE.search)
        program.stdout.read()
        text += self.read_until(seen, lambda text: text.endswith(b"\n"))
        self.assertRegex(text.rsplit(ERASE, 1)[1], rb"^swb: .* is cut short: [^\r]*\r\n$")

    def test_a_signal_ends_the_reading(self):
        self.path.write_bytes(pcap(tcp((f"10.1.{i >> 8}.{i & 255}", 1000), SERVER, 1, SYN) for i in range(60_000)))

        def interrupted():
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
            os.kill(os.getpid(), signal.SIGINT)

        for command in (["check"], ["show"], ["show", "--csv"]):
            with self.subTest(command):
                ended = subprocess.run([PROGRAMS / "swb", *command, self.path], capture_output=True, timeout=DEADLINE,
                                       env=ENVIRONMENT, preexec_fn=interrupted)
                self.assertEqual((ended.returncode, ended.stdout, ended.stderr), (1, b"", b""))


if __name__ == "__main__":
    main()
