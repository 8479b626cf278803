"""What `swb show` exports is read by the programs it is meant for: Python's csv and json, a compiler, tshark."""

import csv
import io
import json
import os
import re
import shutil
import signal
import struct
import subprocess
import unittest

import captures
from swbtest import PROGRAMS, TestCase, eventually, main, receive, receive_all

TEXTS = [b'say "hi", twice\r\n', b"=cmd|' /C calc'!A0\n", b"'quoted", "你好；再见".encode("gbk"), b"a,b;c\td", b"\x00\xff end"]


def run(*command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, timeout=60, **options)


def follow(path, stream=0):
    """The bytes of both directions as tshark follows them: of who dialled, and of who answered."""
    text = run("tshark", "-r", path, "-q", "-z", f"follow,tcp,raw,{stream}").stdout.decode()
    sides = [bytearray(), bytearray()]
    for line in text.splitlines():
        if re.fullmatch(r"\t?[0-9a-f]+", line):
            sides[line.startswith("\t")] += bytes.fromhex(line.strip())
    return bytes(sides[0]), bytes(sides[1])


def plain(cell):
    """The text of a cell: an apostrophe in front is the exporter's."""
    return cell[1:] if cell.startswith("'") else cell


class Exported(TestCase):
    def talk(self, texts=TEXTS):
        """A recording of a server that echoes each of these texts, one event each."""
        path = self.folder() / "talk.pcapng"
        server = self.listen("--echo", "--encoding", "GBK", "--record", path)
        peer = self.dial(server.port)
        for count, text in enumerate(texts, 1):
            peer.sendall(text)
            self.assertEqual(receive(peer, len(text)), text)
            server.wait("sent", count)
        peer.close()
        server.wait("closed")
        self.assertEqual(server.stop(), 0)
        return path

    def show(self, path, *arguments):
        code, output, complaint = self.run_swb("show", "--encoding", "GBK", *arguments, path)
        self.assertEqual((code, complaint), (0, ""))
        return output

    def events(self, path, *arguments):
        return [json.loads(line) for line in self.show(path, "--json", *arguments).splitlines()]

    def only(self, folder, *names):
        """No temporary is left in there."""
        self.assertEqual(sorted(os.listdir(folder)), sorted(names))


class Formats(Exported):
    def test_csv_is_read_by_python(self):
        path = self.talk()
        rows = list(csv.DictReader(io.StringIO(self.show(path, "--csv").decode(), newline="")))
        events = self.events(path)
        self.assertEqual([row["event"] for row in rows], [event["event"] for event in events])
        received = [row for row in rows if row["event"] == "received"]
        self.assertEqual([bytes.fromhex(row["hex"]) for row in received], TEXTS)
        self.assertEqual([plain(row["text"]) for row in received],
                         [event["text"] for event in events if event["event"] == "received"])
        self.assertEqual(plain(received[3]["text"]), "你好；再见")
        for row in rows:
            for cell in row.values():
                self.assertFalse(cell.startswith(("=", "+", "-", "@", "\t", "\r")), cell)

    def test_json_lines_are_the_same_in_a_file(self):
        path = self.talk()
        target = path.parent / "talk.jsonl"
        printed = self.show(path, "--json")
        self.assertEqual(self.show(path, "--json", "--output", target), b"")
        self.assertEqual(target.read_bytes(), printed)
        self.assertEqual([bytes.fromhex(event["hex"]) for event in self.events(path, "--event", "received")], TEXTS)
        self.only(path.parent, "talk.jsonl", "talk.pcapng")

    @unittest.skipUnless(shutil.which("g++"), "no compiler is installed")
    def test_arrays_are_compiled(self):
        path = self.talk()
        header = path.parent / "talk.h"
        self.show(path, "--c-array", "--event", "received", "--output", header)
        names = re.findall(r"const unsigned char (\w+)\[\]", header.read_text())
        self.assertEqual(len(names), len(TEXTS))
        program = path.parent / "program.cpp"
        writes = "\n".join(f"    std::fwrite({name}, 1, sizeof {name}, stdout);" for name in names)
        program.write_text(f'#include <cstdio>\n#include "talk.h"\nint main()\n{{\n{writes}\n}}\n')
        built = run("g++", "-Wall", "-Wextra", "-Werror", program, "-o", path.parent / "program")
        self.assertEqual((built.returncode, built.stderr.decode()), (0, ""))
        self.assertEqual(run(path.parent / "program").stdout, b"".join(TEXTS))


