extension SettingType {
  /// Below `mcpServers` in `mcp_config.json` and `.mcp.json`.
  static let mcpServers = SettingType.map(
    .keys(
      [
        "command": .text,
        "args": .texts,
        "env": .map(.text),
        "cwd": .text,
        "type": .word(["stdio", "http", "sse", "ws", "streamable-http"]),
        "transport": .either(.keys([:]), .open),
        "url": .text,
        "headers": .map(.text),
        "description": .text,
        "install_command": .text,
        "timeout": .duration,
        "disabled": .flag,
        "enabled": .flag,
        "autoApprove": .texts,
        "alwaysAllow": .texts,
        "tools": .either(
          .list(
            .either(
              .keys(
                [
                  "name": .text, "description": .text, "auto_run": .flag,
                  "auto_run_for": .texts,
                ], isShared: true),
              .text)),
          .open),
      ], isShared: true,
      required: [["command", "url", "serverUrl", "httpUrl", "transport"]]))
}
