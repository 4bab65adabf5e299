import Diagnostics
import SpecModel
import Testing

@Suite struct ModuleIndexTests {
  private static func module(_ layer: String, _ agent: String, _ file: String) -> ModuleDocument {
    ModuleDocument(
      reading: SourceFile(
        path: ".claude/layers/\(layer)/modules/\(agent).md", text: "**Module**: `\(file)`\n"),
      layer: layer)
  }

  private static let index = ModuleIndex(
    LayeredSystem(layers: [
      .init(
        name: "core", directory: ".claude/layers/core",
        modules: [
          module("core", "EVENT_LOOP_AGENT", "src/engine/core/loop.py"),
          module("core", "LOGGING_AGENT", "src/engine/core/logging.py"),
          module("core", "STORE_AGENT", "src/engine/core/store.py"),
        ]),
      .init(
        name: "entry_points", directory: ".claude/layers/entry_points",
        modules: [
          module("entry_points", "STORE_AGENT", "src/cli/store.py"),
          module("entry_points", "MAIN_AGENT", "src/cli/main.py"),
        ]),
    ]))

  private func found(_ form: ModuleReference.Form, _ name: String, layer: Int = 0) -> String {
    let target = Self.index.target(
      of: ModuleReference(form, name, at: Range(0, 0)), from: .init(layer: layer, module: 1))
    return switch target {
    case .elsewhere: "elsewhere"
    case .unknown: "unknown"
    case .module(let place): "\(place.layer).\(place.module)"
    }
  }

  @Test func findsModulesByEachFormOfTheirNames() {
    #expect(found(.agent, "EVENT_LOOP_AGENT") == "0.0")
    #expect(found(.agent, "EVENTS_AGENT") == "unknown")
    #expect(found(.module, "Event Loop") == "0.0")
    #expect(found(.module, "Events") == "unknown")
    #expect(found(.word, "EventLoop") == "0.0")
    #expect(found(.word, "numpy") == "elsewhere")
    #expect(found(.word, "main") == "1.1")
  }

  @Test func prefersTheModuleOfTheSameLayer() {
    #expect(found(.word, "store") == "0.2")
    #expect(found(.word, "store", layer: 1) == "1.0")
    #expect(Self.index.modules(named: "store").count == 2)
    #expect(Self.index.modules(named: "entry-points/STORE_AGENT") == [.init(layer: 1, module: 0)])
    #expect(Self.index.modules(named: "a/b/c").isEmpty)
    #expect(Self.index.modules(named: "").isEmpty)
  }

  @Test func findsModulesByThePathsOfTheirFiles() {
    let plain = ModuleReference.Form.path(members: [], isRelative: false)
    let relative = ModuleReference.Form.path(members: [], isRelative: true)
    #expect(found(plain, "engine/core/loop") == "0.0")
    #expect(found(plain, "engine/core/loop/Loop") == "0.0")
    #expect(found(.path(members: ["loop"], isRelative: false), "engine/core") == "0.0")
    #expect(found(plain, "app/core/event_loop") == "0.0")
    #expect(found(plain, "cli/main") == "1.1")
    #expect(found(plain, "urllib3/util/retry") == "elsewhere")
    // Alone, the name is that of the standard library.
    #expect(found(plain, "logging") == "elsewhere")
    #expect(found(relative, "logging") == "0.1")
    #expect(found(plain, "engine/core/logging") == "0.1")
    // A name alone is one of the same layer.
    #expect(found(plain, "main") == "elsewhere")
  }
}
