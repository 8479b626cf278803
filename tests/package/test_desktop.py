"""The desktop's files are valid, agree with each other, and with the program and its changelog."""

import configparser
import os
import re
import shutil
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
DESKTOP = ROOT / "packaging/desktop"
ID = "io.github.socket_workbench.SocketWorkbench"
ENTRY = DESKTOP / f"{ID}.desktop"
CAPTURES = DESKTOP / "socket-workbench-captures.desktop"
METAINFO = DESKTOP / f"{ID}.metainfo.xml"
TYPES = DESKTOP / f"{ID}.mime.xml"
PROGRAMS = Path(os.environ.get("SWB_PROGRAMS", ROOT / "build/release/bin"))


def run(*command):
    done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
    return done.returncode, done.stdout


def needs(program):
    return unittest.skipUnless(shutil.which(program), f"{program} is not installed")


def read_entry(path):
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str
    entry.read(path, encoding="utf-8")
    return entry


def types_of(entry):
    return [name for name in entry["Desktop Entry"]["MimeType"].split(";") if name]


class Desktop(unittest.TestCase):
    def setUp(self):
        self.entry = read_entry(ENTRY)
        self.captures = read_entry(CAPTURES)
        self.metainfo = ElementTree.parse(METAINFO).getroot()

    # The hint it has is meant: Development and Network are both places where people look for the program.
    @needs("desktop-file-validate")
    def test_the_entries_are_valid(self):
        self.assertEqual(run("desktop-file-validate", "--no-hints", ENTRY, CAPTURES), (0, ""))

    @needs("appstreamcli")
    def test_the_metainfo_is_valid(self):
        code, output = run("appstreamcli", "validate", "--no-net", METAINFO)
        self.assertEqual(code, 0, output)

    @needs("xmllint")
    def test_the_xml_and_the_icons_are_well_formed(self):
        files = [METAINFO, TYPES, *DESKTOP.glob("*.svg"), *(ROOT / "resources/icons").glob("*.svg")]
        self.assertEqual(run("xmllint", "--noout", *files), (0, ""))

    @needs("update-mime-database")
    def test_files_of_ours_get_our_types(self):
        with tempfile.TemporaryDirectory() as folder:
            packages = Path(folder, "packages")
            packages.mkdir()
            shutil.copy(TYPES, packages)
            self.assertEqual(run("update-mime-database", folder)[0], 0)
            globs = Path(folder, "globs2").read_text()
        self.assertIn("50:application/x-socket-workbench-workspace:*.swbench\n", globs)
        self.assertIn("50:application/x-pcapng:*.pcapng\n", globs)

    def test_the_files_agree_about_the_id(self):
        self.assertEqual(self.metainfo.findtext("id"), ID)
        self.assertEqual(self.metainfo.findtext("launchable"), ENTRY.name)
        for entry in (self.entry, self.captures):
            self.assertEqual(entry["Desktop Entry"]["Icon"], ID)
        told = re.search(r'setDesktopFileName\(u"(.*?)"', (ROOT / "ui/app/main.cpp").read_text(encoding="utf-8"))
        self.assertEqual(told[1], ID)

    def test_the_files_agree_about_the_types(self):
        self.assertEqual([kind.text for kind in self.metainfo.iter("mediatype")],
                         types_of(self.entry) + types_of(self.captures))

    @needs("update-desktop-database")
    def test_wireshark_stays_first_for_captures(self):
        with tempfile.TemporaryDirectory() as folder:
            shutil.copy(ENTRY, folder)
            shutil.copy(CAPTURES, folder)
            shutil.copy(CAPTURES, Path(folder, "org.wireshark.Wireshark.desktop"))
            self.assertEqual(run("update-desktop-database", folder)[0], 0)
            cache = read_entry(Path(folder, "mimeinfo.cache"))["MIME Cache"]
        for kind in types_of(self.captures):
            self.assertEqual(cache[kind], f"org.wireshark.Wireshark.desktop;{CAPTURES.name};")

    def test_what_a_person_reads_is_there_in_chinese_too(self):
        for section in [*self.entry.values(), *self.captures.values()]:
            for key in ("Name", "GenericName", "Comment", "Keywords"):
                if key in section and section[key] != "Socket Workbench":
                    self.assertIn(f"{key}[zh_CN]", section, section.name)

    def test_the_program_knows_what_the_entry_starts_it_with(self):
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "QT_QPA_PLATFORM": "offscreen"}
        options = subprocess.run([PROGRAMS / "socket-workbench", "--help"], env=environment, text=True, check=True,
                                 stdout=subprocess.PIPE, timeout=60).stdout
        for section in self.entry.values():
            for option in re.findall(r"--[\w-]+", section.get("Exec", "")):
                self.assertRegex(options, rf"(?m)^  {option}\b")

    def test_the_metainfo_has_the_releases_of_the_changelog(self):
        changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
        released = re.findall(r"^## \[(\d[^\]]*)\] - (\S+)", changelog, re.M)
        told = [(release.get("version"), release.get("date")) for release in self.metainfo.iter("release")]
        self.assertEqual(told, released)


if __name__ == "__main__":
    unittest.main()
