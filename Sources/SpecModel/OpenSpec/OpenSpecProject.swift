/// What stands in `openspec/`: what the system does, and what is to be changed.
package struct OpenSpecProject: Sendable {
  /// The specification of one capability, or what a change does to it.
  package struct Capability: Sendable {
    /// The folder's name.
    package var name: String
    /// Its `spec.md`.
    package var document: OpenSpecDocument

    package init(name: String, document: OpenSpecDocument) {
      self.name = name
      self.document = document
    }
  }

  /// A proposed change that is not archived.
  package struct Change: Sendable {
    /// The folder's name.
    package var name: String
    /// Relative to the root.
    package var directory: String
    /// `proposal.md`; `nil` where it is not there or could not be read.
    package var proposal: SpecText?
    /// In the byte order of their names.
    package var deltas: [Capability]

    package init(
      name: String, directory: String, proposal: SpecText? = nil, deltas: [Capability] = []
    ) {
      self.name = name
      self.directory = directory
      self.proposal = proposal
      self.deltas = deltas
    }
  }

  /// In the byte order of their names.
  package var capabilities: [Capability] = []
  /// In the byte order of their names.
  package var changes: [Change] = []

  package init() {}

  package var isEmpty: Bool { capabilities.isEmpty && changes.isEmpty }

  /// Every document with requirements or deltas.
  package var documents: [OpenSpecDocument] {
    capabilities.map(\.document) + changes.flatMap { $0.deltas.map(\.document) }
  }

  /// Every text that was read.
  package var texts: [SpecText] { documents.map(\.text) + changes.compactMap(\.proposal) }
}
