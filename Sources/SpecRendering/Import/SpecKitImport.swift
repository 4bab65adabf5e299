import Diagnostics
package import SpecModel

/// A feature of Spec Kit in the grammar of `.claude/specs`.
///
/// The documents are those of the source with a few edits: user stories become requirements, their
/// scenarios criteria, and the labels and paths in the titles of tasks lines below them. Every other
/// byte stays.
package struct SpecKitImport {
  private let feature: Feature

  package init(_ feature: Feature) {
    self.feature = feature
  }

  /// The documents, with what is left for a person to look at; linear in their bytes but for the
  /// sorting of the edits.
  package var result: FeatureImport {
    var result = FeatureImport(documents: [])
    var stories: Set<Int> = []
    if let requirements = feature.requirements {
      let conversion = UserStoryConversion(requirements.text)
      stories = Set(conversion.stories.map(\.number))
      let edits =
        stories.isEmpty
        ? PrimaryStoryConversion(requirements.text).edits : conversion.edits
      add("requirements.md", requirements.text, edits, to: &result)
    }
    if let design = feature.design {
      result.documents.append(ImportedDocument(name: "design.md", copying: design.text.file))
    }
    if let tasks = feature.tasks {
      let conversion = LabelledTaskConversion(tasks, stories: stories)
      add("tasks.md", tasks.text, conversion.edits, to: &result)
      result.remarks += conversion.remarks
    }
    return result
  }

  private func add(
    _ name: String, _ text: SpecText, _ edits: [TextEdit], to result: inout FeatureImport
  ) {
    // Edits of different lines do not overlap; should they, the document stays as it was.
    let bytes = edits.applied(to: text.bytes) ?? text.bytes
    result.documents.append(
      ImportedDocument(name: name, bytes: bytes, from: [text.file]))
  }
}
