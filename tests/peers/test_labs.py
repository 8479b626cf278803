"""`swb lab`: every lab gone through by its script, with the evidence on stdout and nothing left behind."""

import json
import signal

from swbtest import TestCase, eventually, listening_port, main


class Labs(TestCase):
    def labs(self):
        code, output, diagnostics = self.run_swb("lab", "list", "--json")
        self.assertEqual((code, diagnostics), (0, ""))
        return [json.loads(line) for line in output.splitlines()]

    def test_the_list_names_each_with_the_claim_it_corrects(self):
        labs = self.labs()
        self.assertTrue(labs)
        for lab in labs:
            self.assertEqual(set(lab), {"lab", "title", "claim", "task"})
            self.assertTrue(all(lab.values()), lab)
        self.assertEqual(len({lab["lab"] for lab in labs}), len(labs))
        text = self.run_swb("lab", "list")[1].decode()
        for lab in labs:
            self.assertIn(f"{lab['lab']:<3}  {lab['title']}\n", text)

    def test_all_are_passed(self):
        run = self.swb("lab", "check", "all", "--json")
        code, evidence = run.exit_code(deadline=100), run.events
        self.assertEqual((code, run.stderr()), (0, ""), [(one["lab"], one["reasons"]) for one in evidence])
        self.assertEqual([one["lab"] for one in evidence], [lab["lab"] for lab in self.labs()])
        for one in evidence:
            self.assertEqual((one["verdict"], one["reasons"]), ("passed", []), one["lab"])
            self.assertTrue(one["moves"] and one["observations"] and one["predictions"])

    def test_one_of_them_tells_people_what_was_seen(self):
        code, output, _ = self.run_swb("lab", "check", "L4")
        lines = output.decode().splitlines()
        self.assertEqual(code, 0)
        self.assertEqual(lines[0], "L4   The waiting hall: passed")
        self.assertIn("     clients whose SYN has no answer (SYN-SENT): 2", lines)

    def test_a_signal_gives_it_up(self):
        run = self.swb("lab", "check", "L4", "--json")  # whose refused clients knock again after a second
        eventually(lambda: listening_port(run.pid), "a lab that listens")
        run.send_signal(signal.SIGINT)
        self.assertEqual(run.exit_code(), 1)
        self.assertEqual([one["verdict"] for one in run.events], ["not-yet"])

    def test_wrong_use_names_the_culprit(self):
        for culprit, *arguments in (("list", ), ("dance", "dance"), ("L99", "check", "L99"), ("L4", "check"),
                                    ("surplus", "list", "surplus"), ("surplus", "check", "all", "surplus"),
                                    ("--quiet", "list", "--quiet")):
            with self.subTest(arguments):
                code, output, diagnostics = self.run_swb("lab", *arguments)
                self.assertEqual((code, output), (2, b""))
                self.assertIn(culprit.lstrip("-"), diagnostics)


if __name__ == "__main__":
    main()
