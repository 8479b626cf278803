"""Both catalogues are complete: every sentence of both programs is in them, translated, with its placeholders."""

import re
import shutil
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CATALOGUES = {
    "zh_CN": ROOT / "translations/socket-workbench_zh_CN.ts",
    "en": ROOT / "translations/socket-workbench_en.ts",
}


def lupdate():
    query = subprocess.run(["qmake6", "-query", "QT_INSTALL_BINS"], capture_output=True, text=True, check=True)
    return Path(query.stdout.strip()) / "lupdate"


def sources():
    """What the target update_translations reads."""
    files = [path for top in ("src", "ui") for path in (ROOT / top).rglob("*") if path.suffix in (".cpp", ".h", ".ui")]
    return [str(path) for path in sorted(files)]


def messages(path):
    """(context, source, comment) -> (translation's type, its texts)"""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
            key = (context.findtext("name"), message.findtext("source"), message.findtext("comment"))
            found[key] = (translation.get("type"), forms)
    return found


class Translations(unittest.TestCase):
    def test_nothing_is_unfinished_or_vanished(self):
        for language, path in CATALOGUES.items():
            with self.subTest(language):
                wrong = [key for key, (kind, texts) in messages(path).items() if kind or not all(texts)]
                self.assertEqual(wrong, [])

    def test_every_sentence_of_the_source_is_there(self):
        for language, path in CATALOGUES.items():
            with self.subTest(language), tempfile.TemporaryDirectory() as folder:
                fresh = Path(shutil.copy(path, folder))
                options = ["-no-obsolete", "-locations", "none"] + (["-pluralonly"] if language == "en" else [])
                subprocess.run([lupdate(), *sources(), "-I", ROOT / "src", "-I", ROOT / "ui", *options, "-ts", fresh],
                               check=True, capture_output=True, timeout=60)
                self.assertEqual(set(messages(fresh)) ^ set(messages(path)), set(),
                                 "run the target update_translations and translate what is new")

    def test_what_is_counted_has_plural_forms(self):
        for message in ElementTree.parse(CATALOGUES["zh_CN"]).getroot().iter("message"):
            source = message.findtext("source")
            if "%n" in source or "(s)" in source:
                with self.subTest(source):
                    self.assertEqual(message.get("numerus"), "yes")

    def test_placeholders_survive(self):
        placeholder = re.compile(r"%(?:\d|n)|\{\w+\}")
        for (context, source, _), (_, texts) in messages(CATALOGUES["zh_CN"]).items():
            for text in texts:
                with self.subTest(source):
                    self.assertEqual(set(placeholder.findall(text)), set(placeholder.findall(source)), context)

    def test_chinese_keeps_the_access_keys(self):
        for (context, source, _), (_, texts) in messages(CATALOGUES["zh_CN"]).items():
            key = re.search(r"&(\w)", source)
            if key:
                with self.subTest(source):
                    self.assertIn(f"(&{key.group(1).upper()})", texts[0], context)


if __name__ == "__main__":
    unittest.main(verbosity=2, argv=sys.argv)
