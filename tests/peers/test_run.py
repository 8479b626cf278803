"""`swb run`: saved benches, and the programs of the tutorials with both sides."""

import json
import os
import signal
import socket
import unittest

from swbtest import TestCase, main, port_of, receive, unused_port

ASLEEP = "不好意思！我睡着了！"
I_AM_THE_CLIENT = "你好，我是客户端！"
I_AM_XIAOHEI = "你好服务端,我是客户端小黑!"
REQUEST = b"GET / HTTP/1.1\r\nHost:www.sina.com.cn\r\nConnection: close\r\n\r\n"
PAGE = "<html><body>新浪 ✓</body></html>".encode()
ANSWER = (b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n"
          b"Connection: close\r\n\r\n" % len(PAGE)) + PAGE


def gbk(text):
    return text.encode("gbk")


def server(port, **more):
    return {"role": "server", "address": "127.0.0.1", "port": port, **more}


def client(port, **more):
    return {"role": "client", "address": "127.0.0.1", "port": port, **more}


class BenchCase(TestCase):
    def bench(self, *endpoints, **more):
        """A saved bench; returns its path."""
        path = self.folder() / "bench.swbench"
        path.write_text(json.dumps({"format": "socket-workbench-workspace", "version": 1,
                                    "endpoints": endpoints, **more}))
        return path


class SavedBenches(BenchCase):
    def test_a_server_answers_a_plain_client(self):
        path = self.bench(server(0, encoding="GBK", greeting="欢迎", reply="{text}，好"))
        run = self.swb("run", path, "--json")
        peer = self.dial(int(run.wait("listening")["local"].rsplit(":", 1)[1]))
        self.assertEqual(receive(peer, 4), gbk("欢迎"))
        peer.send(gbk("你"))
        self.assertEqual(receive(peer, 6), gbk("你，好"))
        self.assertEqual(run.wait("received")["text"], "你")
        self.assertEqual(run.stop(), 0)

    def test_a_client_speaks_in_lockstep_and_hangs_up(self):
        listening = self.listener()
        path = self.bench(client(port_of(listening), greeting="one", script=["two", "three\\r\\n"],
                                 hangUp="when-answered"))
        run = self.swb("run", path, "--json")
        peer = self.accept(listening)
        for said, answer in ((b"one", b"1"), (b"two", b"2"), (b"three\r\n", b"3")):
            self.assertEqual(receive(peer, len(said)), said)
            peer.setblocking(False)
            with self.assertRaises(BlockingIOError):  # nothing more before the answer
                peer.recv(1)
            peer.settimeout(20)
            peer.send(answer)
        self.assertEnds(peer)
        peer.close()
        self.assertEqual(run.exit_code(), 0)  # nothing can happen any more
        self.assertEqual(run.bytes_of("received"), b"123")

    def test_a_client_can_end_by_reset(self):
        listening = self.listener()
        path = self.bench(client(port_of(listening), greeting="bye", hangUp="when-answered", closeByReset=True))
        run = self.swb("run", path, "--json")
        peer = self.accept(listening)
        self.assertEqual(receive(peer, 3), b"bye")
        peer.send(b"?")
        self.assertReset(peer)
        self.assertEqual(run.exit_code(), 0)

    def test_servers_start_first(self):
        port = unused_port()
        path = self.bench(client(port, greeting="hello", hangUp="when-answered"), server(port, echo=True))
        run = self.swb("run", path, "--json", "--once")
        self.assertEqual(run.exit_code(), 0)
        self.assertEqual(run.bytes_of("received"), b"hellohello")

    def test_once_waits_for_all_clients(self):
        port = unused_port()
        quick = client(port, greeting="quick", hangUp="when-said")
        slow = client(port, greeting="slow", script=["slower"], hangUp="when-answered")
        run = self.swb("run", self.bench(server(port, echo=True, replyDelayMs=50), quick, slow), "--json", "--once")
        self.assertEqual(run.exit_code(), 0)
        self.assertEqual(len(run.matching("closed", peer=f"127.0.0.1:{port}")), 2)
        self.assertIn("slower", run.text_of("received"))

    def test_once_without_clients_ends_with_the_first_connection(self):
        run = self.swb("run", self.bench(server(0)), "--json", "--once")
        self.dial(int(run.wait("listening")["local"].rsplit(":", 1)[1])).close()
        self.assertEqual(run.exit_code(), 0)

    def test_a_bench_with_servers_runs_until_it_is_told(self):
        port = unused_port()
        run = self.swb("run", self.bench(server(port), client(port, hangUp="when-said")), "--json")
        run.wait("closed", peer=f"127.0.0.1:{port}")
        self.assertTrue(run.is_running())
        self.assertEqual(run.stop(signal.SIGINT), 0)

    def test_it_ends_after_its_time(self):
        run = self.swb("run", self.bench(server(0)), "--timeout", "0.2")
        self.assertEqual(run.exit_code(), 0)

    def test_it_records(self):
        port = unused_port()
        path = self.bench(server(port, echo=True), client(port, greeting="kept", hangUp="when-answered"))
        recording = path.parent / "run.pcapng"
        self.assertEqual(self.run_swb("run", path, "--once", "--record", recording)[0], 0)
        code, output, _ = self.run_swb("show", recording, "--json", "--event", "received")
        self.assertEqual(code, 0)
        self.assertEqual(output.count(b'"kept"'), 2)

    def test_each_endpoint_is_read_in_its_encoding(self):
        port, other = unused_port(), unused_port()
        path = self.bench(server(port, encoding="GBK"), server(other, encoding="Big5"),
                          client(port, encoding="GBK", greeting="你好", hangUp="when-said"),
                          client(other, encoding="Big5", greeting="你好", hangUp="when-said"))
        run = self.swb("run", path, "--json")
        run.wait("received", 2)
        self.assertEqual([event["text"] for event in run.matching("received")], ["你好", "你好"])
        self.assertNotEqual(*[event["hex"] for event in run.matching("received")])
        run.stop()


