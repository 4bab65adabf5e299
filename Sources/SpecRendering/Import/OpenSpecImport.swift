import Diagnostics
package import SpecModel

/// A change or a capability of OpenSpec in the grammar of `.claude/specs`.
package struct OpenSpecImport {
  package private(set) var result = FeatureImport(documents: [])

  /// A proposed change: its proposal introduces the requirements, its deltas are them; design and
  /// tasks are copied.
  package init(change: OpenSpecProject.Change?, feature: Feature?) {
    if let change { addRequirements(change) }
    if let design = feature?.design {
      result.documents.append(ImportedDocument(name: "design.md", copying: design.text.file))
    }
    if let tasks = feature?.tasks {
      result.documents.append(ImportedDocument(name: "tasks.md", copying: tasks.text.file))
    }
  }

  /// What a capability does now.
  package init(_ capability: OpenSpecProject.Capability) {
    let document = capability.document
    let conversion = OpenSpecConversion(document, of: nil, firstNumber: 1)
    result.remarks = conversion.remarks
    result.documents = [
      ImportedDocument(
        name: "requirements.md",
        bytes: conversion.edits.applied(to: document.text.bytes) ?? document.text.bytes,
        from: [document.text.file])
    ]
  }

  private mutating func addRequirements(_ change: OpenSpecProject.Change) {
    var joined = JoinedText()
    var files: [SourceFile] = []
    var number = 1
    if let proposal = change.proposal {
      files.append(proposal.file)
      if !proposal.startsWithTitle {
        joined.append(Array("# \(FeatureScaffold.title(for: change.name))".utf8))
      }
      joined.append(proposal.bytes)
    } else {
      joined.append(Array("# \(FeatureScaffold.title(for: change.name))".utf8))
    }
    for delta in change.deltas {
      let text = delta.document.text
      let conversion = OpenSpecConversion(
        delta.document, of: delta.name, firstNumber: number)
      number = conversion.nextNumber
      result.remarks += conversion.remarks
      files.append(text.file)
      joined.append(conversion.edits.applied(to: text.bytes) ?? text.bytes)
    }
    result.documents.append(
      ImportedDocument(name: "requirements.md", bytes: joined.bytes, from: files))
  }
}

extension SpecText {
  /// Whether the first line with text is a heading of the first level.
  fileprivate var startsWithTitle: Bool {
    lines.first { $0.kind != .blank && $0.kind != .comment }?.kind == .heading(level: 1)
  }
}
