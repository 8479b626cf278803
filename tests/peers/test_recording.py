"""A recording is a capture: tshark, capinfos and libpcap read it, and `swb show` and `swb check` read it back."""

import ctypes
import ctypes.util
import hashlib
import json
import os
import random
import re
import signal
import struct
import subprocess
import zlib

from swbtest import TestCase, in_background, main, name_of, receive

ADDRESSES = ("127.0.0.1", "::1")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def follow(path, stream=0):
    """{'address:port': the bytes that this side sent} as tshark's follow gives them."""
    text = run("tshark", "-r", path, "-q", "-z", f"follow,tcp,raw,{stream}").stdout
    nodes = [re.search(rf"^Node {number}: (.*)$", text, re.MULTILINE)[1] for number in (0, 1)]
    sent = [bytearray(), bytearray()]
    for line in text.splitlines():
        if re.fullmatch(r"\t?[0-9a-f]+", line):
            sent[line.startswith("\t")] += bytes.fromhex(line.strip())
    return {plain(node): bytes(data) for node, data in zip(nodes, sent)}


def plain(name):
    return name.replace("[", "").replace("]", "")


def packets_by_libpcap(path):
    """How many packets libpcap reads, and its complaint if it has one."""
    pcap = ctypes.CDLL(ctypes.util.find_library("pcap") or "libpcap.so.0.8")
    pcap.pcap_open_offline.restype = ctypes.c_void_p
    pcap.pcap_next_ex.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p]
    pcap.pcap_geterr.argtypes = [ctypes.c_void_p]
    pcap.pcap_geterr.restype = ctypes.c_char_p
    pcap.pcap_close.argtypes = [ctypes.c_void_p]
    trouble = ctypes.create_string_buffer(256)
    handle = pcap.pcap_open_offline(os.fsencode(path), trouble)
    if not handle:
        return 0, trouble.value.decode()
    header, data = ctypes.c_void_p(), ctypes.c_void_p()
    count = 0
    while (status := pcap.pcap_next_ex(handle, ctypes.byref(header), ctypes.byref(data))) == 1:
        count += 1
    complaint = "" if status == -2 else pcap.pcap_geterr(handle).decode()
    pcap.pcap_close(handle)
    return count, complaint


def annotation(about, marked, text, connection=1):
    """A block as docs/recording-format.md describes it, by somebody who has read nothing else."""
    details = json.dumps({"about": about, "marked": marked, "text": text}).encode()
    stamp = struct.pack("<4sBBBBIIqQI", b"SWBJ", 1, 19, 1 | 2, 0, 1, connection, 1_900_000_000 * 10**9, 0, len(details))
    stamp += details + bytes(-len(details) % 4)
    length = 4 + 4 + 4 + len(stamp) + 4 + 4
    block = struct.pack("<III", 0x80000BAD, length, 32473) + stamp
    return block + struct.pack("<II", zlib.crc32(block), length)


class Recorded(TestCase):
    """One exchange of random bytes in both directions, recorded by the server or by the client."""

    def exchange(self, address, up, down):
        """The server's recording, the name of its client, and the client's."""
        folder = self.folder()
        listening = self.listener(address)
        host = f"[{address}]" if ":" in address else address
        recording = folder / "client.pcapng"
        client = self.swb("connect", f"{host}:{listening.getsockname()[1]}", "--raw", "--half-close",
                          "--record", recording)
        conversation = self.accept(listening)
        writer = in_background(lambda: (client.write(up), client.end_input()))
        sender = in_background(conversation.sendall, down)
        self.assertEqual(receive(conversation, len(up)), up)
        writer.join()
        sender.join()
        names = (plain(name_of(conversation)), plain("%s:%d" % conversation.getpeername()[:2]))
        conversation.close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(bytes(client.output), down)
        return recording, names


