"""Wrong use and things that fail: the exit code, and a message that names the culprit."""

import json

from swbtest import TestCase, main, port_of, unused_port


class WrongUse(TestCase):
    """Exit code 2, nothing on stdout, the culprit on stderr."""

    def assertWrongUse(self, culprit, *arguments):
        with self.subTest(arguments):
            code, output, diagnostics = self.run_swb(*arguments)
            self.assertEqual(code, 2, diagnostics)
            self.assertEqual(output, b"")
            self.assertIn(culprit, diagnostics)

    def test_unknown_options(self):
        self.assertWrongUse("--nonsense", "listen", "127.0.0.1:0", "--nonsense")
        self.assertWrongUse("--nonsense", "connect", "127.0.0.1:1", "--nonsense=3")

    def test_unknown_commands(self):
        self.assertWrongUse("dance", "dance")

    def test_no_command_at_all(self):
        self.assertWrongUse("listen")

    def test_missing_and_superfluous_operands(self):
        self.assertWrongUse("PORT", "listen")
        self.assertWrongUse("PORT", "connect")
        self.assertWrongUse("JOURNAL", "show")
        self.assertWrongUse("JOURNAL", "check")
        self.assertWrongUse("surplus", "listen", "127.0.0.1:0", "surplus")

    def test_ports_out_of_range(self):
        for port in ("65536", "-1", "abc", "", "9090x", "１"):
            self.assertWrongUse(port, "listen", f"127.0.0.1:{port}")
            self.assertWrongUse(port, "connect", f"127.0.0.1:{port}")
        self.assertWrongUse("0", "connect", "127.0.0.1:0")

    def test_addresses_that_are_none(self):
        for address in ("256.0.0.1", "010.0.0.1", "127.1", "::g"):
            host = f"[{address}]" if ":" in address else address
            self.assertWrongUse(address, "listen", f"{host}:0")

    def test_unknown_encodings(self):
        self.assertWrongUse("klingon", "listen", "127.0.0.1:0", "--encoding", "klingon")

    def test_text_that_the_encoding_cannot_write_names_the_character(self):
        self.assertWrongUse("好", "connect", "127.0.0.1:1", "--encoding", "ISO-8859-1", "--send", "a好")
        self.assertWrongUse("好", "listen", "127.0.0.1:0", "--encoding", "ISO-8859-1", "--reply", "a好")
        self.assertWrongUse("好", "listen", "127.0.0.1:0", "--encoding", "ISO-8859-1", "--greet", "a好")

    def test_bad_hex_names_the_digit(self):
        self.assertWrongUse("x", "connect", "127.0.0.1:1", "--send-hex", "00 1x")
        self.assertWrongUse("1", "connect", "127.0.0.1:1", "--send-hex", "00 1")

    def test_bad_reply_templates(self):
        for reply, culprit in (("{nonsense}", "nonsense"), ("{text", "{"), ("text}", "}")):
            self.assertWrongUse(culprit, "listen", "127.0.0.1:0", "--reply", reply)

    def test_numbers_that_are_none(self):
        for option in ("--timeout", "--delay", "--max-connections", "--backlog"):
            self.assertWrongUse("soon", "listen", "127.0.0.1:0", option, "soon")
            self.assertWrongUse("-5", "listen", "127.0.0.1:0", f"{option}=-5")

    def test_unknown_line_endings(self):
        self.assertWrongUse("cr-and-lf", "connect", "127.0.0.1:1", "--eol", "cr-and-lf")

    def test_options_of_the_other_side(self):
        self.assertWrongUse("--echo", "connect", "127.0.0.1:1", "--echo")