@unittest.skipUnless(shutil.which("tshark"), "tshark is not installed")
class Recordings(Exported):
    def part(self, path, *filters):
        target = path.parent / "part.pcapng"
        self.show(path, "--pcapng", "--output", target, *filters)
        code, _, complaint = self.run_swb("check", target)
        self.assertEqual((code, complaint), (0, ""))
        return target

    def test_a_whole_connection_is_followed(self):
        path = self.talk()
        self.assertEqual(follow(self.part(path)), (b"".join(TEXTS), b"".join(TEXTS)))

    def test_one_direction_alone(self):
        path = self.talk()
        part = self.part(path, "--event", "received", "--event", "opened")
        self.assertEqual(follow(part)[0], b"".join(TEXTS))
        self.assertNotIn("sent", [event["event"] for event in self.events(part)])

    def test_from_the_middle_it_begins_with_a_gap(self):
        path = self.talk()
        part = self.part(path, "--find", "=cmd")
        events = self.events(part)
        self.assertEqual([event["event"] for event in events], ["gap", "received", "sent"])
        self.assertEqual([bytes.fromhex(event["hex"]) for event in events[1:]], [TEXTS[1], TEXTS[1]])
        self.assertEqual(follow(part), (TEXTS[1], TEXTS[1]))
        self.assertEqual({event["peer"] for event in events}, {self.events(path, "--event", "opened")[0]["peer"]})

    def test_holes_are_gaps_of_their_size(self):
        path = self.talk([b"one", b"twenty-two", b"three"])
        part = self.part(path, "--find-regex", "one|three")
        gaps = [(event["by"], event["missing"]) for event in self.events(part, "--event", "gap")]
        self.assertEqual(gaps, [("peer", 0), ("peer", 10), ("us", 10)])  # the first one: where it begins
        lost = run("tshark", "-r", part, "-Y", "tcp.analysis.lost_segment", "-T", "fields", "-e", "frame.number")
        self.assertEqual(len(lost.stdout.split()), 2)

    def test_udp_is_refused_with_a_way_out(self):
        folder = self.folder()
        capture = folder / "dns.pcap"
        packet = captures.udp(captures.CLIENT, captures.SERVER, b"name?")
        capture.write_bytes(captures.pcap([packet]))
        code, _, complaint = self.run_swb("show", "--pcapng", "--output", folder / "x.pcapng", capture)
        self.assertEqual(code, 1)
        self.assertRegex(complaint, "UDP.*Choose another format")
        self.only(folder, "dns.pcap")


class Files(Exported):
    FORMATS = ("--json", "--hex", "--raw", "--csv", "--c-array", "--pcapng")

    def test_each_format_is_written_whole(self):
        path = self.talk()
        target = path.parent / "x"
        for option in self.FORMATS:
            with self.subTest(option):
                target.write_text("old")
                quietly = ["--quiet"] if option == "--raw" else []  # which says events on standard error
                self.assertEqual(self.show(path, option, "--output", target, *quietly), b"")
                if option == "--pcapng":
                    self.assertEqual(self.events(target), self.events(path))
                else:
                    self.assertEqual(target.read_bytes(), self.show(path, option, *quietly))
                    self.assertIn(b"quoted" if option != "--c-array" else b"0x71, 0x75", target.read_bytes())
        self.only(path.parent, "talk.pcapng", "x")

    def test_the_recording_itself_is_never_replaced(self):
        path = self.talk()
        before = path.read_bytes()
        for option in self.FORMATS:
            with self.subTest(option):
                code, _, complaint = self.run_swb("show", option, "--output", path, path)
                self.assertEqual(code, 1)
                self.assertIn("choose another name", complaint)
                self.assertEqual(path.read_bytes(), before)
        self.only(path.parent, "talk.pcapng")

    def test_wrong_use_is_refused(self):
        for arguments, word in ((("--pcapng",), "--output"), (("--csv", "--json"), "--csv"),
                                (("--csv", "--quiet"), "--quiet"), (("--output", ""), "--output"),
                                (("--csv", "--count", "--find", "x"), "--count")):
            with self.subTest(arguments):
                code, output, complaint = self.run_swb("show", *arguments, "talk.pcapng")
                self.assertEqual((code, output), (2, b""))
                self.assertIn(word, complaint)

    def test_a_full_disk_leaves_the_old_file(self):
        if run("unshare", "-rm", "true").returncode:
            self.skipTest("this system does not let us mount a small file system")
        path = self.talk([os.urandom(60_000) for _ in range(10)])
        small = path.parent / "small"
        small.mkdir()
        script = ('mount -t tmpfs -o size=200k tmpfs "$1" && echo old >"$1/x" || exit 99\n'
                  '"$2" show "$3" --output "$1/x" "$4"; echo "$? $(cat "$1/x") $(ls -A "$1")"')
        for option in self.FORMATS:
            with self.subTest(option):
                done = run("unshare", "-rm", "sh", "-c", script, "sh", small, PROGRAMS / "swb", option, path,
                           env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": ""})
                self.assertEqual(done.stdout.decode(), "1 old x\n")
                self.assertIn("disk is full, and nothing was written", done.stderr.decode())

    def test_a_signal_leaves_nothing(self):
        big = self.folder() / "big.pcap"
        with open(big, "wb") as file:
            file.write(captures.pcap([]))
            packet = captures.udp(captures.CLIENT, captures.SERVER, bytes(1000))
            record = struct.pack("<IIII", 1_800_000_000, 0, len(packet), len(packet)) + packet
            for _ in range(60):
                file.write(record * 1000)
        for option in ("--csv", "--json"):
            with self.subTest(option):
                program = self.swb("show", option, "--output", big.parent / "x", big)
                eventually(lambda: len(os.listdir(big.parent)) > 1, "the temporary")
                self.assertEqual(program.stop(signal.SIGTERM), 1)
                self.assertIn("nothing was written", program.stderr())
                self.only(big.parent, "big.pcap")


if __name__ == "__main__":
    main()
