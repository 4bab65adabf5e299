import Diagnostics
import SpecModel
import Testing

@Suite struct ModuleDocumentTests {
  private static let path = ".claude/layers/core/modules/EVENT_LOOP_AGENT.md"

  private func read(_ text: String) -> ModuleDocument {
    ModuleDocument(
      reading: SourceFile(path: Self.path, bytes: Array(text.utf8)), layer: "core")
  }

  /// The references with the text that stands at their places.
  private func shown(_ references: [ModuleReference], in module: ModuleDocument) -> [String] {
    references.map { "\($0.name) at '\(module.text.text($0.range))'" }
  }

  private func names(_ section: String) -> [String] {
    read(section).dependencies.map(\.name)
  }

  @Test func takesItsNamesFromTheFileAndTheTitle() {
    let module = read("# EventLoop Module Agent\n")
    #expect(module.name == "event_loop")
    #expect(module.agent == "EVENT_LOOP_AGENT")
    #expect(module.displayName == "EventLoop")
    #expect(module.tasks.tasks.map(\.title) == ["Implement EventLoop"])
    #expect(module.tasks.tasks.map { $0.agent?.value } == ["EVENT_LOOP_AGENT"])
    #expect(!module.hasOwnTasks)
    #expect(read("").displayName == "event_loop")
  }

