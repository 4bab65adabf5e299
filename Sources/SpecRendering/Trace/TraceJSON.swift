import Diagnostics
import SpecModel
package import SpecTracing

/// The machine form of a trace, `specctl.trace/1`; `schemas/trace.schema.json` describes it.
package enum TraceJSON {
  /// The name and version of the machine form.
  package static let version = "specctl.trace/1"

  /// The bytes of the JSON; linear in the trace.
  package static func bytes(_ report: TraceReport, pretty: Bool = true) -> [UInt8] {
    var writer = JSONWriter(pretty: pretty)
    writer.object { writer in
      writer.member("version", version)
      writer.key("inputs")
      writer.object { writer in
        writer.member("sourceFiles", report.inputs.sourceFileCount)
        writer.member("testFiles", report.inputs.testFileCount)
        writer.key("reports")
        if let reports = report.inputs.reports {
          writer.array { writer in for path in reports { writer.value(path) } }
        } else {
          writer.null()
        }
        writer.member("testCases", report.inputs.testCaseCount)
      }
      writer.key("coverage")
      write(report.coverage, to: &writer)
      writer.key("features")
      writer.array { writer in for feature in report.features { write(feature, to: &writer) } }
      writer.key("orphans")
      write(report.orphans, to: &writer)
    }
    return writer.bytes
  }

  private static func write(_ coverage: TraceCoverage, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("requirements", coverage.requirements)
      writer.member("criteria", coverage.criteria)
      for measure in TraceCoverage.Measure.allCases {
        writer.member(measure.rawValue, coverage.count(measure))
      }
      writer.member("failing", coverage.count(.failing))
      writer.member("skipped", coverage.count(.skipped))
      writer.member("notRun", coverage.count(.notRun))
      writer.member("noTest", coverage.count(.noTest))
    }
  }

  private static func write(_ feature: TracedFeature, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", feature.name)
      writer.member("directory", feature.directory)
      writer.key("coverage")
      write(feature.coverage, to: &writer)
      writer.key("requirements")
      writer.array { writer in
        for requirement in feature.requirements {
          writer.object { writer in
            writer.member("id", requirement.id)
            writer.member("title", requirement.title)
            write(requirement.place, to: &writer)
            write(requirement.links, of: feature, to: &writer)
            writer.key("criteria")
            writer.array { writer in
              for criterion in requirement.criteria {
                writer.object { writer in
                  writer.member("id", criterion.id)
                  writer.member("text", criterion.text)
                  write(criterion.place, to: &writer)
                  write(criterion.links, of: feature, to: &writer)
                }
              }
            }
          }
        }
      }
      writer.key("tasks")
      writer.array { writer in
        for task in feature.tasks {
          writer.object { writer in
            writer.member("id", task.id)
            writer.member("title", task.title)
            writer.member("state", task.state.word)
            write(task.place, to: &writer)
            writer.key("code")
            write(task.code, to: &writer)
          }
        }
      }
    }
  }

  private static func write(
    _ links: TraceLinks, of feature: TracedFeature, to writer: inout JSONWriter
  ) {
    writer.member("tasks", links.tasks.elements.lazy.map { feature.tasks[$0].id })
    writer.member("taskCount", links.tasks.count)
    writer.member("doneTaskCount", links.settledTaskCount)
    writer.key("design")
    write(links.design.elements, to: &writer)
    writer.key("code")
    write(links.code.elements, to: &writer)
    writer.key("tests")
    writer.array { writer in
      for test in links.tests.elements {
        writer.object { writer in
          writer.member("name", test.name)
          writer.member("outcome", test.outcome.rawValue)
          writer.member("evidence", test.evidence.rawValue)
          writer.member("path", test.place?.path)
          writer.member("line", test.place?.line)
        }
      }
    }
    writer.member("proof", links.proof.rawValue)
  }

  private static func write(_ places: [TracePlace], to writer: inout JSONWriter) {
    writer.array { writer in
      for place in places { writer.object { write(place, to: &$0) } }
    }
  }

  private static func write(_ place: TracePlace, to writer: inout JSONWriter) {
    writer.member("path", place.path)
    writer.member("line", place.line)
  }

  private static func write(_ orphans: TraceOrphans, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("tags")
      writer.array { writer in
        for tag in orphans.unknownTags {
          writer.object { writer in
            writer.member("tag", tag.text)
            writer.member("path", tag.place?.path)
            writer.member("line", tag.place?.line)
            writer.member("test", tag.test)
            writer.member("message", tag.message)
            writer.member("help", tag.help)
          }
        }
      }
      writer.key("tasks")
      writer.array { writer in
        for task in orphans.tasks {
          writer.object { writer in
            writer.member("feature", task.feature)
            writer.member("id", task.id)
            writer.member("title", task.title)
            write(task.place, to: &writer)
          }
        }
      }
      writer.key("tests")
      writer.array { writer in
        for test in orphans.tests {
          writer.object { writer in
            writer.member("name", test.name)
            write(test.place, to: &writer)
            writer.member("reason", test.reason)
          }
        }
      }
    }
  }
}
