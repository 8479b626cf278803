"""Names, addresses and ports that do not work, each with a message of its own.

Runs in user, network and mount namespaces of its own, where it is the name server, so that nothing leaves this
computer. Where the system does not permit such namespaces, it is skipped (exit code 77).
"""

import os
import re
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from swbtest import PROGRAMS, TestCase, main, port_of

INSIDE = "SWB_TEST_INSIDE_NAMESPACES"


class NameServer:
    """Answers `NAME.example` from a table; nothing for silent.example; "no such name" for all others."""

    ADDRESSES = {"one.example": ["127.0.0.1"], "three.example": ["127.0.0.11", "127.0.0.12", "127.0.0.13"],
                 "six.example": ["::1"]}

    def __init__(self):
        self.asked = threading.Event()
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind(("127.0.0.1", 53))
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        while True:
            query, sender = self._socket.recvfrom(512)
            self.asked.set()
            if answer := self.answer(query):
                self._socket.sendto(answer, sender)

    def answer(self, query):
        labels, at = [], 12
        while size := query[at]:
            labels.append(query[at + 1:at + 1 + size].decode())
            at += 1 + size
        name, kind, question = ".".join(labels), query[at + 2], query[12:at + 5]
        if name == "silent.example":
            return None
        family = {1: socket.AF_INET, 28: socket.AF_INET6}.get(kind)
        known = self.ADDRESSES.get(name)
        found = [address for address in known or []
                 if family == (socket.AF_INET6 if ":" in address else socket.AF_INET)]
        header = query[:2] + struct.pack("!HHHHH", 0x8180 | (0 if known else 3), 1, len(found), 0, 0)
        records = b"".join(b"\xc0\x0c" + struct.pack("!HHIH", kind, 1, 60, len(packed)) + packed
                           for packed in (socket.inet_pton(family, address) for address in found))
        return header + question + records


class Names(TestCase):
    def test_a_name_leads_to_its_address(self):
        listening = self.listener()
        client = self.connect(port_of(listening), host="one.example")
        self.assertEqual(client.wait("opened")["peer"], f"127.0.0.1:{port_of(listening)}")

    def test_a_name_with_only_an_ipv6_address_works_too(self):
        listening = self.listener("::1")
        client = self.connect(port_of(listening), host="six.example")
        self.assertEqual(client.wait("opened")["peer"], f"[::1]:{port_of(listening)}")

    def test_every_address_that_is_tried_is_told_until_one_answers(self):
        listening = self.listener("127.0.0.13")
        client = self.connect(port_of(listening), host="three.example")
        tried = [event["peer"].split(":")[0] for event in client.matching("connecting")]
        self.assertEqual(tried[-1], "127.0.0.13")
        self.assertEqual(len(set(tried)), len(tried))
        self.assertEqual(client.wait("opened")["peer"], f"127.0.0.13:{port_of(listening)}")

    def test_all_addresses_are_tried_before_giving_up(self):
        client = self.connect(1, host="three.example", opened=False)
        self.assertEqual(client.exit_code(), 1)
        tried = {event["peer"].split(":")[0] for event in client.matching("connecting")}
        self.assertEqual(tried, {"127.0.0.11", "127.0.0.12", "127.0.0.13"})

    def test_a_name_that_does_not_exist_is_named(self):
        client = self.connect(9, host="nowhere.example", opened=False)
        self.assertEqual(client.exit_code(), 1)
        self.assertEqual(client.wait("error")["failure"], "host-not-found")
        self.assertIn("nowhere.example", client.stderr())

    def test_the_timeout_counts_while_a_name_server_is_silent(self):
        begin = time.monotonic()
        code, _, diagnostics = self.run_swb("connect", "silent.example:9", "--timeout", "0.5")
        self.assertLess(time.monotonic() - begin, 2)
        self.assertEqual(code, 1)
        self.assertIn("silent.example", diagnostics)

    def test_a_signal_ends_it_at_once_while_a_name_server_is_silent(self):
        NAME_SERVER.asked.clear()
        client = self.connect(9, host="silent.example", opened=False)
        self.assertTrue(NAME_SERVER.asked.wait(20))
        begin = time.monotonic()
        client.stop(signal.SIGINT)
        self.assertLess(time.monotonic() - begin, 1)


