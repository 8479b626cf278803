"""What a screen reader is told, asked through AT-SPI as Orca asks: names, states, and news at a bearable rate."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

PROGRAM = os.path.join(os.environ.get("SWB_PROGRAMS", "build/release/bin"), "socket-workbench")
INSIDE = "SWB_ON_A_BUS_OF_ITS_OWN"


def start_over_on_a_bus():
    """The accessibility bus needs a session bus and a display: both are made for this test alone."""
    python = shutil.which("python3", path="/usr/bin") or sys.executable  # the one that python3-gi belongs to
    with tempfile.TemporaryDirectory() as home:
        display = subprocess.Popen(["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                                   stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        try:
            number = display.stdout.readline().strip()
            environment = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home, QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8",
                               DISPLAY=f":{number}", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", **{INSIDE: "1"})
            return subprocess.run(["dbus-run-session", "--", python, *sys.argv], env=environment).returncode
        finally:
            display.terminate()
            display.wait()


if __name__ == "__main__" and INSIDE not in os.environ:
    lacking = [name for name in ("Xvfb", "dbus-run-session") if not shutil.which(name)]
    sys.exit(f"not installed: {lacking}" if lacking else start_over_on_a_bus())

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

TO_BE_NAMED = {"push button", "toggle button", "radio button", "check box", "text", "combo box", "spin button", "tree",
               "list", "table", "list item", "menu item", "check menu item", "radio menu item", "notification"}


def walk(node, depth=0):
    """Every accessible below, at most 60 children of each: what can be asked for one row holds for the rest."""
    yield node
    for i in range(min(node.get_child_count(), 60) if depth < 30 else 0):
        child = node.get_child_at_index(i)
        if child is not None:
            yield from walk(child, depth + 1)


def is_state(node, state):
    return node.get_state_set().contains(state)


def labels_of(node):
    """What a screen reader says of it: its own name, or that of the label it belongs to. (A combo box's own name is
    its value: Qt leaves the rest to the relation and the description.)"""
    names = [node.get_description() if node.get_role_name() == "combo box" else node.get_name()]
    for relation in node.get_relation_set():
        if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY:
            names += [relation.get_target(i).get_name() for i in range(relation.get_n_targets())]
    return [name for name in names if name]


class Window(unittest.TestCase):
    def setUp(self):
        self.program = subprocess.Popen([PROGRAM, "--listen", "127.0.0.1:0"])
        self.addCleanup(self.end)
        self.frame = self.wait(self.find_frame, "the window")
        self.port = int(self.wait(lambda: self.listening(), "the server").split(":")[2])

    def end(self):
        self.program.terminate()
        self.program.wait(20)

    def wait(self, condition, what, seconds=20):
        """GLib's loop runs meanwhile: AT-SPI answers and events arrive through it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            GLib.MainContext.default().iteration(False)
            found = condition()
            if found:
                return found
            time.sleep(0.02)
        self.fail(f"{what} did not come")

    def find_frame(self):
        desktop = Atspi.get_desktop(0)
        desktop.clear_cache()
        for i in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(i)
            if not application or application.get_process_id() != self.program.pid:
                continue
            application.clear_cache()
            if application.get_child_count():
                return application.get_child_at_index(0)
        return None

    def showing(self, role=None, name=None):
        return [node for node in walk(self.frame)
                if is_state(node, Atspi.StateType.SHOWING)
                and role in (None, node.get_role_name()) and name in (None, node.get_name())]

    def listening(self):
        rows = [node.get_name() for node in self.showing("table cell") if "listening" in node.get_name()]
        return rows and rows[0].replace(" ", ":").replace("::", ":")

    def test_everything_that_can_be_used_has_a_name(self):
        asked = 0
        nameless = []
        for node in walk(self.frame):
            usable = is_state(node, Atspi.StateType.FOCUSABLE) and node.get_role_name() in TO_BE_NAMED
            inside_combo = node.get_parent().get_role_name() == "combo box"
            asked += usable
            if usable and not inside_combo and not labels_of(node):
                nameless.append(f"{node.get_role_name()} in {node.get_parent().get_name() or node.get_parent().get_role_name()}")
        self.assertEqual(nameless, [])
        self.assertGreater(asked, 50)

    def test_a_row_is_read_as_a_sentence(self):
        with socket.create_connection(("127.0.0.1", self.port), 10) as peer:
            peer.sendall("hello".encode())
            self.wait(lambda: self.showing("list item", "received, 5 bytes, hello"), "the row")

    def test_states_are_told(self):
        log = self.wait(lambda: self.showing("list", "Log"), "the log")[0]
        self.assertTrue(is_state(log, Atspi.StateType.FOCUSABLE))
        with socket.create_connection(("127.0.0.1", self.port), 10):
            self.wait(lambda: [cell for cell in self.showing("table cell") if "open, 0 bytes received" in cell.get_name()],
                      "the connection")

    def test_news_are_told_at_a_rate_that_can_be_listened_to(self):
        heard = []

        def listen(event):
            if event.source.get_role_name() == "notification" and event.detail1:
                heard.append((time.monotonic(), event.source.get_name()))

        listener = Atspi.EventListener.new(listen)
        listener.register("object:state-changed:showing")
        self.addCleanup(listener.deregister, "object:state-changed:showing")
        with socket.create_connection(("127.0.0.1", self.port), 10) as peer:
            peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            began = time.monotonic()
            sent = 0
            while time.monotonic() - began < 3:
                peer.sendall(b"tick")
                sent += 1
                GLib.MainContext.default().iteration(False)
                time.sleep(0.005)
            self.wait(lambda: any("tick" in text for _, text in heard), "an announcement")
        self.assertGreater(sent, 100)
        self.assertLessEqual(len(heard), 6, heard)
        self.assertTrue(any("the latest: received, 4 bytes, tick" in text for _, text in heard), heard)


if __name__ == "__main__":
    Atspi.get_desktop(0).get_child_count()  # wakes the registry, which a program that starts meanwhile would miss
    unittest.main(verbosity=2)
