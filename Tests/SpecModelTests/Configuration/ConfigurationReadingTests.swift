import Diagnostics
import SpecModel
import Testing

@Suite struct ConfigurationReadingTests {
  private func read(_ text: String, path: String = ".claude/config.yaml") -> Configuration {
    Configuration(reading: SourceFile(path: path, text: text))
  }

  @Test func readsAgentsAsListsAndAsMaps() throws {
    let configuration = read(
      """
      # é 😀\r
      agents:\r
        auto_enable: [gate]\r
        development:\r
          - python-pro   # 😀\r
          - name: react-pro\r
            priority: low\r
        spec_workflow:\r
          validator:\r
            description: "prüft 😀"\r
            features: [a]\r
            auto_invoke: always\r
            auto_invoke_on: [x, y]\r
            priority: critical\r
            timeout: 60\r
          bare:\r
        priority_groups:\r
          critical: [validator]\r
          low: []\r
        max_parallel: {critical: 1, high: 5}\r
        timeouts: {validator: 30, default: 90}\r
      """)
    #expect(configuration.problems.isEmpty && configuration.unknownKeys.isEmpty)
    #expect(
      configuration.agents.map(\.name.value) == [
        "gate", "python-pro", "react-pro", "validator", "bare",
      ])
    #expect(
      configuration.agents.map(\.category) == [
        "auto_enable", "development", "development", "spec_workflow", "spec_workflow",
      ])
    let validator = configuration.agents[3]
    #expect(configuration.file.text(validator.name.range) == "validator")
    #expect(configuration.agents[2].priority?.value == .low)
    let summary = try #require(validator.summary)
    #expect(summary.value == "prüft 😀")
    #expect(configuration.file.text(summary.range) == "\"prüft 😀\"")
    #expect(validator.features.map(\.value) == ["a"])
    #expect(validator.autoInvoke?.value == "always")
    #expect(validator.autoInvokeOn.map(\.value) == ["x", "y"])
    #expect(validator.priority?.value == .critical)
    #expect(validator.timeout?.value == 60)
    #expect(configuration.priorityGroups.map(\.priority.value) == ["critical", "low"])
    #expect(configuration.priorityGroups.first?.agents.map(\.value) == ["validator"])
    #expect(configuration.maxParallel.mapValues(\.value) == [.critical: 1, .high: 5])
    #expect(configuration.timeouts.map(\.agent.value) == ["validator"])
    #expect(configuration.timeouts.map(\.seconds.value) == [30])
    #expect(configuration.defaultTimeout?.value == 90)
  }

  @Test func readsPagesRulesAndSettings() {
    let configuration = read(
      """
      features:
        page.py:
          feature: dashboard
          specs: {requirements: r.md, tasks: t.md}
          rules: [no_lines]
      rules:
        ui:
          no_lines: {severity: critical, message: m}
        code:
          real_data: {severity: high}
        direct: {severity: high}
      validation:
        rules: {number-gap: off, é-rule: error}
        fail_on: warning
      planning: {order: declared, default_agent: worker}
      """)
    #expect(configuration.problems.isEmpty && configuration.unknownKeys.isEmpty)
    #expect(configuration.pages.map(\.page.value) == ["page.py"])
    #expect(configuration.pages.first?.feature?.value == "dashboard")
    #expect(configuration.pages.first?.documents.map(\.value) == ["r.md", "t.md"])
    #expect(configuration.pages.first?.rules.map(\.value) == ["no_lines"])
    #expect(configuration.ruleNames.map(\.value) == ["no_lines", "real_data", "direct"])
    #expect(configuration.validation.severities.map(\.rule.value) == ["number-gap", "é-rule"])
    #expect(configuration.validation.severities.map(\.severity.value) == [nil, .error])
    #expect(configuration.validation.failOn?.value == .warning)
    #expect(configuration.planning.order?.value == "declared")
    #expect(configuration.planning.defaultAgent?.value == "worker")
  }

  @Test(arguments: [
    ("agents: {max_parallel: {high: 0}}", "0", nil),
    ("agents: {max_parallel: {high: many}}", "many", nil),
    ("agents: {max_parallel: {high: '5'}}", "'5'", "write 'high: 5', without quotes"),
    ("agents: {timeouts: {é: 5m}}", "5m", "write 'é: 300'"),
    ("agents: {timeouts: {default: 90 s}}", "90 s", "write 'default: 90'"),
    ("agents: {timeouts: {default: 1.5}}", "1.5", nil),
    ("agents: {c: {a: {priority: hihg}}}", "hihg", "did you mean 'high'?"),
    ("agents: {c: {a: {auto_invoke: allways}}}", "allways", "did you mean 'always'?"),
    ("agents: 5", "5", nil),
    ("agents: {c: {a: {}, b: text}}", "text", nil),
    ("planning: {order: documnt}", "documnt", "did you mean 'document'?"),
    ("planning: {resources: 5}", "5", nil),
    ("planning: {resources: {é: 5}}", "5", "write 'é: [5]'"),
    ("planning: {resources: {é: [[a]]}}", "[a]", nil),
    ("planning: {resources: {é: {words: {a: b}}}}", "{a: b}", nil),
    ("planning: {ignore_case: maybe}", "maybe", nil),
    ("validation: {rules: {x: warn}}", "warn", "did you mean 'warning'?"),
    ("validation: {fail_on: errors}", "errors", "did you mean 'error'?"),
    ("pre_flight: {strict_mode: maybe}", "maybe", nil),
  ])
  func reportsAValueThatItsKeyDoesNotTake(text: String, place: String, help: String?) {
    let configuration = read("# é 😀\r\n\(text)\r\n")
    let isSwitch = text.contains("enabled")
    #expect(configuration.problems.map(\.kind) == [isSwitch ? .legacyBoolean : .wrongValue])
    #expect(configuration.problems.map { configuration.file.text($0.range) } == [place])
    #expect(configuration.problems.map(\.help) == [help])
  }

  @Test(arguments: [("yes", "true"), ("On", "true"), ("off", "false"), ("'true'", "true")])
  func aSwitchSpeltAsInOlderYAMLHasAFix(written: String, meant: String) throws {
    let configuration = read("# é 😀\r\npre_flight: {strict_mode: \(written)}\r\n")
    #expect(configuration.problems.map(\.kind) == [.legacyBoolean])
    let problem = try #require(configuration.problems.first)
    #expect(configuration.file.text(problem.range) == written)
    #expect(problem.help == "write '\(meant)': YAML 1.2 takes any other spelling as text")
    let fixed = try #require(problem.fix?.edits.applied(to: configuration.file.bytes))
    #expect(
      String(decoding: fixed, as: UTF8.self) == "# é 😀\r\npre_flight: {strict_mode: \(meant)}\r\n")
  }

  @Test(arguments: [
    ("agents: {timeout: {default: 3}}", "timeout", "timeouts"),
    ("agents: {max_paralel: {high: 3}}", "max_paralel", "max_parallel"),
    ("agents: {priority_group: {high: [a]}}", "priority_group", "priority_groups"),
    ("agents: {c: {a: {timout: 3}}}", "timout", "timeout"),
    ("planning: {ordr: declared}", "ordr", "order"),
    ("planning: {resources: {a: {fles: [x]}}}", "fles", "files"),
    ("planning: {ignorecase: true}", "ignorecase", "ignore_case"),
    ("validation: {rule: {}}", "rule", "rules"),
    ("agents: {}\nplaning: {}", "planing", "planning"),
  ])
  func notesAMisspeltKey(text: String, key: String, suggestion: String) {
    let configuration = read(text)
    #expect(configuration.unknownKeys.map(\.key.value) == [key])
    #expect(configuration.unknownKeys.map(\.suggestion) == [suggestion])
    #expect(configuration.problems.isEmpty)
  }

  @Test func leavesTheSectionsOfOtherToolsAlone() {
    let shared = read("agents: {}\nworktree: {init: x}\n")
    #expect(!shared.isForeign && shared.unknownKeys.isEmpty)
    let foreign = read("project: é\nbuild: {command: make}\ntest: [1]\n")
    #expect(foreign.isForeign && foreign.unknownKeys.isEmpty && foreign.problems.isEmpty)
    let own = read("project: é\n", path: ".specctl.yaml")
    #expect(!own.isForeign)
    #expect(own.unknownKeys.map(\.key.value) == ["project"])
  }

  @Test(arguments: ["", "# é\n", "{}\n", "agents:\n  # none yet\n"])
  func anEmptyFileIsAConfiguration(text: String) {
    let configuration = read(text)
    #expect(!configuration.isForeign && configuration.problems.isEmpty)
    #expect(configuration.agents.isEmpty)
  }

  @Test func reportsDuplicateKeysAtBothPlaces() {
    let configuration = read("# é😀\r\nagents: {}\r\nplanning: {}\r\nagents: {}\r\n")
    #expect(configuration.problems.map(\.kind) == [.duplicateKey])
    #expect(configuration.problems.map(\.range.lowerBound.utf8) == [36])
    #expect(configuration.problems.first?.note?.range.lowerBound.utf8 == 10)
  }

  @Test func brokenYAMLIsOneProblem() {
    let configuration = read("agents: [\n")
    #expect(configuration.problems.map(\.kind) == [.unreadable])
    #expect(!configuration.isForeign)
  }
}
