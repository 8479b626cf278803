"""Captures of other programs open as connections with their bytes in order: what tshark follows, we show.

Real captures are made by dumpcap on the loopback interface; where that is not permitted, those tests say so and are
skipped. The others are made byte by byte."""

import gzip
import random
import re
import signal
import socket
import struct
import subprocess
import unittest

from captures import (ACK, CLIENT, FIN, PSH, RST, SERVER, SYN, Talk, fragments, pcap, run, tcp, tshark_streams, udp)
from swbtest import TestCase, eventually, in_background, main, receive

GAP = re.compile(rb"\[(\d+) bytes missing in capture file\](?:\0)?")


class Capture(TestCase):
    def events(self, path):
        program = self.swb("show", "--json", path)
        self.assertEqual(program.exit_code(), 0, program.stderr())
        return program.events

    def streams(self, path):
        """For each connection, in order: {'address:port': the bytes that this side sent}."""
        streams = {}
        for event in self.events(path):
            ends = streams.setdefault(event["connection"], {event["local"]: b"", event["peer"]: b""})
            if event["event"] in ("sent", "received"):
                ends[event["local" if event["event"] == "sent" else "peer"]] += bytes.fromhex(event["hex"])
        return [{plain(end): data for end, data in ends.items()} for ends in streams.values()]

    def write(self, data, name="capture.pcap"):
        path = self.folder() / name
        path.write_bytes(data)
        return path

    def assertLikeTshark(self, path, protocol="tcp"):
        """The same streams with the same bytes, where tshark's words about gaps are left out."""
        theirs = [{end: GAP.sub(b"", data) for end, data in stream.items()}
                  for stream in tshark_streams(path, protocol)]
        self.assertGreater(len(theirs), 0)
        self.assertEqual(self.streams(path), theirs)

    def names(self, path):
        return [event["event"] for event in self.events(path)]


def plain(name):
    return name.replace("[", "").replace("]", "")


