extension MetadataKey {
  /// The key that the name in a span means; the span has no blanks at its ends.
  ///
  /// The names are those found in real documents; `docs/formats.md` lists them.
  static func named(_ bytes: ByteView, _ span: Range<Int>) -> MetadataKey {
    names.value(bytes, span) ?? .other
  }

  /// Words that say what is validated only where requirements follow: `验证: 需求 2.9`, not `验证: 运行测试`.
  static func mayValidate(_ bytes: ByteView, _ span: Range<Int>) -> Bool {
    validations.value(bytes, span) != nil
  }

  private static let validations = KeywordTable<Bool>(
    ["验证", "驗證", "検証", "validate", "validating", "verify"].map { ($0, true) })

  /// The key that a name means, in any of its spellings; `other` for a name that means none.
  package init(named name: String) {
    let bytes = Array(name.utf8)
    self = bytes.withView { Self.named($0, bytes.indices) }
  }

  private static let names = KeywordTable<MetadataKey>(
    spellings.flatMap { key, names in names.map { ($0, key) } })

  private static let spellings: [(MetadataKey, [String])] = [
    (
      .requirements,
      [
        "requirements", "requirement", "reqs", "req", "需求", "关联需求", "覆盖需求", "需求引用", "要件", "関連要件",
        "対応要件", "requisitos", "requisito", "требования", "covers", "requirements covered",
        "related requirements", "requirement refs", "requirements refs",
        "requirement references", "satisfies", "anforderungen", "exigences",
      ]
    ),
    (
      .validates,
      [
        "validates", "validate requirements", "验证需求", "valida", "検証要件", "verifies",
      ]
    ),
    (
      .dependencies,
      [
        "dependencies", "dependency", "depends", "depends on", "depends-on", "dependson",
        "depend on", "prerequisites", "prerequisite", "依赖", "依赖任务", "前置", "前置任务", "前置条件",
        "依存", "依存関係", "依存タスク", "前提", "dependencias", "depende de", "dependências",
        "зависимости", "зависит от", "blocked by", "requires tasks", "abhängigkeiten",
      ]
    ),
    (
      .files,
      [
        "file", "files", "文件", "ファイル", "files to create/modify",
        "files to create or modify", "files to modify", "files to create",
        "files to change", "files to update", "file to create", "file to modify",
        "target file", "target files", "archivo", "archivos", "файл", "файлы", "文件路径",
        "修改文件", "新建文件", "対象ファイル", "files modified", "files created", "modified files",
        "created files", "arquivos", "arquivo",
      ]
    ),
    (
      .leverage,
      [
        "leverage", "活用", "复用", "reuse", "reuses", "利用", "aprovechar",
      ]
    ),
    (
      .resources,
      [
        "resources", "resource", "exclusive", "exclusive resource", "exclusive resources",
        "exclusive use", "exclusively uses", "uses exclusively", "lock", "locks", "mutex",
        "资源", "独占", "独占资源", "占用资源", "リソース", "排他", "排他リソース", "占有リソース",
        "recursos", "recurso", "recurso exclusivo", "recursos exclusivos", "ресурсы", "ресурс",
        "ressourcen", "exklusiv", "ressources", "exclusif",
      ]
    ),
    (
      .purpose,
      [
        "purpose", "目的", "goal", "objective", "目标", "propósito",
      ]
    ),
    (
      .prompt,
      [
        "prompt", "プロンプト", "提示词", "提示",
      ]
    ),
    (
      .estimate,
      [
        "estimate", "estimated", "estimated time", "estimated effort", "effort",
        "duration", "time", "time estimate", "预估时间", "预计时间", "工时", "見積もり", "見積",
        "estimación", "tiempo estimado", "оценка", "estimation", "size",
      ]
    ),
    (
      .priority,
      [
        "priority", "优先级", "優先度", "prioridad", "приоритет", "prioridade",
      ]
    ),
    (
      .status,
      [
        "status", "状态", "ステータス", "状態", "estado", "статус", "state",
      ]
    ),
    (
      .agent,
      ["agent", "agente", "rostro", "assigned agent", "subagent", "代理", "エージェント"]
    ),
    (
      .owner,
      ["assigned to", "assigned", "assignee", "owner", "担当", "负责人", "responsable"]
    ),
    (
      .acceptance,
      [
        "acceptance criteria", "acceptance", "success criteria", "success", "done when",
        "完了基準", "验收标准", "受け入れ基準", "完了条件", "criterios de aceptación", "definition of done",
      ]
    ),
    (
      .description,
      [
        "description", "描述", "説明", "descripción", "описание", "details",
      ]
    ),
    (
      .identifier,
      [
        "id", "task id", "编号",
      ]
    ),
  ]
}
