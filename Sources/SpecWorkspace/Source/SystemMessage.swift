internal import Glibc

/// The words for what the system reports.
enum SystemMessage {
  /// A phrase in lower case for an `errno`.
  static func phrase(for code: Int32) -> String {
    switch code {
    case EACCES: "permission denied"
    case EPERM: "operation not permitted"
    case ELOOP: "too many levels of symbolic links"
    case ENAMETOOLONG: "the name is too long"
    case EMFILE, ENFILE: "too many open files"
    case ENOSPC: "no space left on device"
    case EDQUOT: "the disk quota is used up"
    case EFBIG: "larger than the system allows"
    case EROFS: "the file system is read-only"
    case EIO: "the device reports a fault"
    case ENOMEM: "out of memory"
    default: generic(code)
    }
  }

  private static func generic(_ code: Int32) -> String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(code, &buffer, buffer.count) == 0 else { return "system error \(code)" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }
}
