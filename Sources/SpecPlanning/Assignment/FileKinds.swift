/// Which files an agent is for, as the words of its name say.
enum FileKinds {
  /// Extensions by a word of an agent's name, such as `py` for `python-pro`.
  static let extensionsByWord: [String: [String]] = [
    "python": ["py", "pyi", "ipynb"],
    "typescript": ["ts", "tsx", "mts", "cts"],
    "javascript": ["js", "jsx", "mjs", "cjs"],
    "react": ["tsx", "jsx"],
    "nextjs": ["tsx", "jsx"],
    "vue": ["vue"],
    "svelte": ["svelte"],
    "frontend": ["tsx", "jsx", "html", "css", "scss", "vue", "svelte"],
    "ui": ["css", "scss", "html"],
    "database": ["sql", "prisma"],
    "postgres": ["sql"],
    "sql": ["sql"],
    "graphql": ["graphql", "gql"],
    "swift": ["swift"],
    "rust": ["rs"],
    "go": ["go"],
    "golang": ["go"],
    "java": ["java"],
    "kotlin": ["kt", "kts"],
    "ruby": ["rb"],
    "php": ["php"],
    "csharp": ["cs"],
    "cpp": ["cpp", "cc", "cxx", "hpp", "hh"],
    "terraform": ["tf", "tfvars"],
    "cloud": ["tf", "tfvars"],
  ]

  static func extensions(forAgent name: String) -> [String] {
    name.split { $0 == "-" || $0 == "_" }.flatMap { extensionsByWord[$0.lowercased()] ?? [] }
  }
}
