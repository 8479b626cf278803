"""Records what the kernel says about a few sockets, for the tests of its parsers.

Run in a network of its own, so that nothing else is in the tables:  unshare -rn python3 record.py
"""

import fcntl
import os
import socket
import struct
import subprocess
import time
from pathlib import Path

HERE = Path(__file__).parent
TCP_INFO = 11
SOCK_DIAG_BY_FAMILY = 20
NLM_F_REQUEST, NLM_F_DUMP = 1, 0x300
NETLINK_SOCK_DIAG = 4
SIOCGIFFLAGS, SIOCSIFFLAGS, IFF_UP = 0x8913, 0x8914, 1


def bring_loopback_up():
    with socket.socket() as any_socket:
        request = struct.pack("16sh14x", b"lo", IFF_UP)
        fcntl.ioctl(any_socket, SIOCSIFFLAGS, request)


def keep(name, data):
    (HERE / name).write_bytes(data)


def info(sock):
    return sock.getsockopt(socket.IPPROTO_TCP, TCP_INFO, 512)


def dump(family, number):
    with socket.socket(socket.AF_NETLINK, socket.SOCK_DGRAM, NETLINK_SOCK_DIAG) as netlink:
        identity = struct.pack("=HH16s16sIII", 0, 0, b"", b"", 0, 0xFFFFFFFF, 0xFFFFFFFF)
        body = struct.pack("=BBBxI", family, socket.IPPROTO_TCP, 1 << 1 | 1 << 6, 0xFFFFFFFF) + identity
        netlink.send(struct.pack("=IHHII", 16 + len(body), SOCK_DIAG_BY_FAMILY, NLM_F_REQUEST | NLM_F_DUMP, number, 0) + body)
        datagrams = []
        while True:
            datagrams.append(netlink.recv(65536))
            if datagrams[-1][4:6] == struct.pack("=H", 3):  # NLMSG_DONE
                return datagrams


def listener(port, backlog):
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("127.0.0.1", port))
    server.listen(backlog)
    return server


def send_time():
    """The control messages that tell of the acknowledgement of twelve bytes, as recvmsg(2) gives them."""
    both = listener(9004, 1)
    client = socket.create_connection(("127.0.0.1", 9004))
    client.setsockopt(socket.SOL_SOCKET, 37, 1 << 1 | 1 << 4 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 11)
    client.send(b"Hello Server")
    both.accept()[0].recv(100)
    time.sleep(0.1)
    data = b""
    while True:
        try:
            messages = client.recvmsg(0, 512, socket.MSG_ERRQUEUE)[1]
        except BlockingIOError:
            return data
        data = b"".join(struct.pack("=Qii", 16 + len(body), level, kind) + body.ljust(-len(body) % 8 + len(body), b"\0")
                        for level, kind, body in messages)


def main():
    bring_loopback_up()
    open_sockets = []

    talk = listener(9001, 5)
    client = socket.create_connection(("127.0.0.1", 9001))
    server, _ = talk.accept()
    client.send(b"Hello Server")
    server.send(b"reply")
    time.sleep(0.1)
    keep("tcpinfo-established.bin", info(client))
    client.shutdown(socket.SHUT_WR)
    time.sleep(0.1)
    keep("tcpinfo-close-wait.bin", info(server))
    keep("tcpinfo-fin-wait-2.bin", info(client))

    hall = listener(9002, 3)
    for _ in range(6):
        guest = socket.socket()
        guest.setblocking(False)
        guest.connect_ex(("127.0.0.1", 9002))
        open_sockets.append(guest)
    open_sockets[0].send(b"before anybody accepts")

    short = listener(9003, 1)
    leaver = socket.create_connection(("127.0.0.1", 9003))
    accepted, _ = short.accept()
    leaver.close()
    accepted.recv(1)
    accepted.close()  # the leaver is now in TIME_WAIT
    time.sleep(0.1)
    keep("tcpinfo-listener.bin", info(hall))
    keep("diag-tcp.bin", b"".join(dump(socket.AF_INET, 7)))
    keep("proc-net-tcp.txt", Path("/proc/net/tcp").read_bytes())
    keep("send-time-acknowledged.bin", send_time())
    print(subprocess.run(["ss", "-tanoe"], capture_output=True, text=True, check=True).stdout)
    os._exit(0)


if __name__ == "__main__":
    main()