class ReadByOthers(Recorded):
    def test_follow_gives_back_every_byte_of_both_directions(self):
        up, down = os.urandom(300_000), os.urandom(700_000)
        for address in ADDRESSES:
            with self.subTest(address):
                recording, (server, client) = self.exchange(address, up, down)
                streams = follow(recording)
                self.assertEqual(sha256(streams[client]), sha256(up))
                self.assertEqual(sha256(streams[server]), sha256(down))

    def test_each_of_a_servers_clients_is_a_stream_of_its_own(self):
        for address in ADDRESSES:
            with self.subTest(address):
                recording = self.folder() / "server.pcapng"
                server = self.listen("--echo", "--record", recording, address=address)
                sent = {}
                peers = [self.dial(server.port, address) for _ in range(5)]
                for round_number in range(20):
                    for peer in peers:
                        message = os.urandom(random.randrange(1, 3000))
                        peer.sendall(message)
                        self.assertEqual(receive(peer, len(message)), message)
                        sent[plain(name_of(peer))] = sent.get(plain(name_of(peer)), b"") + message
                for peer in peers:
                    peer.close()
                server.wait("closed", 5)
                server.stop()
                for stream in range(5):
                    both = follow(recording, stream)
                    (own,) = [name for name in both if name in sent]
                    (other,) = [name for name in both if name not in sent]
                    self.assertEqual(sha256(both[own]), sha256(sent[own]))
                    self.assertEqual(sha256(both[other]), sha256(sent[own]))

    def test_wireshark_finds_nothing_to_complain_about(self):
        for address in ADDRESSES:
            with self.subTest(address):
                recording, _ = self.exchange(address, os.urandom(200_000), os.urandom(200_000))
                result = run("tshark", "-r", recording, "-o", "ip.check_checksum:TRUE", "-o", "tcp.check_checksum:TRUE",
                             "-Y", "tcp.analysis.flags or _ws.malformed or ip.checksum.status == 0"
                                   " or tcp.checksum.status == 0")
                self.assertEqual((result.returncode, result.stdout), (0, ""))
                flags = run("tshark", "-r", recording, "-Y", "tcp", "-T", "fields", "-e", "tcp.flags.str").stdout
                self.assertIn("S", flags.splitlines()[0])
                self.assertIn("F", flags)
                self.assertNotIn("R", flags)

    def test_a_reset_is_a_reset_in_the_capture(self):
        recording = self.folder() / "reset.pcapng"
        server = self.listen("--reset", "--close-on", "bye", "--record", recording)
        peer = self.dial(server.port)
        peer.sendall(b"bye")
        self.assertReset(peer)
        server.wait("reset")
        server.stop()
        flags = run("tshark", "-r", recording, "-Y", "tcp.flags.reset == 1", "-T", "fields", "-e", "tcp.srcport")
        self.assertEqual(flags.stdout.split(), [str(server.port)])

    def test_capinfos_and_libpcap_read_it_without_complaint(self):
        recording, _ = self.exchange("127.0.0.1", b"up", b"down")
        self.capinfos_and_libpcap_agree(recording)

    def test_annotations_leave_the_capture_as_it_was(self):
        up, down = os.urandom(100_000), os.urandom(100_000)
        recording, (server, client) = self.exchange("127.0.0.1", up, down)
        shown = self.show(recording)
        with open(recording, "ab") as file:
            file.write(annotation(1, False, "first") + annotation(0, True, "") + annotation(1, True, "你好 \x1b"))
        streams = follow(recording)
        self.assertEqual(sha256(streams[client]), sha256(up))
        self.assertEqual(sha256(streams[server]), sha256(down))
        self.capinfos_and_libpcap_agree(recording)
        self.assertEqual(self.run_swb("check", recording)[0], 0)

        annotated = self.show(recording)
        self.assertEqual([event.pop("marked", None) for event in annotated], [True, True] + [None] * (len(shown) - 2))
        self.assertEqual([event.pop("annotation", None) for event in annotated][:3], [None, "你好 \x1b", None])
        self.assertEqual(annotated, shown)

    def show(self, recording):
        code, output, _ = self.run_swb("show", "--json", recording)
        self.assertEqual(code, 0)
        return [json.loads(line) for line in output.splitlines()]

    def test_it_can_be_read_while_it_is_written(self):
        recording = self.folder() / "growing.pcapng"
        server = self.listen("--echo", "--record", recording)
        peer = self.dial(server.port)
        peer.sendall(b"first words")
        self.assertEqual(receive(peer, 11), b"first words")
        server.wait("sent")
        self.capinfos_and_libpcap_agree(recording)
        self.assertIn(b"first words", follow(recording).values())
        code, shown, _ = self.run_swb("show", recording)
        self.assertEqual(code, 0)
        self.assertIn(b"first words", shown)

    def capinfos_and_libpcap_agree(self, recording):
        result = run("capinfos", "-M", "-c", recording)
        self.assertEqual((result.returncode, result.stderr), (0, ""))
        count = int(re.search(r"Number of packets:\s+(\d+)", result.stdout)[1])
        self.assertGreater(count, 0)
        self.assertEqual(packets_by_libpcap(recording), (count, ""))


