import os
import re
import unittest

PROJECT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def text(*path):
    with open(os.path.join(PROJECT, *path), encoding="utf-8") as file:
        return file.read()


class FigureTests(unittest.TestCase):
    """What the README says of measurements is what was measured."""

    readme = " ".join(text("README.md").split())

    def cells(self, file, name):
        for line in text("Benchmarks", file).splitlines():
            row = [cell.strip() for cell in line.strip("|").split("|")]
            if row[0] == name:
                return row
        self.fail(f"{file} has no row '{name}'")

    def test_of_real_workspaces(self):
        count = {
            name: self.cells("CORPUS.md", name)[1]
            for name in ("workspaces", "features", "documents (by pattern)")
        }
        documents = f"{int(count['documents (by pattern)']):,}"
        error = self.cells("CORPUS.md", "features with an error")[2]
        warning = self.cells("CORPUS.md", "features with a warning")[2]
        for words in (
            f"of {count['features']} features in {count['workspaces']} public workspaces",
            f"{error} have an error and {warning} a warning",
            f"refused none of those {documents} documents",
        ):
            self.assertIn(words, self.readme)
        self.assertEqual(self.cells("CORPUS.md", "refused, with status 2")[1], "0")

    def test_of_speed(self):
        """Within a quarter, since no two runs are the same."""
        for name, words in (
            ("`validate`, 1 feature", r"one feature in about (\d+) ms"),
            ("`validate`, 200 features", r"200 features with 600 documents in about (\d+) ms"),
        ):
            said = re.search(words, self.readme)
            self.assertIsNotNone(said, words)
            least = float(self.cells("RESULTS.md", name)[1].split()[0])
            self.assertLess(abs(least - int(said[1])), least / 4, name)


if __name__ == "__main__":
    unittest.main()

    def test_of_profiles(self):
        said = " ".join(text("docs", "profiles.md").split())
        tools = self.cells("PROFILES.md", "rule")
        for rule, tool, words in (
            ("reference-to-all", "spec-workflow", "of spec-workflow, {} cite `All`"),
            ("words-as-reference", "spec-workflow", "{} cite qualities by name"),
            ("no-dependencies", "spec-workflow", "{} say nothing of dependencies"),
            ("design-names-no-requirement", "spec-workflow", "{} have a design that names no requirement"),
            ("no-dependencies", "cc-sdd", "of those of cc-sdd, {} have no dependencies"),
            ("missing-design-section", "kiro", "{} of its features lack one or two"),
        ):
            share = self.cells("PROFILES.md", f"`{rule}`")[tools.index(tool)]
            self.assertIn(words.format(share), said)
