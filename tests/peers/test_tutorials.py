"""The programs of five well-known socket tutorials, with `swb` in the place of either side.

Where a tutorial has a client, that client is written out here in plain python3 sockets and `swb listen` is the
server; where it has a server, the other way round. Texts, byte counts and order are those of the tutorials.
"""

import unittest

from swbtest import TestCase, in_background, main, port_of, receive, receive_all

ASLEEP = "不好意思！我睡着了！"
PROCESSING = "ok，问题正在处理中..."
PROCESSING_ASCII_COMMA = "ok,问题正在处理中..."
PROCESSING_SPACED = "ok, 问题正在处理中..."
I_AM_THE_CLIENT = "你好，我是客户端！"
I_AM_XIAOHEI = "你好服务端,我是客户端小黑!"
REQUEST = b"GET / HTTP/1.1\r\nHost:www.sina.com.cn\r\nConnection: close\r\n\r\n"
PAGE = b"<html><body>\xe6\x96\xb0\xe6\xb5\xaa</body></html>"


def gbk(text):
    return text.encode("gbk")


class TextsOfTheTutorials(unittest.TestCase):
    def test_they_are_as_long_as_the_tutorials_say(self):
        for text, size in ((I_AM_THE_CLIENT, 18), (ASLEEP, 20), (PROCESSING, 21), (PROCESSING_ASCII_COMMA, 20),
                           (PROCESSING_SPACED, 21), (I_AM_XIAOHEI, 26)):
            self.assertEqual(len(gbk(text)), size, text)
        self.assertEqual(len(REQUEST), 59)


class TheirClientsOurServer(TestCase):
    def test_a_gbk_client_is_heard_and_answered(self):
        for text, size, reply in ((I_AM_THE_CLIENT, 18, ASLEEP), (I_AM_XIAOHEI, 26, "hello")):
            with self.subTest(text):
                server = self.listen("--encoding", "GBK", "--reply", reply)
                client = self.dial(server.port)
                client.send(gbk(text))
                self.assertEqual(client.recv(1024), gbk(reply))
                client.close()
                server.wait("closed")
                received = server.wait("received")
                self.assertEqual((received["size"], received["text"]), (size, text))
                self.assertEqual(bytes.fromhex(received["hex"]), gbk(text))
                self.assertEqual(server.wait("sent")["text"], reply)
                self.assertEqual(server.names(connection=received["connection"]),
                                 ["opened", "received", "sent", "peer-finished", "finished", "closed"])

    def test_a_utf8_client_sends_twelve_bytes_to_localhost(self):
        server = self.listen()
        client = self.dial(server.port, "localhost")
        client.send("Hello Server".encode())
        client.close()
        received = server.wait("received")
        self.assertEqual((received["size"], received["text"]), (12, "Hello Server"))
        server.wait("closed")

    def test_two_clients_are_served_at_the_same_time(self):
        server = self.listen("--encoding", "GBK", "--reply", PROCESSING_ASCII_COMMA)
        first, second = self.dial(server.port), self.dial(server.port)
        second.send(b"hello2")
        self.assertEqual(len(second.recv(1024)), 20)
        first.send(b"hello1")
        self.assertEqual(first.recv(1024), gbk(PROCESSING_ASCII_COMMA))
        server.wait("received", 2)
        self.assertEqual([event["text"] for event in server.matching("received")], ["hello2", "hello1"])
        numbers = {event["connection"] for event in server.matching("received")}
        self.assertEqual(len(numbers), 2, "each client has a connection of its own")

    def test_a_client_that_never_reads_its_reply_is_heard(self):
        server = self.listen("--encoding", "GBK", "--reply", "Thank You!")
        client = self.dial(server.port)
        client.send(gbk("发送的数据"))
        client.close()
        received = server.wait("received")
        self.assertEqual((received["size"], received["text"]), (10, "发送的数据"))
        ends = ("closed", "reset")
        server.wait_until(lambda: [name for name in server.names() if name in ends], "the end of the connection")

    def test_a_client_makes_an_http_request_by_hand(self):
        head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close"
        reply = (head + b"\r\n\r\n" + PAGE).decode().replace("\r", "\\r").replace("\n", "\\n")
        server = self.listen("--escapes", "--reply", reply, "--close-after-reply")
        client = self.dial(server.port)
        client.send(REQUEST)
        buffer = []
        while data := client.recv(1024):
            buffer.append(data)
        header, html = b"".join(buffer).split(b"\r\n\r\n", 1)
        self.assertEqual(header, head)
        self.assertEqual(html, PAGE)
        self.assertEqual(server.wait("received")["size"], 59)

    def hello_server(self):
        return self.listen("--greet", "Welcome!", "--reply", "Hello,{text}!", "--close-on", "exit")

    def test_the_hello_client_in_lockstep(self):
        server = self.hello_server()
        client = self.dial(server.port)
        self.assertEqual(client.recv(1024), b"Welcome!")
        for name in (b"Michael", b"Tracy", b"Sarah"):
            client.send(name)
            self.assertEqual(client.recv(1024), b"Hello,%s!" % name)
        client.send(b"exit")
        self.assertEnds(client)
        server.wait("closed")
        self.assertEqual(server.bytes_of("received"), b"MichaelTracySarahexit")

    def test_the_hello_client_out_of_lockstep_gets_one_answer_for_all_three_names(self):
        server = self.hello_server()
        client = self.dial(server.port)
        self.assertEqual(receive(client, 8), b"Welcome!")
        client.send(b"MichaelTracySarah")
        self.assertEqual(receive(client, 24), b"Hello,MichaelTracySarah!")

    def test_exit_with_a_line_end_is_understood_too(self):
        server = self.hello_server()
        client = self.dial(server.port)
        self.assertEqual(receive(client, 8), b"Welcome!")
        client.send(b"exit\r\n")
        self.assertEnds(client)

    def test_reply_once_names_the_client_and_closes(self):
        server = self.listen("--reply", "已收到您({peer})的请求,本次连接将关闭", "--close-after-reply")
        client = self.dial(server.port)
        client.send(b"Hello Server")
        host, port = client.getsockname()
        self.assertEqual(receive_all(client).decode(), f"已收到您({host}:{port})的请求,本次连接将关闭")

    def test_one_shot_server_is_gone_after_its_client(self):
        server = self.listen("--once", "--encoding", "GBK", "--reply", PROCESSING_SPACED, "--close-after-reply")
        client = self.dial(server.port)
        client.send(b"hello")
        self.assertEqual(receive_all(client), gbk(PROCESSING_SPACED))
        client.close()
        self.assertEqual(server.exit_code(), 0)
        received = server.wait("received")
        self.assertEqual((received["size"], received["text"]), (5, "hello"))
        with self.assertRaises(ConnectionRefusedError):
            self.dial(server.port)

    def test_two_nested_loops_serve_one_client_after_the_other(self):
        server = self.listen("--one-at-a-time", "--reply", "{text}")
        first, second = self.dial(server.port), self.dial(server.port)
        second.send(b"second")
        first.send(b"first")
        self.assertEqual(first.recv(1024), b"first")
        server.wait("sent")
        self.assertEqual(len(server.matching("opened")), 1, "the second client waits in the queue")
        first.close()
        self.assertEqual(second.recv(1024), b"second")
        server.wait("opened", 2)
        self.assertEqual(server.names()[:7],
                         ["listening", "opened", "received", "sent", "peer-finished", "finished", "closed"])


