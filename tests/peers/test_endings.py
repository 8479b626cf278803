"""FIN and RST, half-close and close: each way to end is told apart, on both sides."""

import json
import signal
import socket
import threading
import time

from swbtest import TestCase, eventually, in_background, main, port_of, receive, receive_all, reset, tcp_state

ESTABLISHED, CLOSE_WAIT = 1, 8


class PeerEnds(TestCase):
    def test_a_peer_that_finishes_and_waits_still_gets_the_queued_answer(self):
        server = self.listen("--reply", "{size} bytes", "--delay", "100")
        peer = self.dial(server.port)
        peer.sendall(b"question")
        peer.shutdown(socket.SHUT_WR)
        self.assertEqual(receive_all(peer), b"8 bytes")
        server.wait("closed")
        names = server.names(connection=1)
        self.assertLess(names.index("peer-finished"), names.index("sent"), names)

    def test_everything_queued_goes_out_after_the_peer_finished(self):
        server = self.listen("--echo")
        peer = self.dial(server.port)
        data = bytes(range(256)) * 4096
        in_background(lambda: (peer.sendall(data), peer.shutdown(socket.SHUT_WR)))
        self.assertEqual(receive_all(peer), data)

    def test_keep_half_open_stays_and_can_still_send(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--keep-half-open")
        conversation = self.accept(listening)
        conversation.shutdown(socket.SHUT_WR)
        client.wait("peer-finished")
        client.write(b"I am still talking")
        self.assertEqual(receive(conversation, 18), b"I am still talking")
        own = client.wait("opened")["local"].rsplit(":", 1)[1]
        self.assertEqual(tcp_state(int(own), port_of(listening)), CLOSE_WAIT)
        self.assertEqual(client.stop(), 0)
        self.assertEnds(conversation)

    def test_a_server_keeps_half_open_too(self):
        server = self.listen("--keep-half-open")
        peer = self.dial(server.port)
        peer.shutdown(socket.SHUT_WR)
        server.wait("peer-finished")
        self.assertEqual(tcp_state(server.port, port_of(peer)), CLOSE_WAIT)
        self.assertEqual(server.matching("closed"), [])
        self.assertEqual(server.stop(), 0)
        self.assertEnds(peer)

    def test_a_reset_by_the_peer_is_told_from_its_finish(self):
        server = self.listen()
        orderly, rude = self.dial(server.port), self.dial(server.port)
        server.wait("opened", 2)
        for peer in (orderly, rude):
            peer.sendall(b"x" * 100_000)
        server.wait_until(lambda: len(server.bytes_of("received")) == 200_000, "both messages")
        orderly.close()
        server.wait("peer-finished", connection=1)
        reset(rude)
        server.wait("reset", connection=2)
        server.wait("closed", connection=1)
        self.assertNotIn("reset", server.names(connection=1))
        self.assertNotIn("peer-finished", server.names(connection=2))
        self.assertEqual(len(server.bytes_of("received", connection=2)), 100_000, "earlier bytes are kept")

    def test_a_reset_by_the_peer_makes_connect_fail(self):
        listening = self.listener()
        client = self.connect(port_of(listening))
        reset(self.accept(listening))
        self.assertEqual(client.exit_code(), 1)
        self.assertIn("reset", client.names())
        self.assertIn("reset", client.stderr().lower())

    def test_a_reset_with_writes_pending_counts_what_was_never_sent(self):
        listening = self.listener()
        data = bytes(8 << 20)
        path = self.folder() / "zeros"
        path.write_bytes(data)
        client = self.connect(port_of(listening), "--send-file", path)
        conversation = self.accept(listening)
        own = int(client.wait("opened")["local"].rsplit(":", 1)[1])
        client.wait("sent")
        eventually(lambda: settled(client), "a full send buffer")
        self.assertEqual(tcp_state(own, port_of(listening)), ESTABLISHED)
        reset(conversation)
        client.wait("reset")
        closed = client.wait("closed")
        sent = sum(event["size"] for event in client.matching("sent"))
        self.assertLess(sent, len(data))
        self.assertEqual(closed["unsent"], len(data) - sent)


def settled(client):
    """Nothing was sent for a while, though a busy machine may take long over one event."""
    before = len(client.events)
    time.sleep(1)
    return len(client.events) == before


class WeEnd(TestCase):
    def test_reset_is_seen_as_a_reset_by_the_peer(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--reset", "--send", "hello", "--timeout", "0.3")
        conversation = self.accept(listening)
        self.assertEqual(receive(conversation, 5), b"hello")
        client.exit_code()
        self.assertIn("reset", client.names())
        self.assertReset(conversation)

    def test_without_reset_the_same_end_is_in_order(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--send", "hello", "--timeout", "0.3")
        conversation = self.accept(listening)
        self.assertEqual(receive_all(conversation), b"hello")
        conversation.close()
        client.exit_code()
        self.assertNotIn("reset", client.names())

    def test_a_server_resets_where_it_would_close(self):
        server = self.listen("--reset", "--close-on", "bye")
        peer = self.dial(server.port)
        peer.sendall(b"bye")
        self.assertReset(peer)
        server.wait("reset")

    def test_a_signal_with_reset_ends_by_rst(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--reset")
        conversation = self.accept(listening)
        client.stop(signal.SIGTERM)
        self.assertReset(conversation)

    def test_an_unread_answer_does_not_turn_our_finish_into_a_reset(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--half-close", "--send", "question")
        conversation = self.accept(listening)
        client.end_input()
        self.assertEqual(receive_all(conversation), b"question")
        conversation.sendall(b"a" * 50_000)
        conversation.close()
        self.assertEqual(client.exit_code(), 0)
        self.assertEqual(client.bytes_of("received"), b"a" * 50_000)


class EndUnderLoad(TestCase):
    def test_a_signal_drains_a_hundred_busy_clients_and_journals_everything(self):
        recording = self.folder() / "busy.pcapng"
        server = self.listen("--echo", "--record", recording)
        peers = [self.dial(server.port) for _ in range(100)]
        for peer in peers:
            peer.sendall(b"0123456789" * 100)
        totals = [0] * len(peers)

        def read(number):
            try:
                while chunk := peers[number].recv(1 << 16):
                    totals[number] += len(chunk)
            except ConnectionResetError:
                pass

        readers = [threading.Thread(target=read, args=(number,)) for number in range(len(peers))]
        for reader in readers:
            reader.start()
        server.wait("sent", 50)
        self.assertEqual(server.stop(signal.SIGTERM), 0)
        for reader in readers:
            reader.join()
        self.assertEqual(len(server.matching("closed")), 100)
        code, shown, _ = self.run_swb("show", "--json", recording)
        self.assertEqual(code, 0)
        self.assertEqual(shown.count(b'"closed"'), 100)
        received = sum(event["size"] for event in server.matching("received"))
        sent = sum(event["size"] for event in server.matching("sent"))
        self.assertEqual(sum(totals), sent, "all that was counted as sent arrived")
        self.assertEqual(self.totals(shown), (received, sent))

    def totals(self, shown):
        events = [json.loads(line) for line in shown.splitlines()]
        return tuple(sum(event["size"] for event in events if event["event"] == name)
                     for name in ("received", "sent"))


if __name__ == "__main__":
    main()
