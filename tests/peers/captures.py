"""Captures made byte by byte, and what tshark makes of a capture."""

import re
import struct
import subprocess

CLIENT, SERVER = ("10.0.0.1", 40000), ("10.0.0.2", 80)
FIN, SYN, RST, PSH, ACK = 1, 2, 4, 8, 16


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60)


def tshark_streams(path, protocol="tcp"):
    """For each stream: {'address:port': the bytes that this side sent} as tshark's follow gives them."""
    count = len(set(run("tshark", "-r", path, "-T", "fields", "-e", f"{protocol}.stream").stdout.split()))
    return [tshark_stream(path, protocol, number) for number in range(count)]


def tshark_stream(path, protocol, number):
    text = run("tshark", "-r", path, "-q", "-z", f"follow,{protocol},raw,{number}").stdout
    nodes = [re.search(rf"^Node {node}: (.*)$", text, re.MULTILINE)[1] for node in (0, 1)]
    sent = [bytearray(), bytearray()]
    for line in text.splitlines():
        if re.fullmatch(r"\t?[0-9a-f]+", line):
            sent[line.startswith("\t")] += bytes.fromhex(line.strip())
    return {node.replace("[", "").replace("]", ""): bytes(data) for node, data in zip(nodes, sent)}


def ip4(address):
    return bytes(int(part) for part in address.split("."))


def tcp(source, destination, sequence, flags, payload=b"", acknowledged=0):
    """A TCP segment in an IPv4 packet; checksums are left to the network card, as on every sender's capture."""
    head = struct.pack("!HHIIBBHHH", source[1], destination[1], sequence % 2**32, acknowledged % 2**32, 5 << 4,
                       flags, 65535, 0, 0)
    return ipv4(source[0], destination[0], 6, head + payload)


def udp(source, destination, payload):
    return ipv4(source[0], destination[0], 17,
                struct.pack("!HHHH", source[1], destination[1], 8 + len(payload), 0) + payload)


def ipv4(source, destination, protocol, content, fragment=0, number=0):
    head = struct.pack("!BBHHHBBH", 0x45, 0, 20 + len(content), number, fragment, 64, protocol, 0)
    return head + ip4(source) + ip4(destination) + content


def fragments(packet, number, size):
    """The IPv4 packet (without options) in fragments of `size` bytes."""
    content = packet[20:]
    addresses = [".".join(str(byte) for byte in packet[at:at + 4]) for at in (12, 16)]
    for at in range(0, len(content), size):
        more = 0x2000 if at + size < len(content) else 0
        yield ipv4(*addresses, packet[9], content[at:at + size], more | at // 8, number)


def pcap(packets, link=101, order="<", magic=0xa1b2c3d4, snap=None):
    """A pcap file of these packets, a millisecond apart."""
    data = [struct.pack(order + "IHHiIII", magic, 2, 4, 0, 0, 262144, link)]
    for number, packet in enumerate(packets):
        kept = packet[:snap]
        data += [struct.pack(order + "IIII", 1_800_000_000, number * 1000, len(kept), len(packet)), kept]
    return b"".join(data)


class Talk:
    """The packets of one connection, by hand; both sides count their sequence numbers."""

    def __init__(self, client=CLIENT, server=SERVER, start=(1000, 5000)):
        self.ends = (client, server)
        self.next = list(start)

    def packet(self, side, flags, payload=b"", back=0):
        """The next segment of a side; `back`: so many bytes of it come once more."""
        sequence = self.next[side] - back
        made = tcp(self.ends[side], self.ends[1 - side], sequence, flags, payload, self.next[1 - side])
        self.next[side] += len(payload) - back + (flags & SYN) // SYN + (flags & FIN)
        return made

    def handshake(self):
        return [self.packet(0, SYN), self.packet(1, SYN | ACK), self.packet(0, ACK)]

    def say(self, side, payload, back=0):
        return self.packet(side, PSH | ACK, payload, back)

    def acknowledge(self, side):
        return self.packet(side, ACK)

    def farewell(self):
        return [self.packet(0, FIN | ACK), self.packet(1, FIN | ACK), self.packet(0, ACK)]
