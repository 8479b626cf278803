"""What the peer tests share: the program `swb` as a child whose events can be awaited, and plain sockets.

Nothing in here sleeps to let something happen: every wait is for a condition and has a deadline.
"""

import contextlib
import json
import os
import re
import resource
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

PROGRAMS = Path(os.environ.get("SWB_PROGRAMS", Path(__file__).resolve().parents[2] / "build/release/bin"))
DEADLINE = float(os.environ.get("SWB_TEST_DEADLINE", "20"))  # seconds; only a failing test waits so long


class Swb:
    """A running `swb`. With `--json` among its arguments its events are parsed as they come."""

    def __init__(self, *arguments, limits=None, user=None, environment=None, prefix=(), stdin=subprocess.PIPE):
        command = [*prefix, PROGRAMS / "swb", *arguments]
        self.command = " ".join(str(word) for word in command)
        self.json = "--json" in arguments
        self.events = []
        self.output = bytearray()
        self.diagnostics = bytearray()
        self._news = threading.Condition()
        self._process = subprocess.Popen(
            command, stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, user=user,
            env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", **(environment or {})},
            preexec_fn=limits and (lambda: [resource.setrlimit(*limit) for limit in limits]))
        self._readers = [threading.Thread(target=self._read_output, daemon=True),
                         threading.Thread(target=self._read_diagnostics, daemon=True)]
        for reader in self._readers:
            reader.start()

    def _read_output(self):
        stream = self._process.stdout
        while chunk := (stream.readline() if self.json else stream.read1(1 << 16)):
            event = json.loads(chunk) if self.json else None
            with self._news:
                self.output += chunk
                if event is not None:
                    self.events.append(event)
                self._news.notify_all()

    def _read_diagnostics(self):
        while chunk := self._process.stderr.read1(1 << 16):
            with self._news:
                self.diagnostics += chunk
                self._news.notify_all()

    @property
    def pid(self):
        return self._process.pid

    def is_running(self):
        return self._process.poll() is None

    def stderr(self):
        return self.diagnostics.decode(errors="replace")

    def story(self):
        lines = [json.dumps(event, ensure_ascii=False)[:300] for event in self.events[-40:]]
        return "\n".join([self.command, *lines, "stderr: " + self.stderr()[-2000:]])

    def wait_until(self, condition, what, deadline=DEADLINE):
        """Returns the first true value of `condition`, which is asked again at each line of output."""
        end = time.monotonic() + deadline
        with self._news:
            while not (value := condition()):
                if not any(reader.is_alive() for reader in self._readers) and not condition():
                    raise AssertionError(f"the program ended before {what}\n{self.story()}")
                if time.monotonic() >= end:
                    raise AssertionError(f"{what} did not come within {deadline:g} s\n{self.story()}")
                self._news.wait(timeout=0.1)
            return value

    def matching(self, name, **fields):
        return [event for event in list(self.events) if event["event"] == name
                and all(event.get(key) == value for key, value in fields.items())]

    def wait(self, name, count=1, deadline=DEADLINE, **fields):
        """The `count`th event of that name with those fields."""
        self.wait_until(lambda: len(self.matching(name, **fields)) >= count, f"event {name} {fields or ''}", deadline)
        return self.matching(name, **fields)[count - 1]

    def names(self, **fields):
        return [event["event"] for event in list(self.events)
                if all(event.get(key) == value for key, value in fields.items())]

    def bytes_of(self, name, **fields):
        """All bytes of the `received` (or `sent`) events, in order."""
        return b"".join(bytes.fromhex(event["hex"]) for event in self.matching(name, **fields))

    def text_of(self, name, **fields):
        return "".join(event["text"] for event in self.matching(name, **fields))

    def wait_bytes(self, expected, name="received", **fields):
        self.wait_until(lambda: len(self.bytes_of(name, **fields)) >= len(expected), f"{len(expected)} bytes {name}")
        got = self.bytes_of(name, **fields)
        if got != expected:
            raise AssertionError(f"{name} {got[:200]!r}, expected {expected[:200]!r}\n{self.story()}")

    def wait_output(self, expected):
        self.wait_until(lambda: len(self.output) >= len(expected), f"{len(expected)} bytes on stdout")
        if bytes(self.output) != expected:
            raise AssertionError(f"stdout {bytes(self.output[:200])!r}, expected {expected[:200]!r}\n{self.story()}")

    def write(self, data):
        self._process.stdin.write(data)
        self._process.stdin.flush()

    def end_input(self):
        self._process.stdin.close()

    def send_signal(self, number):
        self._process.send_signal(number)

    def exit_code(self, deadline=DEADLINE):
        """Waits for the end of the program and of its output."""
        try:
            code = self._process.wait(deadline)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"still running after {deadline:g} s\n{self.story()}") from None
        for reader in self._readers:
            reader.join()
        return code

    def stop(self, number=signal.SIGTERM):
        self.send_signal(number)
        return self.exit_code()

    def dispose(self):
        if self.is_running():
            self._process.kill()
        self._process.wait()
        for reader in self._readers:
            reader.join()
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            with contextlib.suppress(OSError, ValueError):
                if stream:
                    stream.close()

    def descriptors(self):
        return len(os.listdir(f"/proc/{self.pid}/fd"))

    def resident_bytes(self):
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024

    def cpu_seconds(self):
        fields = Path(f"/proc/{self.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class TestCase(unittest.TestCase):
    """Starts programs and sockets that are gone when the test is over."""

    maxDiff = 2000

    def swb(self, *arguments, **options):
        program = Swb(*(str(word) for word in arguments), **options)
        self.addCleanup(program.dispose)
        return program

    def listen(self, *arguments, address="127.0.0.1", port=0, **options):
        """`swb listen … --json`, listening; the port it really has is in `.port`."""
        at = f"[{address}]" if ":" in address else address
        server = self.swb("listen", f"{at}:{port}", "--json", *arguments, **options)
        server.port = int(server.wait("listening")["local"].rsplit(":", 1)[1])
        return server

    def connect(self, port, *arguments, host="127.0.0.1", opened=True, **options):
        """`swb connect … --json`, connected unless told otherwise."""
        host = f"[{host}]" if ":" in host else host
        client = self.swb("connect", f"{host}:{port}", "--json", *arguments, **options)
        if opened:
            client.wait("opened")
        return client

    def run_swb(self, *arguments, stdin=b"", environment=None):
        """Runs it to its end: (exit code, stdout, stderr)."""
        program = self.swb(*arguments, environment=environment)
        with contextlib.suppress(BrokenPipeError):
            program.write(stdin)
            program.end_input()
        code = program.exit_code()
        return code, bytes(program.output), program.stderr()

    def adopt(self, sock):
        sock.settimeout(DEADLINE)
        self.addCleanup(sock.close)
        return sock

    def listener(self, address="127.0.0.1", backlog=16):
        """A listening socket of ours on a free port."""
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        sock = self.adopt(socket.socket(family, socket.SOCK_STREAM))
        sock.bind((address, 0))
        sock.listen(backlog)
        return sock

    def accept(self, listening):
        return self.adopt(listening.accept()[0])

    def dial(self, port, address="127.0.0.1"):
        return self.adopt(socket.create_connection((address, port), DEADLINE))

    def folder(self):
        """A folder of this test, readable by every user."""
        holder = tempfile.TemporaryDirectory(prefix="swb-")
        self.addCleanup(holder.cleanup)
        os.chmod(holder.name, 0o755)
        return Path(holder.name)

    def assertEnds(self, sock):
        """The peer finished in order: FIN, and nothing before it."""
        self.assertEqual(sock.recv(1), b"", "expected the end of the stream")

    def assertReset(self, sock):
        with self.assertRaises(ConnectionResetError):
            while sock.recv(1 << 16):
                pass
            self.fail("the connection ended in order (FIN), not by RST")


def port_of(listening):
    return listening.getsockname()[1]


def name_of(sock):
    """'127.0.0.1:51528', '[::1]:51528': as the events write it."""
    host, port = sock.getsockname()[:2]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def receive(sock, size):
    """Exactly that many bytes, or what came before the end."""
    data = bytearray()
    while len(data) < size and (chunk := sock.recv(min(1 << 16, size - len(data)))):
        data += chunk
    return bytes(data)


def receive_all(sock):
    data = bytearray()
    while chunk := sock.recv(1 << 16):
        data += chunk
    return bytes(data)


def reset(sock):
    """Close with RST (SO_LINGER of zero seconds)."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


def unused_port(address="127.0.0.1"):
    """A port where nobody listens just now."""
    with socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET) as sock:
        sock.bind((address, 0))
        return port_of(sock)


def tcp_state(local_port, remote_port):
    """The kernel's state of that IPv4 connection as its number in /proc/net/tcp (1: ESTABLISHED, 8: CLOSE_WAIT …)."""
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if int(fields[1].split(":")[1], 16) == local_port and int(fields[2].split(":")[1], 16) == remote_port:
            return int(fields[3], 16)
    return None


def in_background(work, *arguments):
    """Runs it on a thread; the end of its socket ends it too."""
    def until_the_end():
        with contextlib.suppress(OSError):
            work(*arguments)

    thread = threading.Thread(target=until_the_end, daemon=True)
    thread.start()
    return thread


def listening_port(pid):
    """The port on which that process listens (IPv4), from the kernel's tables; None before it does."""
    sockets = set()
    for descriptor in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            sockets.add(os.readlink(descriptor))
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[3] == "0A" and f"socket:[{fields[9]}]" in sockets:
            return int(fields[1].split(":")[1], 16)
    return None


def eventually(condition, what, deadline=DEADLINE):
    """For what can only be polled: the kernel's tables, files, other programs."""
    end = time.monotonic() + deadline
    while not (value := condition()):
        if time.monotonic() >= end:
            raise AssertionError(f"{what} did not come within {deadline:g} s")
        time.sleep(0.01)
    return value


def main():
    if not (PROGRAMS / "swb").exists():
        sys.exit(f"{PROGRAMS}/swb is not there; build it, or name its folder in SWB_PROGRAMS")
    unittest.main(verbosity=2)