class Failures(TestCase):
    """Exit code 1, the culprit on stderr."""

    def test_a_refused_connection_names_the_address(self):
        for address in ("127.0.0.1", "::1"):
            with self.subTest(address):
                port = unused_port(address)
                host = f"[{address}]" if ":" in address else address
                code, output, diagnostics = self.run_swb("connect", f"{host}:{port}")
                self.assertEqual(code, 1)
                self.assertEqual(output, b"")
                self.assertIn(str(port), diagnostics)
                self.assertIn("refused", diagnostics.lower())

    def test_a_refused_connection_is_an_error_event_too(self):
        client = self.connect(unused_port(), opened=False)
        self.assertEqual(client.exit_code(), 1)
        self.assertIn("error", client.names())

    def test_a_link_local_address_needs_its_interface(self):
        for address, culprit in (("fe80::1", "interface"), ("fe80::1%nope", "nope")):
            with self.subTest(address):
                code, _, diagnostics = self.run_swb("connect", f"[{address}]:9")
                self.assertIn(code, (1, 2))
                self.assertIn(culprit, diagnostics)

    def test_files_that_are_not_there(self):
        for arguments in (("show", "no such.pcapng"), ("check", "no such.pcapng"),
                          ("connect", "127.0.0.1:1", "--send-file", "no such.pcapng")):
            with self.subTest(arguments):
                code, _, diagnostics = self.run_swb(*arguments)
                self.assertEqual(code, 1)
                self.assertIn("no such.pcapng", diagnostics)

    def test_a_recording_that_cannot_be_made(self):
        code, _, diagnostics = self.run_swb("listen", "127.0.0.1:0", "--record", "/proc/no/such/place.pcapng")
        self.assertEqual(code, 1)
        self.assertIn("/proc/no/such", diagnostics)

    def test_a_recording_is_never_overwritten(self):
        path = self.folder() / "precious.pcapng"
        path.write_bytes(b"precious")
        code, _, diagnostics = self.run_swb("listen", "127.0.0.1:0", "--record", path)
        self.assertEqual(code, 1)
        self.assertIn("precious.pcapng", diagnostics)
        self.assertEqual(path.read_bytes(), b"precious")

    def test_what_is_no_recording_is_said_to_be_none(self):
        path = self.folder() / "text.pcapng"
        path.write_bytes(b"this is a text\n" * 100)
        for command in ("show", "check"):
            with self.subTest(command):
                code, _, diagnostics = self.run_swb(command, path)
                self.assertEqual(code, 1)
                self.assertIn("text.pcapng", diagnostics)


class GoodUse(TestCase):
    def test_help_and_version_go_to_stdout(self):
        for argument in ("--help", "--version"):
            with self.subTest(argument):
                code, output, diagnostics = self.run_swb(argument)
                self.assertEqual((code, diagnostics), (0, ""))
                self.assertIn(b"swb", output.lower())

    def test_help_names_every_command(self):
        _, output, _ = self.run_swb("--help")
        for command in (b"listen", b"connect", b"show", b"check"):
            self.assertIn(command, output)

    def test_help_of_a_command_names_its_options(self):
        code, output, _ = self.run_swb("listen", "--help")
        self.assertEqual(code, 0)
        for option in (b"--echo", b"--reply", b"--greet", b"--delay", b"--close-on", b"--close-after-reply",
                       b"--max-connections", b"--one-at-a-time", b"--backlog", b"--no-reuse", b"--encoding",
                       b"--record", b"--json", b"--raw", b"--quiet", b"--timeout", b"--once", b"--keep-half-open"):
            self.assertIn(option, output)

    def test_two_dashes_end_the_options(self):
        listening = self.listener()
        client = self.swb("connect", "--json", "--", f"127.0.0.1:{port_of(listening)}")
        client.wait("opened")

    def test_options_may_stand_before_and_behind(self):
        listening = self.listener()
        for arguments in (["--json", f"127.0.0.1:{port_of(listening)}"], [f"127.0.0.1:{port_of(listening)}", "--json"]):
            self.swb("connect", *arguments).wait("opened")

    def test_works_in_the_c_locale(self):
        listening = self.listener()
        client = self.connect(port_of(listening), "--encoding", "GBK", "--send", "你好",
                              environment={"LC_ALL": "C"})
        self.assertEqual(self.accept(listening).recv(16), "你好".encode("gbk"))
        self.assertEqual(client.wait("sent")["text"], "你好")