class Refusals(BenchCase):
    def test_a_taken_port_ends_the_run(self):
        taken = port_of(self.listener())
        run = self.swb("run", self.bench(server(0), server(taken)), "--json")
        self.assertEqual(run.exit_code(), 1)
        self.assertIn(f"127.0.0.1:{taken} is in use", run.stderr())

    def test_a_refused_client_counts_and_the_others_go_on(self):
        port = unused_port()
        path = self.bench(server(port, echo=True), client(unused_port()),
                          client(port, greeting="hello", hangUp="when-answered"))
        run = self.swb("run", path, "--json", "--once")
        self.assertEqual(run.exit_code(), 1)
        self.assertIn("refused", run.stderr())
        self.assertEqual(run.bytes_of("received"), b"hellohello")

    def test_a_bench_with_a_mistake_is_not_run(self):
        path = self.bench(server(0), server(70000))
        code, output, said = self.run_swb("run", path)
        self.assertEqual((code, output), (1, b""))
        self.assertIn("endpoint 2, “port”: 70000 is no whole number from 0 to 65535", said)

    def test_what_is_no_bench_is_not_run(self):
        folder = self.folder()
        (folder / "other.json").write_text("{}")
        os.mkfifo(folder / "pipe")
        os.symlink(folder / "pipe", folder / "link")
        for name, said in (("other.json", "no bench of this program"), ("pipe", "no ordinary file"),
                           ("link", "no ordinary file"), ("missing", "does not exist"), (".", "no ordinary file")):
            with self.subTest(name):
                code, output, diagnostics = self.run_swb("run", folder / name)
                self.assertEqual((code, output), (1, b""))
                self.assertIn(said, diagnostics)

    def test_an_empty_bench_is_nothing_to_run(self):
        code, _, said = self.run_swb("run", self.bench())
        self.assertEqual(code, 1)
        self.assertIn("empty bench", said)

    def test_what_is_not_understood_is_said(self):
        run = self.swb("run", self.bench(server(0, colour="green"), sound="loud"), "--timeout", "0.2")
        self.assertEqual(run.exit_code(), 0)
        self.assertIn("“sound” is not understood", run.stderr())
        self.assertIn("endpoint 1, “colour” is not understood", run.stderr())

    def test_wrong_use_names_the_culprit(self):
        for arguments, said in ((["run"], "WORKSPACE"), (["run", "a", "b"], "“b”"),
                                (["run", "--example", "nothing"], "http-by-hand"),
                                (["run", "a", "--example", "lockstep"], "“a”"),
                                (["run", "a", "--raw"], "--raw"), (["run", "a", "--json", "--hex"], "--hex")):
            with self.subTest(" ".join(arguments)):
                code, output, diagnostics = self.run_swb(*arguments)
                self.assertEqual((code, output), (2, b""))
                self.assertIn(said, diagnostics)


