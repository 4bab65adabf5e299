import json
import os
import tempfile
import unittest
from collections import Counter

import corpus

REPORT = {
    "version": "specctl.validate/1",
    "summary": {"files": 6, "features": 4, "errors": 2, "warnings": 1, "notes": 0},
    "findings": [
        {"rule": "duplicate-task", "severity": "error", "feature": "login"},
        {"rule": "duplicate-task", "severity": "error", "feature": "login"},
        {"rule": "unknown-agent", "severity": "warning", "feature": None},
    ],
}


class CorpusTests(unittest.TestCase):
    def setUp(self):
        self.place = tempfile.TemporaryDirectory()
        self.addCleanup(self.place.cleanup)

    def program(self, script):
        path = os.path.join(self.place.name, "program")
        with open(path, "w") as file:
            file.write(f"#!/bin/sh\n{script}\n")
        os.chmod(path, 0o755)
        return path

    def test_a_feature_counts_once_for_a_severity(self):
        outcome = corpus.validate(self.program(f"echo '{json.dumps(REPORT)}'; exit 1"), self.place.name)
        self.assertIsNone(outcome.crash)
        text = corpus.report([outcome], Counter())
        self.assertIn("| features with an error | 1 | 25.0 % |", text)
        self.assertIn("| features with a warning | 0 | 0.0 % |", text)
        self.assertIn("| `duplicate-task` | error | 2 | 1 | 25.0 % |", text)

    def test_a_program_that_is_killed_is_a_crash(self):
        outcome = corpus.validate(self.program("kill -SEGV $$"), self.place.name)
        self.assertEqual(outcome.crash, "status -11")
        self.assertIn("| crashes | 1 |", corpus.report([outcome], Counter()))

    def test_a_program_that_refuses_is_no_crash(self):
        outcome = corpus.validate(self.program("echo no workspace >&2; exit 2"), self.place.name)
        self.assertIsNone(outcome.crash)
        self.assertEqual(outcome.refusal, "status 2: no workspace")

    def test_output_that_is_no_report_is_a_crash(self):
        outcome = corpus.validate(self.program("echo '{}'"), self.place.name)
        self.assertIn("cannot be read", outcome.crash)


if __name__ == "__main__":
    unittest.main()
