import Glibc
import TestSupport

/// A disk of its own that is soon full.
enum SmallDisk {
  /// Whether one can be made: that takes rights that not even every root has.
  static let exists = (try? with(kilobytes: 16) { _ in }) != nil

  struct CannotMount: Error {}

  static func with(kilobytes: Int, _ body: (String) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let disk = "\(folder)/disk"
      try TestFile.makeFolder(disk)
      guard mount("specctl-test", disk, "tmpfs", 0, "size=\(kilobytes)k") == 0 else {
        throw CannotMount()
      }
      defer { umount2(disk, Int32(MNT_DETACH)) }
      try body(disk)
    }
  }
}