class Reasons(TestCase):
    def reason(self, *arguments, **options):
        program = self.swb(*arguments, **options)
        code = program.exit_code()
        self.assertEqual(code, 1, program.story())
        return program.stderr()

    def test_refused_timed_out_and_unreachable_are_three_messages(self):
        refused = self.reason("connect", "127.0.0.1:9")
        unreachable = self.reason("connect", "192.0.2.1:9")
        timed_out = self.reason("connect", f"127.0.0.1:{self.full_backlog()}", "--timeout", "0.5")
        self.assertIn("refused", refused.lower())
        self.assertIn("192.0.2.1", unreachable)
        self.assertRegex(unreachable.lower(), r"no route|unreachable|cannot be reached|no way")
        self.assertRegex(timed_out.lower(), r"in time|timed out|no answer|did not answer|within")
        sentences = {re.sub(r"[\d.:]+", "", message) for message in (refused, unreachable, timed_out)}
        self.assertEqual(len(sentences), 3)

    def full_backlog(self):
        """The port of a listener whose queue is full, so that SYNs to it are dropped."""
        listening = self.listener(backlog=0)
        for _ in range(3):
            sock = self.adopt(socket.socket())
            sock.setblocking(False)
            sock.connect_ex(listening.getsockname())
        return port_of(listening)

    def test_a_privileged_port_is_explained(self):
        Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").write_text("1024")
        message = self.reason("listen", "127.0.0.1:80",
                              prefix=("setpriv", "--bounding-set=-all", "--inh-caps=-all"))
        self.assertIn("80", message)
        self.assertRegex(message, "1024|privilege|rights")

    def test_a_connection_to_itself_is_found_out(self):
        with ephemeral_ports(40000, 40000):
            message = self.reason("connect", "127.0.0.1:40000", "--timeout", "5")
        self.assertIn("itself", message)

    def test_running_out_of_ports_is_told_as_such(self):
        listening = self.listener()
        with ephemeral_ports(41000, 41001):
            self.dial(port_of(listening)), self.dial(port_of(listening))
            message = self.reason("connect", f"127.0.0.1:{port_of(listening)}", "--timeout", "5")
        self.assertRegex(message.lower(), "port")
        self.assertNotIn("refused", message.lower())


class ephemeral_ports:
    """Narrows what the kernel chooses from, in this network namespace only."""

    PATH = Path("/proc/sys/net/ipv4/ip_local_port_range")

    def __init__(self, first, last):
        self.wanted = f"{first} {last}"

    def __enter__(self):
        self.before = self.PATH.read_text()
        self.PATH.write_text(self.wanted)

    def __exit__(self, *_):
        self.PATH.write_text(self.before)


def enter_namespaces():
    """Runs this program again in namespaces of its own; its exit code, or 77 where they are not permitted."""
    unshare = ["unshare", "--map-root-user", "--net", "--mount", "--"]
    if subprocess.run([*unshare, "true"], capture_output=True).returncode:
        print("skipped: user and network namespaces are not permitted here")
        return 77
    environment = {**os.environ, INSIDE: "1", "SWB_PROGRAMS": str(PROGRAMS)}
    return subprocess.run([*unshare, sys.executable, "-B", *sys.argv], env=environment).returncode


def set_up():
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    with tempfile.NamedTemporaryFile("w", prefix="swb-resolv-") as file:
        file.write("nameserver 127.0.0.1\noptions timeout:30 attempts:1\n")
        file.flush()
        subprocess.run(["mount", "--bind", file.name, "/etc/resolv.conf"], check=True)
    return NameServer()


if __name__ == "__main__":
    if INSIDE not in os.environ:
        sys.exit(enter_namespaces())
    NAME_SERVER = set_up()
    main()