class Languages(TestCase):
    """The environment decides what people read; what programs read stays as it is."""

    CHINESE = {"LC_ALL": "zh_CN.UTF-8"}  # which need not be installed

    def refusal(self, environment):
        code, output, diagnostics = self.run_swb("connect", f"127.0.0.1:{unused_port()}", "--json",
                                                 environment=environment)
        self.assertEqual(code, 1)
        event = next(event for event in map(json.loads, output.splitlines()) if event["event"] == "error")
        return event, diagnostics

    def recording(self, sent, answer):
        """A recording of one connection."""
        listening = self.listener()
        path = self.folder() / "talk.pcapng"
        client = self.connect(port_of(listening), "--send", sent, "--record", path)
        peer = self.accept(listening)
        client.wait_bytes(sent.encode(), "sent")
        peer.sendall(answer)
        client.wait_bytes(answer)
        self.assertEqual(client.stop(), 0)
        return path

    def test_help_is_in_chinese(self):
        code, output, _ = self.run_swb("--help", environment=self.CHINESE)
        self.assertEqual(code, 0)
        self.assertIn("用法", output.decode())
        self.assertNotIn("Usage", output.decode())
        self.assertIn("swb listen", output.decode())

    def test_every_option_is_explained_in_chinese(self):
        for command in ("listen", "connect", "show", "check"):
            _, output, _ = self.run_swb(command, "--help", environment=self.CHINESE)
            options = [line for line in output.decode().splitlines() if line.startswith("  -")]
            self.assertGreater(len(options), 2)
            for option in options:
                with self.subTest(command, option=option):
                    self.assertRegex(option, r"^  (-h, )?--[a-z-]+ .*[\u4e00-\u9fff]")

    def test_every_variable_of_the_environment_counts(self):
        for environment, usage in (({"LC_ALL": "", "LC_MESSAGES": "zh_CN.UTF-8"}, "用法"),
                                   ({"LC_ALL": "", "LC_MESSAGES": "", "LANG": "zh_CN.UTF-8"}, "用法"),
                                   ({"LC_ALL": "en_GB.UTF-8", "LANG": "zh_CN.UTF-8"}, "Usage"),
                                   ({"LC_ALL": "C", "LANGUAGE": "zh_CN"}, "Usage"),
                                   ({"LC_ALL": "POSIX"}, "Usage"),
                                   ({"LC_ALL": "de_DE.UTF-8"}, "Usage"),
                                   ({"LC_ALL": "nonsense"}, "Usage")):
            with self.subTest(environment):
                _, output, _ = self.run_swb("--help", environment=environment)
                self.assertTrue(output.decode().startswith(usage), output.decode())

    def test_a_refused_connection_is_told_in_chinese_and_named_in_english(self):
        event, diagnostics = self.refusal(self.CHINESE)
        self.assertIn("拒绝了连接", diagnostics)
        self.assertIn("拒绝了连接", event["message"])
        english, _ = self.refusal({"LC_ALL": "C"})
        self.assertIn("refused the connection", english["message"])
        self.assertEqual(event["failure"], english["failure"])
        self.assertEqual(event.keys(), english.keys())

    def test_one_byte_and_two_bytes(self):
        path = self.recording("a", b"hi")
        for environment, sent, received in (({"LC_ALL": "C"}, "→ 1 byte ", "← 2 bytes "),
                                            ({"LC_ALL": "de_DE.UTF-8"}, "→ 1 byte ", "← 2 bytes "),
                                            (self.CHINESE, "→ 1 字节 ", "← 2 字节 ")):
            with self.subTest(environment):
                _, output, _ = self.run_swb("show", path, environment=environment)
                self.assertIn(sent, output.decode())
                self.assertIn(received, output.decode())

    def test_the_summary_of_a_recording(self):
        path = self.recording("a", b"hi")
        _, output, _ = self.run_swb("check", path)
        self.assertIn("1 connection, 2 bytes received, 1 byte sent", output.decode())
        _, output, _ = self.run_swb("check", path, environment=self.CHINESE)
        self.assertIn("1 个连接，收到 2 字节，发出 1 字节", output.decode())

    def test_json_of_a_recording_is_the_same_in_every_language(self):
        path = self.recording("a", b"hi")
        for command in ("show", "check"):
            with self.subTest(command):
                english, chinese = (self.run_swb(command, path, "--json", environment=environment)
                                    for environment in ({"LC_ALL": "C"}, self.CHINESE))
                self.assertEqual(english, chinese)


if __name__ == "__main__":
    main()
