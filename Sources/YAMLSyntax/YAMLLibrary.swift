internal import CLibYAML

/// The library that reads YAML.
package enum YAMLLibrary {
  /// The version of libyaml in this process, such as `0.2.5`.
  package static var version: String { String(cString: yaml_get_version_string()) }
}
