"""Options, help, and the papers that must agree with it."""
import pathlib
import re
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from program import SOURCE, ProgramTest, run

COMMANDS = ("extract", "convert", "push", "check", "explain", "eval")


def options_in(text):
    return set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", text))


class Usage(ProgramTest):
    def test_version(self):
        process = run("--version")
        self.expect(process, 0)
        project = (SOURCE / "CMakeLists.txt").read_text("utf-8")
        version = re.search(r"project\(entente VERSION ([\d.]+)", project).group(1)
        self.assertEqual(process.stdout.decode(), f"entente {version}\n")

    def test_help(self):
        for command in ((), *((c,) for c in COMMANDS)):
            with self.subTest(command):
                process = run(*command, "--help")
                self.expect(process, 0)
                self.assertIn(b"Usage", process.stdout)

    def test_help_that_cannot_be_written(self):
        with open("/dev/full", "wb") as full:
            for arguments in (("--help",), ("extract", "--help"), ("--version",)):
                self.expect(run(*arguments, stdout=full), 1, "standard output: cannot be written: No space left on device")

    def test_wrong_usage(self):
        article = self.file("a.txt")
        for arguments, message in (
            ((), "expected a command (extract, convert, push, check, explain, eval), found none"),
            (("extrat",), "found extrat"),
            (("extract",), "INPUT is required"),
            (("extract", article, "--colour"), "--colour"),
            (("extract", article, "--to", "rdfxml"), "--to: expected one of turtle, "),
            (("extract", article, "-o", self.folder / "out.rdf"), "extension .rdf names no format"),
            (("extract", article, "--to", "turtle", "--to", "gexf"), "several formats need -o"),
            (("extract", article, "-o", self.folder / "out.ttl", "--to", "turtle", "--to", "gexf"), "without extension"),
            (("extract", article, "-o", article, "--to", "turtle"), "is an input and would be overwritten"),
            (("extract", article, "--min-confidence", "2"), "--min-confidence"),
            (("extract", article, "--min-confidence", "nan"), "expected a number from 0 to 1, found nan"),
            (("extract", article, "--graph-min-confidence", "nan"), "expected a number from 0 to 1, found nan"),
            (("extract", article, "-o", ""), "-o: expected a file name"),
            (("extract", article, "-o", self.folder / "out.nq", "--to", "turtle"), "out.nq is called like N-Quads, and --to says Turtle"),
            (("extract", article, "--lang", "xx"), "expected a language that there is a dictionary for (fr), found xx"),
            (("explain", article, "--lang", "../fr"), "expected a language that there is a dictionary for (fr)"),
            (("extract", article, "--base", "here"), "expected an absolute IRI that ends in / or #"),
            (("extract", article, "--to", "csv"), "csv is several files (nodes edges) and needs -o with a file name"),
            (("extract", article, "--polarity", "denied"), "--polarity: expected one of negative, positive, found denied"),
            (("extract", article, "--modality", "sure"), "--modality: expected one of asserted, "),
            (("extract", article, "--relation", "likes"), "--relation: expected one of supports, attacks, controls, quotedBy, found likes"),
            (("extract", article, "--graph-min-confidence", "2"), "--graph-min-confidence"),
            (("push",), "is required"),
            (("push", article), "--endpoint is required"),
            (("check",), "FILE is required"),
            (("eval",), "GOLD is required"),
        ):
            with self.subTest(arguments):
                process = run(*arguments)
                self.expect(process, 2, message)
                self.assertEqual(process.stdout, b"")
        self.assertEqual(self.files(), ["a.txt"])

    def test_every_option_is_in_the_man_page_and_the_completions(self):
        papers = ["cli/entente.1", "cli/completions/entente.bash", "cli/completions/_entente", "cli/completions/entente.fish"]
        texts = {paper: (SOURCE / paper).read_text("utf-8").replace("\\-", "-") for paper in papers}
        for command in ((), *((c,) for c in COMMANDS)):
            options = options_in(run(*command, "--help").stdout.decode())
            self.assertIn("--help", options)
            for paper, text in texts.items():
                known = options_in(text) | {"--" + name for name in re.findall(r" -l ([a-z-]+)", text)}
                with self.subTest(paper=paper, command=command):
                    self.assertLessEqual(options, known)

    def test_every_command_and_format_is_in_the_man_page_and_the_completions(self):
        listed = re.search(r"given again: ([\w ,]+)", " ".join(run("extract", "--help").stdout.decode().split())).group(1)
        formats = [name.strip() for name in listed.split(",")]
        self.assertIn("turtle", formats)
        for paper in ("cli/entente.1", "cli/completions/entente.bash", "cli/completions/_entente", "cli/completions/entente.fish"):
            text = (SOURCE / paper).read_text("utf-8")
            for name in (*COMMANDS, *formats):
                self.assertRegex(text, rf"\b{name.split()[0]}\b", paper)


if __name__ == "__main__":
    unittest.main()