class ReadByUs(Recorded):
    def conversation(self):
        """A finished conversation: what was printed live, and its recording."""
        recording = self.folder() / "talk.pcapng"
        server = self.listen("--encoding", "GBK", "--reply", "收到", "--record", recording)
        for text in ("你好", "再见"):
            peer = self.dial(server.port)
            peer.sendall(text.encode("gbk"))
            self.assertEqual(receive(peer, 4), "收到".encode("gbk"))
            peer.close()
        server.wait("closed", 2)
        server.stop()
        return server, recording

    def test_show_tells_what_was_told_live(self):
        server, recording = self.conversation()
        code, shown, _ = self.run_swb("show", "--json", "--encoding", "GBK", recording)
        self.assertEqual(code, 0)
        keys = ("event", "connection", "time", "local", "peer", "size", "hex", "text")
        told = [[json.loads(line).get(key) for key in keys] for line in shown.splitlines()]
        self.assertEqual(told, [[event.get(key) for key in keys] for event in server.events])

    def test_show_in_words_has_the_text(self):
        _, recording = self.conversation()
        code, shown, _ = self.run_swb("show", "--encoding", "GBK", recording)
        self.assertEqual(code, 0)
        for text in ("你好", "再见", "收到"):
            self.assertIn(text, shown.decode())

    def shown(self, recording, *filters):
        """(connection, event, text) of what `swb show` lets through."""
        code, shown, diagnostics = self.run_swb("show", "--json", "--encoding", "GBK", *filters, recording)
        self.assertEqual((code, diagnostics), (0, ""))
        events = [json.loads(line) for line in shown.splitlines()]
        return [(event["connection"], event["event"], event.get("text")) for event in events]

    def test_show_can_be_narrowed_to_one_connection(self):
        _, recording = self.conversation()
        everything = self.shown(recording)
        for number in (1, 2):
            self.assertEqual(self.shown(recording, "--connection", str(number)),
                             [row for row in everything if row[0] == number])

    def test_show_can_be_narrowed_to_kinds_of_events(self):
        _, recording = self.conversation()
        self.assertEqual(self.shown(recording, "--event", "received"),
                         [(1, "received", "你好"), (2, "received", "再见")])
        self.assertEqual([row[1] for row in self.shown(recording, "--event", "opened", "--event", "closed")],
                         ["opened", "closed"] * 2)

    def test_show_finds_text_and_bytes(self):
        _, recording = self.conversation()
        self.assertEqual(self.shown(recording, "--find", "再见"), [(2, "received", "再见")])
        self.assertEqual(self.shown(recording, "--find-hex", "c4 e3"), [(1, "received", "你好")])
        self.assertEqual(self.shown(recording, "--find", "没有"), [])

    def test_show_finds_what_lies_across_two_events(self):
        recording = self.folder() / "split.pcapng"
        server = self.listen("--record", recording)
        peer = self.dial(server.port)
        for count, part in enumerate((b"...nee", b"dle...", b"hay"), start=1):
            peer.sendall(part)
            server.wait("received", count)
        server.stop()
        self.assertEqual([text for _, _, text in self.shown(recording, "--find", "needle")], ["...nee", "dle..."])

    def test_show_counts_as_other_programs_do(self):
        chance = random.Random(3)
        words = (b"id=", b"42", b"Needle", b"needle", b" ", b"\n", b"\x00\xff", "你好".encode())
        stream = b"".join(chance.choices(words, k=3000))
        recording = self.folder() / "words.pcapng"
        server = self.listen("--record", recording)
        peer = self.dial(server.port)
        taken = 0
        while taken < len(stream):
            size = chance.randrange(1, 400)
            peer.sendall(stream[taken:taken + size])
            taken += size
        peer.close()
        server.wait("closed")
        server.stop()
        for options, expected in (
                (("--find", "needle"), stream.count(b"needle")),
                (("--find", "NEEDLE", "--ignore-case"), stream.lower().count(b"needle")),
                (("--find", "你好"), stream.count("你好".encode())),
                (("--find-hex", "00 ff"), stream.count(b"\x00\xff")),
                (("--find-regex", "id=[0-9]+"), len(re.findall(rb"id=[0-9]+", stream))),
                (("--find-regex", "^[a-z0-9=]+$"), len(re.findall(rb"(?m)^[a-z0-9=]+$", stream))),
                (("--find-regex", "(?s)id.*?dle"), len(re.findall(rb"(?s)id.*?dle", stream))),
                (("--find-regex", "(你好)+"), len(re.findall("(你好)+".encode(), stream)))):
            with self.subTest(options):
                code, counted, diagnostics = self.run_swb("show", "--count", *options, recording)
                self.assertEqual((code, diagnostics, int(counted)), (0, "", expected))
        by_grep = subprocess.run(["grep", "-a", "-c", "needle"], input=stream, capture_output=True,
                                 env={**os.environ, "LC_ALL": "C"}).stdout
        _, lines, _ = self.run_swb("show", "--count", "--find-regex", "^.*needle.*$", recording)
        self.assertEqual(int(lines), int(by_grep))

    def test_an_expression_that_explodes_is_told(self):
        recording = self.folder() / "hostile.pcapng"
        server = self.listen("--record", recording)
        peer = self.dial(server.port)
        peer.sendall(b"a" * 40 + b"!")
        server.wait("received")
        server.stop()
        code, shown, diagnostics = self.run_swb("show", "--find-regex", "(a+)+$", recording)
        self.assertEqual((code, shown), (1, b""))
        self.assertIn("byte 0 of what connection #1 received", diagnostics)

    def test_a_wrong_expression_is_refused_where_it_goes_wrong(self):
        code, _, diagnostics = self.run_swb("show", "--find-regex", "ab(c", "any.pcapng")
        self.assertEqual(code, 2)
        self.assertIn("position 5", diagnostics)

    def test_show_in_hex_is_a_hex_dump(self):
        _, recording = self.conversation()
        code, shown, _ = self.run_swb("show", "--hex", "--event", "received", recording)
        self.assertEqual(code, 0)
        self.assertIn(b"00000000  c4 e3 ba c3", shown)

    def test_another_encoding_changes_the_view_and_not_the_recording(self):
        _, recording = self.conversation()
        before = sha256(recording.read_bytes())
        code, shown, _ = self.run_swb("show", "--json", "--encoding", "ISO-8859-1", recording)
        self.assertEqual(code, 0)
        self.assertIn("ÄãºÃ", shown.decode())
        self.assertEqual(sha256(recording.read_bytes()), before)

    def test_show_raw_gives_the_received_bytes(self):
        down = os.urandom(100_000)
        recording, _ = self.exchange("127.0.0.1", b"up", down)
        code, shown, _ = self.run_swb("show", "--raw", recording)
        self.assertEqual(code, 0)
        self.assertEqual(sha256(shown), sha256(down))

    def test_check_is_content_with_a_whole_recording(self):
        _, recording = self.conversation()
        code, _, diagnostics = self.run_swb("check", recording)
        self.assertEqual((code, diagnostics), (0, ""))

    def test_a_recording_that_was_cut_anywhere_opens_up_to_its_last_whole_record(self):
        _, recording = self.conversation()
        whole = recording.read_bytes()
        complete = self.run_swb("show", "--json", recording)[1].splitlines()
        cut = recording.with_name("cut.pcapng")
        for size in random.Random(1).sample(range(200, len(whole)), 12):
            with self.subTest(size):
                cut.write_bytes(whole[:size])
                code, shown, _ = self.run_swb("show", "--json", cut)
                lines = shown.splitlines()
                self.assertEqual(lines, complete[:len(lines)])
                self.assertLess(len(lines), len(complete))

    def test_check_says_how_many_bytes_follow_the_last_whole_record(self):
        _, recording = self.conversation()
        whole = recording.read_bytes()
        cut = recording.with_name("cut.pcapng")
        cut.write_bytes(whole + whole[-7:])
        code, output, diagnostics = self.run_swb("check", cut)
        self.assertEqual(code, 1)
        self.assertIn("7", (output.decode() + diagnostics))

    def test_check_finds_a_changed_byte(self):
        recording, _ = self.exchange("127.0.0.1", b"up" * 500, b"down" * 500)
        data = bytearray(recording.read_bytes())
        data[data.index(b"downdown") + 100] ^= 1
        recording.with_name("changed.pcapng").write_bytes(data)
        code, output, diagnostics = self.run_swb("check", recording.with_name("changed.pcapng"))
        self.assertEqual(code, 1)
        self.assertIn("changed.pcapng", output.decode() + diagnostics)

    def test_a_killed_program_leaves_everything_it_reported(self):
        for _ in range(10):
            recording = self.folder() / "killed.pcapng"
            server = self.listen("--echo", "--record", recording)
            peer = self.dial(server.port)
            in_background(self.babble, peer)
            server.wait("received", random.randrange(1, 200))
            server.send_signal(signal.SIGKILL)
            server.exit_code()
            reported = server.bytes_of("received") if server.output.endswith(b"\n") else b""
            code, shown, _ = self.run_swb("show", "--raw", recording)
            self.assertEqual(shown[:len(reported)], reported)

    def babble(self, peer):
        while True:
            peer.sendall(b"abcdefghij" * 20)
            peer.recv(65536)

    def test_without_record_nothing_is_recorded(self):
        folder = self.folder()
        server = self.listen("--echo", environment={"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")})
        peer = self.dial(server.port)
        peer.sendall(b"x")
        self.assertEqual(receive(peer, 1), b"x")
        server.stop()
        self.assertEqual(list(folder.rglob("*.pcapng")), [])


if __name__ == "__main__":
    main()
