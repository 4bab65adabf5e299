/// A folder in which commands of documents can be run, made by a script.
///
/// The workspace is the folder `work` in it, with a home and a place for programs beside it.
enum Stage: String, CaseIterable {
  /// An empty repository.
  case empty
  /// A workspace without a feature.
  case new
  /// A workspace with the features that the documents speak of, a branch and what CI leaves.
  case shop
  /// The same with specs of other tools.
  case tools

  /// The stage on which a block makes sense.
  init(for block: ShownBlock) {
    let texts = block.commands.map(\.text)
    func has(_ start: String) -> Bool { texts.contains { $0.hasPrefix(start) } }
    self =
      texts.contains("specctl init")
      ? .empty
      : has("specctl init feature")
        ? .new : has("specctl import") || has("specctl why T") ? .tools : .shop
  }

  /// The stage from whose copy this one is made.
  var base: Stage? {
    switch self {
    case .empty: nil
    case .new: .empty
    case .shop: .new
    case .tools: .shop
    }
  }

  /// What is done in the folder; `$FIXTURES` is the folder of that name.
  var script: String {
    switch self {
    case .empty:
      """
      mkdir -p bin home/.local/share/man/man1 home/.local/share/bash-completion/completions
      mkdir -p home/.config/fish/completions home/.vscode/extensions home/.zfunc work
      printf '#!/bin/sh\\ncat >/dev/null\\n' >bin/man
      chmod +x bin/man
      git init -q -b main work
      """
    case .new:
      """
      cd work
      specctl init --agents all
      """
    case .shop:
      """
      cd work
      specctl init feature accounts
      specctl init feature order-book --agent data-engineer --qa qa-tester --depends-on accounts
      specctl init --ci github
      mkdir src tests docs
      printf '# @spec order-book/1.1\\ndef take(): ...\\n' >src/book.py
      printf '# @spec order-book/1.1\\ndef test_take(): ...\\n' >tests/test_book.py
      cp "$FIXTURES/traced-bakery/reports/pytest.xml" report.xml
      git add -A
      git -c user.name=A -c user.email=a@example.com commit -qm 'Write the specs'
      git update-ref refs/remotes/origin/main HEAD
      sed -i 's/\\[ \\] 1.1/[x] 1.1/' .claude/specs/accounts/tasks.md
      specctl plan --format json >plan.json
      """
    case .tools:
      """
      mkdir shop
      cp -r "$FIXTURES/lending-library/openspec" shop/
      cd work
      loans=$FIXTURES/lending-library/.claude/specs/loans
      mkdir -p .kiro/specs .spec-workflow/specs specs
      cp -r "$loans" .kiro/specs/loans
      cp -r "$loans" .spec-workflow/specs/order-export
      cp -r "$FIXTURES/lending-library/specs/001-shelf-marks" specs/001-photo-albums
      sed -i 's/T004/T014/' specs/001-photo-albums/tasks.md
      sed -i '/_Agent:/d' .kiro/specs/loans/tasks.md .spec-workflow/specs/order-export/tasks.md
      """
    }
  }
}