class TheirServersOurClient(TestCase):
    def test_a_server_that_replies_until_the_client_goes(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--encoding", "GBK", "--send", I_AM_THE_CLIENT, "--half-close")
        conversation = self.accept(listening)
        self.assertEqual(conversation.recv(1024), gbk(I_AM_THE_CLIENT))
        conversation.send(gbk(ASLEEP))
        client.wait_bytes(gbk(ASLEEP))
        client.write(b"and again")
        self.assertEqual(conversation.recv(1024), b"and again")
        conversation.send(gbk(ASLEEP))
        client.wait_bytes(gbk(ASLEEP) * 2)
        client.end_input()
        self.assertEqual(conversation.recv(1024), b"", "下线")
        conversation.close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(client.text_of("received"), ASLEEP * 2)

    def test_a_server_with_a_thread_for_each_client(self):
        listening = self.listener()

        def serve(conversation):
            while conversation.recv(1024):
                conversation.send(gbk(PROCESSING))

        clients = [self.connect(port_of(listening), "--encoding", "gbk") for _ in range(2)]
        for _ in clients:
            in_background(serve, self.accept(listening))
        for client in reversed(clients):
            client.write(b"hello")
            client.wait_bytes(gbk(PROCESSING))
            received = client.wait("received")
            self.assertEqual((received["size"], received["text"]), (21, PROCESSING))

    def test_a_one_shot_server_ends_our_client_in_order(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--encoding", "GBK", "--send", "hello")
        conversation = self.accept(listening)
        self.assertEqual(conversation.recv(1024), b"hello")
        conversation.send(gbk(PROCESSING_SPACED))
        conversation.close()
        listening.close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(client.text_of("received"), PROCESSING_SPACED)
        self.assertEqual(client.names()[-3:], ["peer-finished", "finished", "closed"])

    def test_a_web_server_answers_our_request_by_hand(self):
        listening = self.listener()
        request = self.folder() / "request"
        request.write_bytes(REQUEST)
        client = self.swb("connect", f"127.0.0.1:{port_of(listening)}", "--raw", "--send-file", request)
        conversation = self.accept(listening)
        self.assertEqual(receive(conversation, 59), REQUEST)
        chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
        conversation.send(chunked)
        conversation.close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(bytes(client.output), chunked, "the chunk sizes are bytes of the stream and stay")

    def hello_server(self, listening):
        conversation = self.accept(listening)
        conversation.send(b"Welcome!")
        while True:
            data = conversation.recv(1024)
            if not data or data.decode() == "exit":
                break
            conversation.send(f"Hello,{data.decode()}!".encode())
        conversation.close()

    def test_the_hello_server_greets_each_name_we_type(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--eol", "none")
        in_background(self.hello_server, listening)
        client.wait_bytes(b"Welcome!")
        for count, name in enumerate((b"Michael", b"Tracy", b"Sarah"), start=2):
            client.write(name)
            self.assertEqual(client.wait("received", count)["text"], f"Hello,{name.decode()}!")
        client.write(b"exit")
        self.assertEqual(client.exit_code(), 0)

    def test_a_line_end_keeps_the_hello_server_from_recognising_exit(self):
        listening = self.listener()
        client = self.connect(port_of(listening))
        in_background(self.hello_server, listening)
        client.wait_bytes(b"Welcome!")
        client.write(b"exit\n")
        client.wait_bytes(b"Welcome!Hello,exit\n!")

    def test_thank_you_arrives_although_the_listener_closed_first(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--encoding", "GBK", "--send", "谢谢")
        conversation = self.accept(listening)
        listening.close()
        self.assertEqual(conversation.recv(1024), gbk("谢谢"))
        conversation.send(b"Thank You!")
        conversation.close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(client.text_of("received"), "Thank You!")

    def test_a_serial_server_takes_our_second_client_when_the_first_has_gone(self):
        listening = self.listener()
        first = self.connect(port_of(listening), "--send", "first", "--half-close")
        first.end_input()
        second = self.connect(port_of(listening), "--send", "second")
        for expected, client in ((b"first", first), (b"second", second)):
            conversation = self.accept(listening)
            self.assertEqual(conversation.recv(1024), expected)
            conversation.send(b"got " + expected)
            conversation.close()
            self.assertEqual(client.exit_code(), 0)
            self.assertEqual(client.bytes_of("received"), b"got " + expected)

    def test_a_reply_once_server_on_localhost(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--send", "Hello Server", host="localhost")
        conversation, address = listening.accept()
        self.adopt(conversation)
        self.assertEqual(conversation.recv(1024), b"Hello Server")
        reply = f"已收到您({address})的请求,本次连接将关闭"
        conversation.send(reply.encode())
        conversation.close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(client.text_of("received"), reply)

    def test_a_server_that_leaves_bytes_unread_resets_us_and_we_say_so(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--send", "x" * 2000)
        conversation = self.accept(listening)
        client.wait("sent")
        self.assertEqual(len(receive(conversation, 1024)), 1024)
        conversation.close()
        client.wait("reset")
        self.assertEqual(client.exit_code(), 1)
        self.assertEqual(client.matching("peer-finished"), [], "RST is not FIN")


class OursOnBothSides(TestCase):
    def test_each_conversation_of_the_tutorials(self):
        peer_reply = "已收到您({peer})的请求,本次连接将关闭"
        rows = (  # name, encoding, what the client sends, what the server is told to reply
            ("rows 62 and 63", "GBK", I_AM_THE_CLIENT, ASLEEP),
            ("row 64", "GBK", "hello1", PROCESSING),
            ("row 65", "GBK", "hello2", PROCESSING_ASCII_COMMA),
            ("row 66", "GBK", I_AM_XIAOHEI, "hello"),
            ("row 67", "GBK", "hello", PROCESSING_SPACED),
            ("row 68", "UTF-8", REQUEST.decode(), "HTTP/1.1 200 OK\\r\\n\\r\\n<html></html>"),
            ("rows 71 and 72", "GBK", "提示输入的数据", "Thank You!"),
            ("rows 74 and 75", "UTF-8", "Hello Server", peer_reply),
        )
        for name, encoding, request, reply in rows:
            with self.subTest(name):
                server = self.listen("--encoding", encoding, "--escapes", "--reply", reply, "--close-after-reply",
                                     "--once")
                client = self.connect(server.port, "--encoding", encoding, "--send", request)
                expected = reply.replace("{peer}", client.wait("opened")["local"])
                expected = expected.replace("\\r", "\r").replace("\\n", "\n")
                self.assertEqual(client.exit_code(), 0)
                self.assertEqual(server.exit_code(), 0)
                self.assertEqual(server.text_of("received"), request)
                self.assertEqual(client.text_of("received"), expected)
                wire = request.encode(encoding) if encoding == "GBK" else request.encode()
                self.assertEqual(server.bytes_of("received"), wire)
                self.assertEqual(client.bytes_of("sent"), wire)

    def test_the_hello_conversation(self):
        server = self.listen("--greet", "Welcome!", "--reply", "Hello,{text}!", "--close-on", "exit")
        client = self.connect(server.port)
        client.wait_bytes(b"Welcome!")
        for count, name in enumerate(("Michael", "Tracy", "Sarah"), start=2):
            client.write(name.encode())
            self.assertEqual(client.wait("received", count)["text"], f"Hello,{name}!")
        client.write(b"exit")
        self.assertEqual(client.exit_code(), 0)
        server.wait("closed")


if __name__ == "__main__":
    main()
