"""Manuals and completions say what --help says: every option, and nothing more."""

import importlib.machinery
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COMPLETIONS = ROOT / "packaging/completions"
MANUALS = ROOT / "packaging/man"
PROGRAMS = Path(os.environ.get("SWB_PROGRAMS", ROOT / "build/release/bin"))
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "", "SWB_PROGRAMS": str(PROGRAMS),
               "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"}

loader = importlib.machinery.SourceFileLoader("generate", str(COMPLETIONS / "generate"))
generate = importlib.util.module_from_spec(importlib.util.spec_from_loader("generate", loader))
loader.exec_module(generate)


def run(*command, **options):
    return subprocess.run(command, env=ENVIRONMENT, text=True, capture_output=True, timeout=60, **options)


def named(options):
    """"--name VALUE" of each, but --help, which every command has."""
    return {f"{option.flag} {option.value}".strip() for option in options if option.name != "help"}


class Manual:
    """The options that a page written in mdoc(7) names."""

    def __init__(self, path):
        self.sections = dict(re.findall(r"^\.Sh (.+)\n((?:(?!\.Sh ).*\n)*)", path.read_text(), re.M))

    @staticmethod
    def options(lines):
        """Fl -name Ar VALUE, several of them in a line where they are alternatives."""
        return {f"--{name} {value}".strip() for name, value in
                re.findall(r"\bFl -([\w-]+)(?: Ar (\S+))?", "\n".join(lines))} - {"--help"}

    def synopsis(self, command):
        """The options of one command; None: of a program without commands."""
        text = self.sections["SYNOPSIS"]
        uses = re.findall(r"^\.Nm.*\n((?:(?!\.Nm).*\n)*)", text, re.M)
        lines = [use for use in uses if not command or use.startswith(f".Cm {command}\n")]
        return self.options(re.findall(r"^\.(?:Op )?(Fl .*)$", "".join(lines), re.M))

    def commands(self):
        return re.findall(r"^\.Cm (\S+)$", self.sections["SYNOPSIS"], re.M)

    def described(self):
        return self.options(re.findall(r"^\.It (.*Fl .*)$", self.sections["OPTIONS"], re.M))


class Manuals(unittest.TestCase):
    def assertSameOptions(self, said, written, place):
        self.assertFalse(said - written, f"--help has what {place} lacks; please describe it there")
        self.assertFalse(written - said, f"{place} has what --help does not know; please remove it there")

    def test_of_swb_names_every_command(self):
        self.assertEqual(Manual(MANUALS / "swb.1").commands(), [command.name for command in generate.commands()],
                         "packaging/man/swb.1, SYNOPSIS")

    def test_of_swb_names_the_options_of_each_command(self):
        manual = Manual(MANUALS / "swb.1")
        for command in generate.commands():
            with self.subTest(command.name):
                self.assertSameOptions(named(command.options), manual.synopsis(command.name),
                                       f"packaging/man/swb.1, SYNOPSIS of {command.name}")

    def test_of_swb_describes_every_option(self):
        said = named(generate.every_option(generate.commands())) | {"--version"}
        self.assertSameOptions(said, Manual(MANUALS / "swb.1").described(), "packaging/man/swb.1, OPTIONS")

    def test_of_the_window_has_every_option(self):
        environment = {**ENVIRONMENT, "QT_QPA_PLATFORM": "offscreen"}
        text = subprocess.run([PROGRAMS / "socket-workbench", "--help"], env=environment, text=True, check=True,
                              stdout=subprocess.PIPE, timeout=60).stdout
        said = named(generate.options_in(text[text.index("  -"):]))
        manual = Manual(MANUALS / "socket-workbench.1")
        self.assertSameOptions(said, manual.synopsis(None), "packaging/man/socket-workbench.1, SYNOPSIS")
        self.assertSameOptions(said, manual.described(), "packaging/man/socket-workbench.1, OPTIONS")

    @unittest.skipUnless(shutil.which("mandoc"), "mandoc is not installed")
    def test_are_well_formed(self):
        for page in sorted(MANUALS.glob("*.1")):
            with self.subTest(page.name):
                self.assertEqual(run("mandoc", "-Tlint", "-Wwarning", page).stdout, "")


