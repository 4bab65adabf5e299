/// The status with which the process ends.
///
/// Thrown, it ends a command without a message.
package struct ExitCode: Error, RawRepresentable, Hashable, Sendable {
  package var rawValue: Int32

  package init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  /// Status 0.
  package static let success = ExitCode(rawValue: 0)
  /// Status 1.
  package static let failure = ExitCode(rawValue: 1)
  /// Wrong usage: `EX_USAGE` of `sysexits.h`.
  package static let validationFailure = ExitCode(rawValue: 64)

  package var isSuccess: Bool { self == .success }
}
