extension Rule {
  /// The rules about files as bytes and text.
  static let filesRules: [Rule] = [
    .unreadableFile,
    .notText,
    .invalidUTF8,
    .nulByte,
    .byteOrderMark,
    .carriageReturns,
    .mixedLineEnds,
    .unclosedFence,
    .unresolvedMark,
  ]
}
