import os
import re
import tempfile
import unittest

import generate_workspace


def generate(out, *options):
    return generate_workspace.generate(generate_workspace.parse([*options, "--out", out]))


def contents(root):
    found = {}
    for place, _, names in os.walk(root):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[os.path.relpath(path, root)] = file.read()
    return found


class GenerateWorkspaceTests(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)

    def folder(self, name):
        return os.path.join(self.place.name, name)

    def test_the_same_options_give_the_same_bytes(self):
        generate(self.folder("a"), "--features", "12")
        generate(self.folder("b"), "--features", "12")
        self.assertEqual(contents(self.folder("a")), contents(self.folder("b")))

    def test_a_larger_workspace_begins_with_the_features_of_a_smaller_one(self):
        generate(self.folder("small"), "--features", "3")
        generate(self.folder("large"), "--features", "9")
        large = contents(self.folder("large"))
        for path, text in contents(self.folder("small")).items():
            if "/specs/" in path:
                self.assertEqual(large[path], text, path)

    def test_the_tasks_of_a_feature_can_be_counted_exactly(self):
        self.assertEqual(generate(self.folder("a"), "--features", "7", "--tasks-per-feature", "20"), (7, 140))
        leaves = sum(
            len(re.findall(rb"^  - \[.\] \d+\.\d+ ", text, re.MULTILINE))
            for path, text in contents(self.folder("a")).items() if path.endswith("tasks.md")
        )
        self.assertEqual(leaves, 140)

    def test_every_reference_points_at_a_criterion_and_every_requirement_is_covered(self):
        for tasks in ("1", "4", "25"):
            generate(self.folder(tasks), "--features", "25", "--tasks-per-feature", tasks)
            files = contents(self.folder(tasks))
            for number in range(1, 26):
                specs = f".claude/specs/feature-{number:05}"
                text = files[f"{specs}/requirements.md"].decode()
                parts = re.split(r"^### Requirement ", text, flags=re.MULTILINE)[1:]
                defined = {
                    f"{part.split(':')[0]}.{place}"
                    for part in parts for place in re.findall(r"^(\d+)\. ", part, re.MULTILINE)
                }
                lines = re.findall(r"_Requirements: (.*)_", files[f"{specs}/tasks.md"].decode())
                cited = {reference for line in lines for reference in line.split(", ")}
                self.assertLessEqual(cited, defined)
                self.assertEqual({c.split(".")[0] for c in cited}, {d.split(".")[0] for d in defined})


if __name__ == "__main__":
    unittest.main()
