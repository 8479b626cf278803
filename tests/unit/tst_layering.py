"""The floors of docs/architecture.md hold: in includes, in link lists and in the programs that come out."""

import os
import re
import subprocess
import sys
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = Path(os.environ.get("SWB_PROGRAMS", ROOT / "build/release/bin"))

ENGINE_BELOW_BENCH = {"base", "codec", "capture", "journal", "net", "kernel", "protocol"}
ENGINE = ENGINE_BELOW_BENCH | {"bench", "lens", "lab"}

# folder -> the folders it may use; what is not named here is above it or beside it
MAY_USE = {
    "base": set(),
    "codec": {"base"},
    "capture": {"base"},
    "journal": {"base", "capture"},
    "net": {"base"},
    "kernel": {"base"},
    "protocol": {"base", "codec"},
    "bench": ENGINE_BELOW_BENCH,
    "lens": ENGINE_BELOW_BENCH | {"bench"},
    "lab": ENGINE_BELOW_BENCH | {"bench"},
    "translations": set(),
    "cli": ENGINE | {"translations"},
    "models": ENGINE,
    "widgets": ENGINE | {"models"},
    "pages": ENGINE | {"models", "widgets"},
    "app": ENGINE | {"models", "widgets", "pages", "translations"},
}
WINDOW_MODULES = ("Gui", "Widgets", "Svg", "SvgWidgets", "OpenGL", "PrintSupport", "Quick")


def folders():
    floors = [path for top in ("src", "ui") for path in sorted((ROOT / top).iterdir()) if path.is_dir()]
    return [*floors, ROOT / "translations"]


def includes():
    """(file, folder, opening quote or bracket, name) of every include of ours."""
    for folder in folders():
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".h", ".cpp"):
                for how, name in re.findall(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', path.read_text(), re.MULTILINE):
                    yield path.relative_to(ROOT), folder.name, how, name


def window_headers():
    """Names of all headers of Qt's window modules on this computer."""
    query = subprocess.run(["qmake6", "-query", "QT_INSTALL_HEADERS"], capture_output=True, text=True, check=True)
    base = Path(query.stdout.strip())
    return {header.name for module in WINDOW_MODULES for header in (base / f"Qt{module}").glob("*")}


class Includes(unittest.TestCase):
    def test_every_folder_has_its_floor(self):
        for folder in folders():
            self.assertIn(folder.name, MAY_USE, "a new folder needs a place in the table of this test")

    def test_no_folder_includes_from_above_or_from_beside(self):
        wrong = []
        for path, folder, how, name in includes():
            used = name.split("/")[0] if how == '"' else ""
            if used in MAY_USE and used != folder and used not in MAY_USE[folder]:
                wrong.append(f"{path} includes {name}")
        self.assertEqual(wrong, [])

    def test_the_engine_includes_nothing_that_draws(self):
        drawing = window_headers()
        self.assertIn("QWidget", drawing)
        wrong = [f"{path} includes {name}" for path, _, _, name in includes()
                 if path.parts[0] == "src" and Path(name).name in drawing]
        self.assertEqual(wrong, [])


class Links(unittest.TestCase):
    def lists(self):
        """(folder, library) of everything that a folder's CMakeLists.txt names."""
        for folder in folders():
            text = re.sub(r"#.*", "", (folder / "CMakeLists.txt").read_text())
            for library in re.findall(r"\b((?:swb|Qt6|Qt)::\w+)", text):
                yield folder, library

    def test_no_folder_links_what_is_above_or_beside_it(self):
        wrong = []
        for folder, library in self.lists():
            used = library.split("::")[1]
            if library.startswith("swb::") and used != folder.name and used not in MAY_USE[folder.name]:
                wrong.append(f"{folder.name} links {library}")
        self.assertEqual(wrong, [])

    def test_the_engine_links_nothing_that_draws(self):
        wrong = [f"{folder.name} links {library}" for folder, library in self.lists()
                 if folder.parent.name == "src" and library.split("::")[1] in WINDOW_MODULES]
        self.assertEqual(wrong, [])


class Programs(unittest.TestCase):
    def libraries(self, program):
        return subprocess.run(["ldd", PROGRAMS / program], capture_output=True, text=True, check=True).stdout

    def test_swb_runs_without_any_gui_library(self):
        libraries = self.libraries("swb")
        self.assertIn("libQt6Core", libraries)
        for module in WINDOW_MODULES:
            self.assertNotIn(f"libQt6{module}.", libraries)

    def test_the_window_does_need_them(self):
        self.assertIn("libQt6Widgets.", self.libraries("socket-workbench"))


class Size(unittest.TestCase):
    def test_the_main_window_only_wires(self):
        for name in ("mainwindow.h", "mainwindow.cpp"):
            with self.subTest(name):
                self.assertLess(len((ROOT / "ui/app" / name).read_text().splitlines()), 400)


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=sys.argv)
