"""What all packages say of the program alike."""

NAME = "specctl"
SUMMARY = "checks and plans specs for AI coding agents"
DESCRIPTION = """\
specctl reads the requirements, designs and task lists of a project, says
what does not fit together, and computes which task can start when and which
agent gets it. The same files give the same output, byte for byte; no model
takes part in any decision."""
LICENCE = "Apache-2.0"
COPYRIGHT = "2026 the contributors of specctl"
# Whoever publishes packages puts their own name here.
MAINTAINER = "Contributors of specctl <specctl@packages.invalid>"