class MadeByHand(Capture):
    def conversation(self):
        """A talk in many segments, with what was said: (packets, client's bytes, server's bytes)."""
        talk, chance = Talk(), random.Random(3)
        packets, said = talk.handshake(), [b"", b""]
        for _ in range(200):
            side, payload = chance.randrange(2), chance.randbytes(chance.randrange(1, 1400))
            packets.append(talk.say(side, payload))
            said[side] += payload
        return packets + talk.farewell(), *said

    def assertConversation(self, path):
        _, client, server = self.conversation()
        self.assertEqual(self.streams(path), [{"10.0.0.1:40000": client, "10.0.0.2:80": server}])

    def test_every_format_and_byte_order(self):
        packets, *_ = self.conversation()
        original = self.write(pcap(packets))
        for order in "<>":
            for magic in (0xa1b2c3d4, 0xa1b23c4d):
                with self.subTest(order=order, magic=hex(magic)):
                    self.assertConversation(self.write(pcap(packets, order=order, magic=magic)))
        for form in ("pcap", "nsecpcap", "pcapng"):
            with self.subTest(form):
                converted = self.folder() / "converted"
                self.assertEqual(run("editcap", "-F", form, original, converted).returncode, 0)
                self.assertConversation(converted)
                self.assertLikeTshark(converted)

    def test_the_order_of_the_packets_on_the_wire_does_not_matter(self):
        packets, *_ = self.conversation()
        chance = random.Random(5)
        for name, change in {
            "neighbours swapped": lambda: [packets[i ^ 1] if 4 <= i < 200 else packets[i] for i in range(len(packets))],
            "each twice": lambda: [packet for packet in packets for _ in range(2)],
            "some again, much later": lambda: [p for i, q in enumerate(packets)
                                               for p in ([q, packets[max(4, i - 20)]] if i % 7 == 3 else [q])],
        }.items():
            with self.subTest(name):
                self.assertConversation(self.write(pcap(change())))
        mixed = packets[3:-3]
        chance.shuffle(mixed)  # without acknowledgements that would call what is late missing
        unanswered = [packet[:33] + bytes([packet[33] & ~ACK]) + packet[34:] for packet in mixed]
        self.assertConversation(self.write(pcap(packets[:3] + unanswered + packets[-3:])))

    def test_reordercap_and_mergecap(self):
        packets, *_ = self.conversation()
        halves = [self.write(pcap(packets)[:24] + b"".join(records(pcap(packets))[part::2])) for part in (0, 1)]
        merged = self.folder() / "merged.pcapng"
        self.assertEqual(run("mergecap", "-w", merged, *halves).returncode, 0)
        self.assertConversation(merged)
        appended = self.folder() / "appended.pcapng"
        self.assertEqual(run("mergecap", "-a", "-w", appended, *halves).returncode, 0)
        ordered = self.folder() / "ordered.pcapng"
        self.assertEqual(run("reordercap", appended, ordered).returncode, 0)
        self.assertConversation(ordered)

    def test_sequence_numbers_wrap_around(self):
        talk = Talk(start=(2**32 - 100, 2**32 - 3))
        packets = talk.handshake() + [talk.say(side, bytes([65 + side]) * 60) for side in (0, 1) * 4]
        path = self.write(pcap(packets))
        self.assertEqual(self.streams(path), [{"10.0.0.1:40000": b"A" * 240, "10.0.0.2:80": b"B" * 240}])
        self.assertLikeTshark(path)

    def test_what_came_first_counts(self):
        talk = Talk()
        packets = [*talk.handshake(), talk.say(0, b"first"), talk.say(0, b"XXXXXsecond", back=5),
                   talk.say(0, b"Z", back=1), talk.say(0, b"!")]
        path = self.write(pcap(packets))
        self.assertEqual(self.streams(path)[0]["10.0.0.1:40000"], b"firstsecond!")
        self.assertLikeTshark(path)

    def test_a_lost_packet_is_a_gap_once_it_was_acknowledged(self):
        talk = Talk()
        packets = [*talk.handshake(), talk.say(0, b"before"), talk.say(0, b"lost in the capture"),
                   talk.say(0, b"after"), talk.acknowledge(1), talk.say(1, b"thanks")]
        del packets[4]
        path = self.write(pcap(packets))
        events = self.events(path)
        self.assertEqual([event["event"] for event in events],
                         ["connecting", "opened", "sent", "gap", "sent", "received"])
        self.assertEqual((events[3]["missing"], events[3]["by"]), (19, "us"))
        self.assertLikeTshark(path)
        code, output, _ = self.run_swb("show", path)
        self.assertEqual(code, 0)
        self.assertIn("to the peer were not captured", output.decode())

    def test_packets_cut_at_the_snapshot_length(self):
        talk = Talk()
        packets = [*talk.handshake(), talk.say(0, b"a" * 100), talk.acknowledge(1), talk.say(0, b"b" * 100)]
        path = self.write(pcap(packets, snap=60))
        gaps = [event["missing"] for event in self.events(path) if event["event"] == "gap"]
        self.assertEqual(gaps, [80, 80])
        self.assertEqual(self.streams(path)[0]["10.0.0.1:40000"], b"a" * 20 + b"b" * 20)

    def test_the_middle_of_a_connection(self):
        packets, client, server = self.conversation()
        path = self.write(pcap(packets[40:]))
        events = self.events(path)
        self.assertEqual([event["event"] for event in events[:2]], ["opened", "gap"])
        self.assertEqual(events[1]["missing"], 0)
        stream = self.streams(path)[0]
        for end, whole in (("10.0.0.1:40000", client), ("10.0.0.2:80", server)):
            self.assertGreater(len(stream[end]), 1000)
            self.assertTrue(whole.endswith(stream[end]))
        self.assertLikeTshark(path)

    def test_the_same_ports_again(self):
        first, second = Talk(start=(1, 1)), Talk(start=(9_000_000, 1))
        path = self.write(pcap([*first.handshake(), first.say(0, b"one"), *first.farewell(),
                                *second.handshake(), second.say(0, b"two"), second.packet(1, RST | ACK)]))
        self.assertEqual([stream["10.0.0.1:40000"] for stream in self.streams(path)], [b"one", b"two"])
        self.assertLikeTshark(path)
        self.assertEqual(self.names(path), ["connecting", "opened", "sent", "finished", "peer-finished", "closed",
                                            "connecting", "opened", "sent", "reset", "closed"])

    def test_a_refused_connection(self):
        path = self.write(pcap([tcp(CLIENT, SERVER, 7, SYN), tcp(SERVER, CLIENT, 0, RST | ACK, acknowledged=8)]))
        self.assertEqual(self.names(path), ["connecting", "reset", "closed"])

    def test_probes_and_data_in_the_handshake(self):
        talk = Talk()
        packets = [talk.packet(0, SYN, b"early "), talk.packet(1, SYN | ACK), talk.say(0, b"and late"),
                   talk.say(0, b"e", back=1), talk.say(1, b"yes"), talk.say(0, b"", back=0)]
        path = self.write(pcap(packets))
        self.assertEqual(self.streams(path), [{"10.0.0.1:40000": b"early and late", "10.0.0.2:80": b"yes"}])

    def test_segmentation_left_to_the_network_card(self):
        packets = Talk().handshake()
        packet = tcp(CLIENT, SERVER, 1001, PSH | ACK, b"", 5001) + bytes(range(256)) * 500
        packets.append(packet[:2] + b"\0\0" + packet[4:])  # so IP's length has no room for it
        path = self.write(pcap(packets))
        self.assertEqual(self.streams(path)[0]["10.0.0.1:40000"], bytes(range(256)) * 500)
        self.assertLikeTshark(path)

    def test_fragments_are_put_together(self):
        data = random.Random(9).randbytes(4000)
        whole = udp(CLIENT, SERVER, data)
        parts = list(fragments(whole, 77, 1480))
        path = self.write(pcap([parts[2], parts[0], parts[0], parts[1], *fragments(udp(SERVER, CLIENT, b"ok"), 78, 8)]))
        self.assertEqual(self.streams(path), [{"10.0.0.1:40000": data, "10.0.0.2:80": b"ok"}])
        talk = Talk()
        packets = talk.handshake() + list(fragments(talk.say(0, data), 79, 296)) + [talk.say(0, b"more")]
        path = self.write(pcap(packets))
        self.assertEqual(self.streams(path)[0]["10.0.0.1:40000"], data + b"more")
        self.assertLikeTshark(path)
        path = self.write(pcap([parts[0], parts[2], udp(CLIENT, SERVER, b"whole")]))
        self.assertEqual(self.streams(path), [{"10.0.0.1:40000": b"whole", "10.0.0.2:80": b""}])
        self.assertIn("2 that are fragments of something incomplete", self.run_swb("check", path)[2])

    def test_link_types(self):
        packets, *_ = self.conversation()
        ethernet = b"\2" * 12
        for name, link, before in (
            ("ethernet", 1, ethernet + b"\x08\0"),
            ("VLAN", 1, ethernet + b"\x81\0\0\5\x08\0"),
            ("QinQ", 1, ethernet + b"\x88\xa8\0\7\x81\0\0\5\x08\0"),
            ("raw", 101, b""), ("raw IPv4", 228, b""),
            ("cooked", 113, b"\0" * 14 + b"\x08\0"), ("cooked 2", 276, b"\x08\0" + b"\0" * 18),
            ("null", 0, b"\2\0\0\0"), ("null, big-endian", 0, b"\0\0\0\2"), ("loop", 108, b"\0\0\0\2"),
        ):
            with self.subTest(name):
                path = self.write(pcap([before + packet for packet in packets], link=link))
                self.assertConversation(path)
                self.assertLikeTshark(path)

    def test_the_padding_of_short_frames_is_no_data(self):
        talk = Talk()
        packets = [b"\2" * 12 + b"\x08\0" + packet.ljust(46, b"\0")
                   for packet in [*talk.handshake(), talk.say(0, b"hi"), *talk.farewell()]]
        path = self.write(pcap(packets, link=1))
        self.assertEqual(self.streams(path), [{"10.0.0.1:40000": b"hi", "10.0.0.2:80": b""}])

    def test_other_protocols_are_counted(self):
        arp = b"\xff" * 6 + b"\2" * 6 + b"\x08\6" + b"\0" * 28
        path = self.write(pcap([arp, arp, b"\2" * 12 + b"\x08\0" + udp(CLIENT, SERVER, b"x"), b"short"], link=1))
        code, output, _ = self.run_swb("check", "--json", path)
        self.assertEqual(code, 0)
        self.assertIn(b'"other_protocols":2', output)
        self.assertIn(b'"unreadable":1', output)

    def test_what_is_cut_or_damaged_opens_up_to_there(self):
        packets, client, _ = self.conversation()
        whole = pcap(packets)
        for name, data, code in (("cut", whole[:-30], 0), ("damaged", whole + b"\xff" * 40, 1)):
            with self.subTest(name):
                path = self.write(data)
                program = self.swb("show", "--json", path)
                self.assertEqual(program.exit_code(), code)
                self.assertEqual(program.bytes_of("sent"), client)
                self.assertIn("capture.pcap", program.stderr())

    def test_what_cannot_be_opened_is_told_why(self):
        packets, *_ = self.conversation()
        for name, data, words in (
            ("wireless", pcap(packets, link=127), "IEEE 802.11 (radiotap)"),
            ("compressed", gzip.compress(pcap(packets)), "decompress it first"),
            ("no capture", b"hello" * 20, "neither a recording nor a capture"),
        ):
            with self.subTest(name):
                code, output, complaint = self.run_swb("show", self.write(data))
                self.assertEqual((code, output), (1, b""))
                self.assertIn(words, complaint)

    def test_a_recording_that_wireshark_has_saved(self):
        server = self.listen("--echo", "--record", recording := self.folder() / "own.pcapng")
        client = self.dial(server.port)
        client.sendall(b"there and back")
        self.assertEqual(receive(client, 14), b"there and back")
        client.close()
        server.wait("closed")
        server.stop()
        copy = self.folder() / "copy.pcapng"
        self.assertEqual(run("editcap", recording, copy).returncode, 0)
        self.assertEqual(set(self.streams(copy)[0].values()), {b"there and back"})
        self.assertLikeTshark(copy)


