import ArgumentParser
import Testing

struct ManualPageTests {
  private static let imprint = ManualPage.Imprint(
    date: "2026-11-21", source: "demo 1.2.3",
    exitStatuses: [.init(0, "Fine."), .init(64, "Wrong usage.")])

  /// The text of every page, by name.
  private static let pages = Dictionary(
    uniqueKeysWithValues: ManualPage.all(of: CommandDescription(of: Demo.self), imprint: imprint)
      .map { ($0.name, $0.text) })

  private static func page(_ names: String...) throws -> ManualPage {
    let command = try #require(CommandDescription(of: Demo.self).descendant(names))
    return ManualPage(of: command, imprint: imprint)
  }

  @Test func saysWhatTheCommandIsTakesAndGives() throws {
    let page = try Self.page("plan")
    #expect(page.fileName == "demo-plan.1")
    #expect(
      page.text.hasPrefix(
        #"""
        .\" Generated from the description of the commands.
        .TH "DEMO\-PLAN" "1" "2026-11-21" "demo 1.2.3" "demo manual"
        .nh
        .ad l
        .SH "NAME"
        demo\-plan \- plan features
        .SH "SYNOPSIS"
        \fBdemo\fR \fBplan\fR [\-\-root <directory>] [\-\-verbose] [<features> \&...]

        """#))
    #expect(
      page.text.contains(
        #"""
        .TP
        \fB\-o\fR, \fB\-\-order\fR \fI<order>\fR
        What silence about order means. One of document, infer, declared. Default:
        document.

        """#))
    #expect(
      page.text.hasSuffix(
        #"""
        .SH "EXIT STATUS"
        .TP
        \fB0\fR
        Fine.
        .TP
        \fB64\fR
        Wrong usage.
        .SH "SEE ALSO"
        \fBdemo\fR(1)

        """#))
    #expect(!page.text.contains("secret"))
  }

  @Test func isASCIIWhateverTheTextSays() throws {
    let text = try Self.page("plan").text
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    #expect(text.contains(#"caf\[u00E9] \[u1F642]."#))
  }

  @Test func showsIndentedLinesAsTheyStand() throws {
    let lines = try Self.page("plan").text.split(separator: "\n").map(String.init)
    let start = try #require(lines.firstIndex(of: ".nf"))
    #expect(lines[start - 2...start + 2] == [".PP", ".RS 4", ".nf", "demo plan a b", ".fi"])
  }

  @Test func noTextBecomesARequest() {
    struct Hostile: ParsableCommand {
      static let configuration = CommandConfiguration(
        commandName: "hostile", abstract: ".so /etc/passwd \\n(.g 'quoted'.",
        discussion: """
          .sy rm -rf /
          'br \\*(xx `ls` "^~"

            .de evil
            'ab stop
          """,
        examples: [.init(command: ".ab now", explanation: "'ab now")])
      @Option(help: ArgumentHelp("\\fBbold", valueName: ".x")) var name = "\u{7}\u{1B}[31m"
    }
    let text = ManualPage(
      of: CommandDescription(of: Hostile.self), imprint: .init(source: "hostile 1")
    ).text
    let requests: Set = [
      ".TH", ".SH", ".TP", ".PP", ".nf", ".fi", ".RS", ".RE", ".nh", ".ad", ".\\\"",
    ]
    for line in text.split(separator: "\n") where line.first == "." || line.first == "'" {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
    #expect(text.utf8.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
    #expect(text.contains(#"\&.sy rm \-rf /"#))
    #expect(text.contains(#"\(aqbr \e*(xx \(gals\(ga \(dq\(ha\(ti\(dq"#))
  }

  @Test func everyCommandThatIsShownHasAPage() {
    let names = ManualPage.all(of: CommandDescription(of: Demo.self), imprint: Self.imprint)
      .map(\.name)
    #expect(
      names == [
        "demo", "demo-plan", "demo-check", "demo-feature", "demo-feature-add", "demo-feature-list",
        "demo-feature-sync", "demo-feature-sync-now", "demo-help",
      ])
  }

  @Test func anAliasLeadsToItsCommand() throws {
    let root = CommandDescription(of: Demo.self)
    #expect(root.descendant(["validate"])?.name == "check")
    #expect(root.descendant([String]())?.name == "demo")
    #expect(root.descendant(["plan", "plan"]) == nil)
    #expect(try Self.page("check").text.contains(#"Also called \fBvalidate\fR."#))
  }

  @Test(
    .enabled(if: Shell.has("mandoc"), "mandoc is not installed"),
    arguments: pages.keys.sorted())
  func mandocFindsNothing(_ name: String) throws {
    let page = try #require(Self.pages[name])
    let output = try Shell.withDirectory { directory in
      try Shell.write(page, to: "\(directory)/page.1")
      // Pages of other commands are not installed where this runs.
      return Shell.run(
        "mandoc -T lint -W style '\(directory)/page.1' | grep -v 'referenced manual'")
    }
    #expect(output == "")
  }

  @Test(
    .enabled(if: Shell.has("groff"), "groff is not installed"),
    arguments: pages.keys.sorted())
  func groffHasNoWarning(_ name: String) throws {
    let page = try #require(Self.pages[name])
    let output = try Shell.withDirectory { directory in
      try Shell.write(page, to: "\(directory)/page.1")
      return Shell.run("groff -man -Tutf8 -ww -z '\(directory)/page.1'")
    }
    #expect(output == "")
  }
}