  @Test func findsDependenciesAtTheirPlaces() {
    let module = read(
      "# É 😀\r\n\r\n### Depends On (Uses)\r\n\r\n- **EVENTS_AGENT**: é 😀\r\n"
        + "- `tide/clock` (later)\r\n\r\n```python\r\n# é 😀\r\nfrom core.ticks import Tick, é\r\n```\r\n"
    )
    #expect(
      shown(module.dependencies, in: module) == [
        "EVENTS_AGENT at 'EVENTS_AGENT'", "tide/clock at 'tide/clock'",
        "core/ticks at 'core.ticks'",
      ])
    #expect(module.dependencies.last?.form == .path(members: ["Tick", "é"], isRelative: false))
    #expect(module.imports.isEmpty)
  }

  @Test(arguments: [
    ("**Depends On**: EVENTS_AGENT, Clock module and Tide\n", ["EVENTS_AGENT", "Clock", "Tide"]),
    ("**Depends On:** Event Loop (for ticks), clock\n", ["Event Loop", "clock"]),
    ("- **Depends On**: clock\n", ["clock"]),
    ("Depends on: clock; tide\n", ["clock", "tide"]),
    ("## 3. Dependencies\n\n1. Clock – the time\n2. Tide → the height\n", ["Clock", "Tide"]),
    ("## Depends On\n\n| Module | For |\n| --- | --- |\n| Clock | time |\n", ["Clock"]),
    ("## Depends On\n\nIt is told the time by CLOCK_AGENT, and no more.\n", ["CLOCK_AGENT"]),
    ("## Depends On\n```python\nclass Clock(Protocol):\n    pass\n```\n", ["Clock"]),
    ("## Depends On\n- None\n", []),
    ("**Depends On**: none\n", []),
    ("## Depends On\n- a sentence that goes on and on about what it needs\n", []),
    ("## Depends On\n### External\n- CLOCK_AGENT\n", []),
    ("## Used By\n**Depends On**: CLOCK_AGENT\n", []),
    ("## Common Tasks\n### Task 1\n- Dependencies: CLOCK_AGENT\n", []),
    ("**Depends On**:\n- Clock\n\nOther words.\n\n- Tide\n", ["Clock"]),
  ])
  func readsTheFormsOfDependencies(text: String, expected: [String]) {
    #expect(names(text).filter { $0 != "Module" } == expected)
  }

  @Test(arguments: [
    ("from engine.core.events import Tick", "engine/core/events"),
    ("from engine/core/events import Tick", "engine/core/events"),
    ("from .events import Tick", "events"),
    ("import engine.core.events as e", "engine/core/events"),
    ("import { Tick } from './core/events.js'", "core/events"),
    ("const events = require(\"../core/events\")", "core/events"),
    ("import Events", "Events"),
    ("@testable import Events", "Events"),
    ("import struct Core.Events", "Core/Events"),
    ("use crate::core::events::Tick;", "core/events/Tick"),
    ("#include \"core/events.h\"", "core/events"),
    ("import com.tides.core.Events;", "com/tides/core/Events"),
    ("using Tides.Core.Events;", "Tides/Core/Events"),
  ])
  func readsImportsOfManyLanguages(line: String, path: String) {
    let module = read("# A\n\n```\n\(line)\n```\n")
    #expect(module.imports.map(\.name) == [path])
  }

  @Test func leavesOutWhatIsForbiddenOrOnlyShown() {
    let module = read(
      """
      # A

      **Dependencies (Imports Allowed)**:
      ```python
      # ✅ ALLOWED
      from core.clock import Clock
      from core.gate import Gate  # NO! é
      # ❌ FORBIDDEN 😀
      from core.tide import Tide
      ```

      ```python
      from core.moon import Moon
      ```

      ## Provides
      ```python
      from core.user import User
      ```

      ## Testing Requirements
      ```python
      from core.double import Double
      ```
      """)
    #expect(module.imports.map(\.name) == ["core/clock", "core/moon"])
    #expect(module.dependencies.isEmpty)
  }

  @Test func knowsItsFilesAndItsPurpose() {
    let module = read(
      """
      # A
      **Module**: `tides/core/a.py`

      ## Purpose
      Tells the time. é 😀

      ## Ownership
      **Related Files**:
      - `tests/core/test_a.py` - with/without a clock
      - words only

      ## Deliverables
      1. `docs/a.md`
      2. `tides/core/a.py`
      """)
    #expect(module.primaryFile?.path == "tides/core/a.py")
    #expect(module.files.map(\.path) == ["tides/core/a.py", "tests/core/test_a.py", "docs/a.md"])
    #expect(module.tasks.tasks.first?.files == module.files)
    #expect(module.responsibility?.value == "Tells the time. é 😀")
  }

  @Test func listsTasksOfItsOwnAtTheirPlaces() {
    let module = read(
      "# É 😀\r\n\r\n## Tasks\r\n\r\n- [x] 1. Read é\r\n- [ ] 2. Write 😀\r\n"
        + "  - _Depends: 1_\r\n  - _Agent: helper_\r\n\r\n## Gates\r\n\r\n- [ ] 3. No fault\r\n")
    let tasks = module.tasks.tasks
    #expect(module.hasOwnTasks)
    #expect(tasks.map(\.id) == ["1", "2"])
    #expect(tasks.map { module.text.text($0.titleRange) } == ["Read é", "Write 😀"])
    #expect(tasks.map { $0.agent?.value } == ["EVENT_LOOP_AGENT", "helper"])
    #expect(module.tasks.text.bytes == module.text.bytes)
  }

  @Test(arguments: [
    "## Gates\n- [ ] 1. No fault\n", "## Tasks\nNothing yet.\n",
    "## Common Tasks\n### Tasks\n- [ ] 1. An example\n", "## Tasks",
  ])
  func hasOneTaskWhereNoneAreListed(text: String) {
    #expect(read(text).tasks.tasks.map(\.id) == ["1"])
    #expect(!read(text).hasOwnTasks)
  }

  @Test func readsAnythingInLinearTime() {
    let parts = [
      "# ", "**", "- [ ] ", "`", "```\n", "import ", ",", "(", "and ", "|", "\r", "😀", "\0",
    ]
    for part in parts {
      let module = read("## Depends On\n" + String(repeating: part, count: 20_000))
      #expect(module.tasks.tasks.count >= 1)
    }
    let names = read("**Depends On**: " + String(repeating: "A_AGENT, ", count: 20_000))
    #expect(names.dependencies.count == 20_000)
  }

  @Test func aLayerListsItsModulesAndWhatItBuildsOn() {
    let layer = LayerDocument(
      reading: SourceFile(
        path: ".claude/layers/core/CORE_ORCHESTRATOR.md",
        bytes: Array(
          """
          # Core é

          ## Depends On
          - Domain layer: 😀
          - BASE_ORCHESTRATOR

          ### EVENTS_AGENT
          **Module**: `a.py`
          ### EVENTS_AGENT
          ### Notes
          """.utf8)))
    #expect(layer.agent == "CORE_ORCHESTRATOR")
    #expect(layer.modules.map(\.name) == ["EVENTS_AGENT"])
    #expect(layer.dependencies.map(\.name) == ["Domain", "BASE_ORCHESTRATOR"])
    #expect(layer.text.text(layer.dependencies[0].range) == "Domain")
  }
}