def records(data):
    """The packet records of a little-endian pcap file."""
    found, at = [], 24
    while at < len(data):
        size = 16 + struct.unpack_from("<I", data, at + 8)[0]
        found.append(data[at:at + size])
        at += size
    return found


class Real(Capture):
    """dumpcap listens on the loopback interface while plain sockets talk."""

    def capture(self, port, talk, interface="lo", done=lambda path: True, *options):
        path = self.folder() / "real.pcapng"
        process = subprocess.Popen(["dumpcap", "-q", "-i", interface, "-f", f"port {port}", "-w", path, *options],
                                   stderr=subprocess.PIPE, text=True)
        self.addCleanup(process.stderr.close)
        try:
            line = "start"
            while line and not line.startswith("File:"):
                line = process.stderr.readline()
            if not line:
                raise unittest.SkipTest("dumpcap may not capture here")
            talk()
            eventually(lambda: done(path), "the end of the talk in the capture")
        finally:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
            process.wait(20)
        return path

    def has(self, path, name, count):
        code, output, _ = self.run_swb("show", "--json", "--event", name, path)
        return code == 0 and output.count(b'"event":"' + name.encode()) >= count

    def tcp_talk(self, address, chance):
        listening = self.listener(address)
        there, back = chance.randbytes(300_000), chance.randbytes(200_000)

        def talk():
            client = self.dial(listening.getsockname()[1], address)
            server, _ = listening.accept()
            in_background(client.sendall, there)
            self.assertEqual(receive(server, len(there)), there)
            in_background(server.sendall, back)
            self.assertEqual(receive(client, len(back)), back)
            client.close()
            server.close()

        return listening.getsockname()[1], talk, there, back

    def test_tcp_both_ways(self):
        for address in ("127.0.0.1", "::1"):
            for interface in ("lo", "any"):
                with self.subTest(address=address, interface=interface):
                    port, talk, there, back = self.tcp_talk(address, random.Random(1))
                    path = self.capture(port, talk, interface, lambda made: self.has(made, "closed", 1))
                    self.assertEqual(list(self.streams(path)[0].values()), [there, back])
                    self.assertLikeTshark(path)
                    self.assert_converted_too(path, [there, back])

    def assert_converted_too(self, path, said):
        for options in (["-F", "pcap"], ["-F", "nsecpcap"], ["-d"]):
            converted = self.folder() / "converted"
            self.assertEqual(run("editcap", *options, path, converted).returncode, 0)
            self.assertEqual(list(self.streams(converted)[0].values()), said)
        thinned = self.folder() / "thinned"
        self.assertEqual(run("editcap", path, thinned, "5", "9-10").returncode, 0)
        self.assertLikeTshark(thinned)
        short = self.folder() / "short"
        self.assertEqual(run("editcap", "-s", "200", path, short).returncode, 0)
        self.assertLikeTshark(short)

    def test_udp(self):
        for address, family in (("127.0.0.1", socket.AF_INET), ("::1", socket.AF_INET6)):
            with self.subTest(address):
                one, two = (self.adopt(socket.socket(family, socket.SOCK_DGRAM)) for _ in range(2))
                one.bind((address, 0))
                two.bind((address, 0))
                datagrams = [b"question", b"", b"x" * 30_000]

                def talk():
                    for data in datagrams:
                        one.sendto(data, two.getsockname()[:2])
                        self.assertEqual(two.recv(65536), data)
                        two.sendto(data[::-1] + b"!", one.getsockname()[:2])
                        self.assertEqual(one.recv(65536), data[::-1] + b"!")

                path = self.capture(two.getsockname()[1], talk, "lo", lambda made: self.has(made, "received", 3))
                events = self.events(path)
                self.assertEqual((events[0]["event"], events[0]["note"]), ("opened", "UDP"))
                self.assertEqual([bytes.fromhex(e["hex"]) for e in events if e["event"] == "sent"], datagrams)
                self.assertEqual([bytes.fromhex(e["hex"]) for e in events if e["event"] == "received"],
                                 [data[::-1] + b"!" for data in datagrams])


if __name__ == "__main__":
    main()
