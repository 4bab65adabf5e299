/// All that can be said about a command and its subcommands, as plain values.
///
/// Help, completion scripts and reference documents are functions of it.
package struct CommandDescription: Hashable, Sendable {
  package var name: String
  /// The names of the commands above, from the root on.
  package var parents: [String]
  package var abstract: String
  package var discussion: String
  /// The usage, where the one made from the arguments does not serve.
  package var usage: String?
  package var examples: [CommandConfiguration.Example]
  package var aliases: [String]
  /// Whether help, completions and manual pages leave it out; it works all the same.
  package var isHidden: Bool
  /// Whether the command is meant when its parent is called without naming a subcommand.
  package var isDefault = false
  /// In the order of declaration, groups included, then `--version` and `--help`.
  package var arguments: [ArgumentDescription]
  /// In the order of declaration, hidden ones included; at a root that has any, `help` comes last.
  package var subcommands: [CommandDescription]

  /// The names with which the command is called, such as `specctl plan`.
  package var fullName: String { (parents + [name]).joined(separator: " ") }
}
