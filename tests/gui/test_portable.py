"""A program with the file socket-workbench.portable beside it leaves nothing anywhere else."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(os.environ.get("SWB_PROGRAMS", ROOT / "build/release/bin")) / "socket-workbench"


class Portable(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.home = self.folder / "home"
        self.home.mkdir()
        self.place = self.folder / "stick"
        self.place.mkdir()
        shutil.copy(PROGRAM, self.place)

    def run_program(self):
        picture = self.folder / "picture.png"
        environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
        environment.update(HOME=str(self.home), QT_QPA_PLATFORM="offscreen")
        subprocess.run([self.place / "socket-workbench", "--example", "--screenshot", picture],
                       env=environment, check=True, timeout=60, capture_output=True)
        self.assertTrue(picture.stat().st_size)

    def files_at_home(self):
        """Ours: Qt and its libraries keep caches of their own."""
        return [path for path in self.home.rglob("*") if path.is_file() and "socket-workbench" in str(path)]

    def test_everything_is_beside_the_program(self):
        (self.place / "socket-workbench.portable").touch()
        self.run_program()
        data = self.place / "socket-workbench-data"
        self.assertEqual(len(list((data / "recordings").glob("*.pcapng"))), 1)
        self.assertEqual(self.files_at_home(), [])

    def test_without_the_file_it_is_at_home(self):
        self.run_program()
        self.assertFalse((self.place / "socket-workbench-data").exists())
        recordings = self.home / ".local/share/socket-workbench/recordings"
        self.assertEqual(len(list(recordings.glob("*.pcapng"))), 1)


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=sys.argv)