class Completions(unittest.TestCase):
    """Each shell is asked what it would offer."""

    @classmethod
    def setUpClass(cls):
        cls.commands = generate.commands()
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        for name in ("talk.pcapng", "other.pcap", "notes.txt", "a bench.swbench"):
            Path(cls.folder.name, name).touch()
        Path(cls.folder.name, "folder").mkdir()

    def bash(self, *words):
        script = ('source "$0"; COMP_WORDS=(swb "$@"); COMP_CWORD=$#; _swb; '
                  '((${#COMPREPLY[@]})) && printf "%s\\n" "${COMPREPLY[@]}"; true')
        return self.offered(run("bash", "-c", script, COMPLETIONS / "swb.bash", *words, cwd=self.folder.name))

    def fish(self, *words):
        line = " ".join(["swb", *words])
        done = run("fish", "--no-config", "-c", f"source '{COMPLETIONS}/swb.fish'; complete -C '{line}'",
                   cwd=self.folder.name)
        return [line.split("\t")[0] for line in self.offered(done)]

    def zsh(self, *words):
        """What the completion tells _arguments, which does the rest: the option of each specification."""
        script = ('_arguments() { shift 2; print -rl -- "$@" }; words=(swb "${@:2}"); CURRENT=${#words}; source "$1"')
        lines = self.offered(run("zsh", "-f", "-c", script, "zsh", COMPLETIONS / "_swb", *words))
        return [found[1] for line in lines if (found := re.match(r"(?:\([^)]*\))?\*?(-[\w-]+)", line))]

    def offered(self, done):
        self.assertEqual(done.stderr, "")
        return done.stdout.splitlines()

    def test_are_those_of_the_help(self):
        done = run(COMPLETIONS / "generate", "--check")
        self.assertEqual(done.returncode, 0, done.stderr)

    def test_offer_what_the_program_takes(self):
        for option, values in generate.CHOICES.items():
            takers = [c.name for c in self.commands if any(o.name == option for o in c.options)]
            self.assertTrue(takers, f"packaging/completions/generate, CHOICES: no command has --{option}")
            for value in values:
                with self.subTest(option=option, value=value):
                    done = run(PROGRAMS / "swb", takers[0], f"--{option}", value, "--timeout", "zero", "/missing")
                    self.assertNotIn(f"“{value}”", done.stderr)
                    self.assertNotIn(f"--{option} {value}", done.stderr)

    def test_of_bash_offer_commands_and_options(self):
        self.assertEqual(self.bash(""), [c.name for c in self.commands] + ["--help", "--version"])
        for command in self.commands:
            self.assertEqual(self.bash(command.name, "--"), [option.flag for option in command.options])

    def test_of_bash_offer_values_and_files(self):
        self.assertEqual(self.bash("listen", "--eol", ""), ["none", "lf", "crlf"])
        self.assertEqual(self.bash("listen", "--eol", "=", "c"), ["crlf"])
        self.assertEqual(self.bash("listen", "--encoding", "GB"), ["GBK", "GB18030"])
        self.assertEqual(self.bash("listen", "--timeout", ""), [])
        self.assertEqual(self.bash("check", ""), ["folder", "talk.pcapng", "other.pcap"])
        self.assertEqual(self.bash("run", "a"), ["a bench.swbench"])
        self.assertEqual(sorted(self.bash("listen", "--send-file", "")),
                         ["a bench.swbench", "folder", "notes.txt", "other.pcap", "talk.pcapng"])

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_of_zsh_offer_options(self):
        self.assertEqual(run("zsh", "-n", COMPLETIONS / "_swb").stderr, "")
        for command in self.commands:
            self.assertEqual(self.zsh(command.name, "--"), ["-h"] + [option.flag for option in command.options])

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_of_fish_offer_commands_options_and_values(self):
        self.assertEqual(run("fish", "-n", COMPLETIONS / "swb.fish").stderr, "")
        self.assertEqual(self.fish(""), sorted(c.name for c in self.commands))
        for command in self.commands:
            self.assertEqual(sorted(self.fish(command.name, "--")), sorted(option.flag for option in command.options))
        self.assertEqual(self.fish("listen", "--eol", ""), ["crlf", "lf", "none"])
        self.assertIn("talk.pcapng", self.fish("check", ""))


if __name__ == "__main__":
    unittest.main()