class Examples(TestCase):
    """Each program of the tutorials as a bench with both sides: the bytes are those of the tutorial."""

    def run_example(self, name, port):
        run = self.swb("run", "--example", name, "--json", "--once")
        self.assertEqual(run.exit_code(), 0)
        listening = run.matching("listening")[-1]["local"]
        moved = "is in use" in run.stderr()  # by another test, or another program
        self.assertEqual(listening == f"127.0.0.1:{port}", not moved)
        self.clients = [event for event in run.matching("opened") if event["outgoing"]]
        return run, listening

    def said(self, run, listening, number=0):
        """What that client has sent and received."""
        at = {"connection": self.clients[number]["connection"], "peer": listening}
        return run.bytes_of("sent", **at), run.bytes_of("received", **at)

    def test_the_conversations(self):
        hello = "Michael", "Tracy", "Sarah"
        rows = (
            # rows, the example, its port, what each client sends and receives
            ("62 and 63", "same-answer", 8888, [(gbk(I_AM_THE_CLIENT), gbk(ASLEEP))]),
            ("65", "shorter-comma", 9090, [(b"hello1", gbk("ok,问题正在处理中...")),
                                           (b"hello2", gbk("ok,问题正在处理中..."))]),
            ("66", "bytes-and-characters", 8080, [(gbk(I_AM_XIAOHEI), b"hello")]),
            ("67", "one-shot", 8989, [(b"hello", gbk("ok, 问题正在处理中..."))]),
            ("68", "http-by-hand", 8000, [(REQUEST, ANSWER)]),
            ("69 and 70", "lockstep", 9999, [("".join(hello).encode() + b"exit", b"Welcome!" + b"".join(
                f"Hello,{name}!".encode() for name in hello))]),
            ("71 and 72", "unheard-answer", 7788, [(gbk("提示输入的数据"), b"Thank You!")]),
            ("73", "one-at-a-time", 7788, [(gbk("第一个客户端 1第一个客户端 2第一个客户端 3"), b"Thank You!" * 3),
                                           (gbk("第二个客户端"), b"Thank You!")]),
        )
        for row, name, port, expected in rows:
            with self.subTest(f"row {row}: {name}"):
                run, listening = self.run_example(name, port)
                self.assertEqual(len(self.clients), len(expected))
                for number, talk in enumerate(expected):
                    self.assertEqual(self.said(run, listening, number), talk)

    def test_the_sizes_are_those_of_the_tutorials(self):
        for name, port, sent, received in (("same-answer", 8888, 18, 20), ("bytes-and-characters", 8080, 26, 5),
                                           ("one-shot", 8989, 5, 21), ("shorter-comma", 9090, 6, 20)):
            with self.subTest(name):
                run, listening = self.run_example(name, port)
                self.assertEqual([len(part) for part in self.said(run, listening)], [sent, received])

    def test_row_64_serves_two_clients_at_once(self):
        run = self.swb("run", "--example", "two-clients", "--json")
        run.wait_until(lambda: len(run.bytes_of("received")) >= 2 * 18 + 2 * 21, "both answers")
        self.assertEqual(run.matching("closed"), [])
        texts = [event["text"] for event in run.matching("received")]
        self.assertEqual(sorted(texts), sorted([I_AM_THE_CLIENT, "ok，问题正在处理中..."] * 2))
        self.assertEqual(len(gbk("ok，问题正在处理中...")), 21)
        self.assertEqual(run.stop(), 0)

    def test_rows_74_and_75_name_the_client(self):
        run, listening = self.run_example("answered-once", 8080)
        sent, received = self.said(run, listening)
        self.assertEqual(sent, b"Hello Server")
        self.assertEqual(received.decode(), f"已收到您({self.clients[0]['local']})的请求,本次连接将关闭")

    def test_row_73_leaves_the_second_client_waiting(self):
        run, _ = self.run_example("one-at-a-time", 7788)
        first_end = run.matching("closed")[0]["time"]
        accepted = [event for event in run.matching("opened") if not event["outgoing"]]
        self.assertEqual(len(accepted), 2)
        self.assertGreater(accepted[1]["time"], first_end)
        self.assertLess(self.clients[1]["time"], first_end)

    def test_a_taken_port_is_no_hindrance(self):
        taken = self.adopt(socket.socket())
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # an earlier run may be in TIME_WAIT
        try:
            taken.bind(("127.0.0.1", 8989))
            taken.listen()
        except OSError:
            pass  # somebody else has it, which serves as well
        run = self.swb("run", "--example", "one-shot", "--json", "--once")
        self.assertEqual(run.exit_code(), 0)
        self.assertNotEqual(run.matching("listening")[-1]["local"], "127.0.0.1:8989")
        self.assertEqual(run.bytes_of("received", local=run.matching("listening")[-1]["local"]), b"hello")


if __name__ == "__main__":
    main()
