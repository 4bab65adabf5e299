/// What an editor can ask for, by the names of the methods.
enum EditorFeature: String, Sendable {
  case codeAction = "textDocument/codeAction"
  case completion = "textDocument/completion"
  case definition = "textDocument/definition"
  case documentSymbol = "textDocument/documentSymbol"
  case foldingRange = "textDocument/foldingRange"
  case hover = "textDocument/hover"
  case inlayHint = "textDocument/inlayHint"
  case prepareRename = "textDocument/prepareRename"
  case references = "textDocument/references"
  case rename = "textDocument/rename"
  case workspaceSymbol = "workspace/symbol"
}
