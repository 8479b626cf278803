"""ncat and socat in both roles."""

import subprocess

from swbtest import TestCase, eventually, main, unused_port

TEXT = "你好, ncat und socat\n".encode()


class Tools(TestCase):
    def tool(self, *command):
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(self.dispose, process)
        return process

    def dispose(self, process):
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout, process.stderr):
            stream.close()

    def clients(self, port, family):
        address = "::1" if family == 6 else "127.0.0.1"
        bracketed = f"[{address}]" if family == 6 else address
        return (("ncat", "--no-shutdown", f"-{family}", address, str(port)),
                ("socat", "-t", "5", "-", f"TCP{family}:{bracketed}:{port}"))

    def servers(self, port):
        return (("ncat", "--listen", "127.0.0.1", str(port)),
                ("socat", "-t", "5", "-", f"TCP4-LISTEN:{port},bind=127.0.0.1"))

    def test_their_clients_are_echoed(self):
        for family, address in ((4, "127.0.0.1"), (6, "::1")):
            for number in (0, 1):
                server = self.listen("--echo", address=address)
                command = self.clients(server.port, family)[number]
                with self.subTest(command):
                    client = self.tool(*command)
                    client.stdin.write(TEXT)
                    client.stdin.flush()
                    self.assertEqual(client.stdout.read(len(TEXT)), TEXT)
                    client.terminate()
                    server.wait("closed")
                    self.assertEqual(server.bytes_of("received"), TEXT)

    def test_a_piped_client_that_half_closes_gets_its_whole_answer(self):
        server = self.listen("--reply", "{size}")
        for command in (("ncat", "127.0.0.1", str(server.port)),
                        ("socat", "-t", "5", "-", f"TCP4:127.0.0.1:{server.port}")):
            with self.subTest(command):
                result = subprocess.run(command, input=b"12345", capture_output=True, timeout=20)
                self.assertEqual(result.stdout, b"5")

    def test_our_client_talks_to_their_servers(self):
        for number in (0, 1):
            port = unused_port()
            command = self.servers(port)[number]
            with self.subTest(command):
                server = self.tool(*command)
                eventually(lambda: listens(port), f"{command[0]} listening")
                client = self.connect(port, "--half-close")
                client.write(TEXT)
                self.assertEqual(server.stdout.read(len(TEXT)), TEXT)
                server.stdin.write(TEXT)
                server.stdin.flush()
                client.wait_bytes(TEXT)
                client.end_input()
                server.stdin.close()
                self.assertEqual(client.exit_code(), 0)

    def test_files_through_a_pipe_as_with_netcat(self):
        data = bytes(range(256)) * 2000
        path = self.folder() / "file"
        path.write_bytes(data)
        port = unused_port()
        server = self.tool("socat", "-u", f"TCP4-LISTEN:{port},bind=127.0.0.1", "-")
        eventually(lambda: listens(port), "socat listening")
        client = self.connect(port, "--send-file", path, "--half-close")
        client.end_input()
        self.assertEqual(server.stdout.read(), data)


def listens(port):
    with open("/proc/net/tcp") as table:
        return any(line.split()[3] == "0A" and int(line.split()[1].split(":")[1], 16) == port
                   for line in table.readlines()[1:])


if __name__ == "__main__":
    main()
