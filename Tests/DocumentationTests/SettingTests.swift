import SpecModel
import TestSupport
import Testing

@Suite struct SettingTests {
  @Test(arguments: SettingDocument.all)
  func everyKeyIsReadAsItIsDeclared(document: SettingDocument) {
    let places = SettingPlace.all(in: document)
    #expect(places.count > 3)
    // A registry that says nothing but this is another tool's file.
    for place in places where !["version", "last_updated", "metadata"].contains(place.path) {
      let text = place.document(place.sample.right)
      #expect(document.faults(text) == [], "\(place.path): \(text)")
    }
  }

  @Test(arguments: SettingDocument.all)
  func everyKeyReportsAValueOfAnotherKind(document: SettingDocument) {
    for place in SettingPlace.all(in: document) {
      for value in place.sample.wrong {
        let text = place.document(value)
        #expect(document.faults(text) != [], "\(place.path): \(text)")
      }
    }
  }

  @Test(arguments: SettingDocument.main)
  func everyKeyOfADocumentSaysWhatItIsFor(document: SettingDocument) throws {
    guard case .section(let section) = document.type.mappingForm else { return }
    for key in section.keys { #expect(!key.summary.isEmpty, "\(key.name)") }
  }

  @Test func everyExampleOfTheReferenceIsReadWithoutAFault() throws {
    for document in [SettingDocument.configuration, .registry] {
      guard case .section(let section) = document.type.mappingForm else { continue }
      for key in section.keys {
        guard !key.isForOthers else { continue }
        let text = SettingExample.lines(of: key).joined(separator: "\n")
        #expect(document.faults(text) == [], "\(text)")
      }
    }
  }

  @Test(arguments: SettingDocument.all)
  func theSchemaOfADocumentIsThatOfItsKeys(document: SettingDocument) {
    ProjectFile("schemas/\(document.name).schema.json").expect(
      SettingSchema(document).text, remedy: "\(GeneratedDocument.command) rewrites it")
  }

  @Test func theReferenceOfTheConfigurationIsThatOfItsKeys() {
    ProjectFile("docs/configuration.md").expect(
      ConfigurationReference().text, remedy: "\(GeneratedDocument.command) rewrites it")
  }
}

extension SettingType {
  /// The mapping of a type that may be a list too.
  var mappingForm: SettingType {
    if case .either(.list, let second) = self { second } else { self }
  }
}
