#!/usr/bin/env python3
"""Writes a workspace of made-up features that look like real ones and hold no error.

The same options give the same bytes: every feature has its own generator of random numbers,
seeded by the seed and the feature's number, so that a larger workspace begins with the features
of a smaller one.

Sizes follow what people have on disk, as medians: requirements of 7 kB with six requirements of
five criteria, designs of 12 kB, task lists of 10 kB with nineteen tasks. A quarter is in Chinese
or Japanese, one in twenty-five has CRLF line ends, one in seven declares dependencies by task.

    generate_workspace.py --features 200 --out DIR
    generate_workspace.py --features 5000 --tasks-per-feature 20 --done 0 --out DIR
"""

import argparse
import os
import random
import sys

# One list for each language: who, what is done, to what, under which condition.
ENGLISH = {
    "actors": ["operator", "analyst", "account owner", "support engineer", "auditor", "visitor"],
    "verbs": ["record", "show", "reject", "refresh", "merge", "export", "archive", "compare"],
    "things": [
        "the order book", "a price alert", "the session summary", "each open position",
        "the import queue", "a failed delivery", "the rate table", "the audit trail",
        "a saved filter", "the daily report", "the retry budget", "each connected device",
    ],
    "conditions": [
        "the request carries no token", "two writers touch the same row",
        "the upstream feed is silent for ten seconds", "the list has more than a thousand rows",
        "the user leaves the page before it is saved", "a value lies outside its range",
        "the cache is older than one minute", "the connection comes back",
    ],
    "reasons": [
        "nobody has to repeat work that was already done",
        "a mistake is seen before it costs money",
        "the numbers on two screens never disagree",
        "an outage elsewhere does not stop the day",
    ],
    "details": [
        "Read the limits from the configuration and not from constants",
        "Keep the old column until the next release has been out for a week",
        "Return a typed error that names the field and the value",
        "Write the happy path first and then one test for each condition",
        "Log the identifier, the duration and the outcome, never the content",
        "Measure before and after with the same thousand rows",
        "Leave the public signature as it is and add an overload",
        "Close the stream on every path, also when the caller gives up",
    ],
}
CHINESE = {
    "actors": ["操作员", "分析师", "账户所有者", "支持工程师", "审计员", "访客"],
    "verbs": ["记录", "显示", "拒绝", "刷新", "合并", "导出", "归档", "比较"],
    "things": [
        "订单簿", "价格提醒", "会话摘要", "每个未平仓头寸", "导入队列", "失败的投递",
        "费率表", "审计记录", "已保存的筛选器", "每日报告", "重试预算", "每台已连接设备",
    ],
    "conditions": [
        "请求没有携带令牌", "两个写入者修改同一行", "上游数据源静默十秒", "列表超过一千行",
        "用户在保存之前离开页面", "数值超出范围", "缓存超过一分钟", "连接恢复",
    ],
    "reasons": ["无需重复已经完成的工作", "在造成损失之前发现错误", "两个页面的数字始终一致", "其他系统的故障不会影响当天工作"],
    "details": [
        "从配置读取限制，不使用常量", "旧列保留到下一个版本发布一周之后", "返回带有字段名和值的类型化错误",
        "先写正常路径，再为每个条件写一个测试", "只记录标识、时长和结果，不记录内容",
        "用同样的一千行数据在修改前后各测量一次", "保持公开签名不变并增加一个重载", "在所有路径上关闭流，包括调用方放弃时",
    ],
}
JAPANESE = {
    "actors": ["運用担当者", "分析担当者", "口座の所有者", "サポート担当者", "監査人", "訪問者"],
    "verbs": ["記録する", "表示する", "拒否する", "更新する", "統合する", "書き出す", "保管する", "比較する"],
    "things": [
        "注文板", "価格アラート", "セッションの要約", "各保有ポジション", "取り込みキュー", "失敗した配信",
        "料率表", "監査証跡", "保存済みフィルター", "日次レポート", "再試行の上限", "接続中の各端末",
    ],
    "conditions": [
        "リクエストにトークンがない", "二つの書き込みが同じ行に触れる", "上流の配信が十秒間途絶える", "一覧が千行を超える",
        "保存前に利用者がページを離れる", "値が範囲外である", "キャッシュが一分より古い", "接続が回復する",
    ],
    "reasons": ["済んだ作業を繰り返さずに済む", "損失の前に誤りに気付ける", "二つの画面の数値が常に一致する", "他所の障害で一日が止まらない"],
    "details": [
        "上限は定数ではなく設定から読む", "古い列は次の版の公開から一週間残す", "項目名と値を示す型付きエラーを返す",
        "正常系を先に書き、条件ごとに試験を一つ加える", "識別子、所要時間、結果だけを記録する",
        "同じ千行で変更の前後を測る", "公開シグネチャは変えずに多重定義を加える", "呼び出し側が中断した場合も含め必ずストリームを閉じる",
    ],
}

AGENTS = [
    ("backend-builder", "Builds services and their storage", ["api", "service", "storage"]),
    ("interface-builder", "Builds pages and components", ["page", "component", "view"]),
    ("data-builder", "Builds schemas, migrations and queries", ["schema", "migration", "query"]),
    ("integration-builder", "Connects feeds and third parties", ["feed", "webhook", "import"]),
    ("performance-tuner", "Finds and removes what is slow", ["latency", "cache", "profile"]),
    ("requirements-checker", "Checks requirements before work starts", []),
    ("change-reviewer", "Reviews every finished task", []),
    ("acceptance-tester", "Tests a finished feature against its criteria", []),
]
BUILDERS = [name for name, _, words in AGENTS if words]
MODULES = ["model", "store", "service", "routes", "client", "queue", "view", "filter", "format", "schema"]


class Feature:
    """One feature: its name, its language, and the numbers that its three documents share."""

    def __init__(self, number, options):
        self.random = random.Random(f"{options.seed}/{number}")
        self.number = number
        self.name = f"feature-{number:05}"
        draw = self.random.random()
        self.words = ENGLISH if draw < 0.75 else CHINESE if draw < 0.9 else JAPANESE
        self.line_end = "\r\n" if self.random.random() < 0.04 else "\n"
        # The number of criteria of each requirement.
        self.criteria = [self.random.randint(3, 7) for _ in range(self.random.randint(4, 8))]
        self.tasks = options.tasks_per_feature or self.around(19, 0.55, 4, 120)
        self.is_done = self.random.random() < options.done
        self.declares = self.random.random() < 0.15
        # An earlier feature that this one waits for: never a cycle, and never with work left
        # behind a feature that is done.
        waits = number > 1 and self.random.random() < 0.2 and not self.is_done
        self.waits_for = self.random.randint(max(1, number - 20), number - 1) if waits else None

    def around(self, median, spread, least, most):
        return max(least, min(most, round(median * self.random.lognormvariate(0, spread))))

    def pick(self, kind):
        return self.random.choice(self.words[kind])

    def sentence(self):
        if self.words is ENGLISH:
            return f"{self.pick('details')}, because {self.pick('reasons')}."
        return f"{self.pick('details')}。{self.pick('reasons')}。"

    def paragraph(self, sentences):
        joint = " " if self.words is ENGLISH else ""
        return joint.join(self.sentence() for _ in range(sentences))

    def phrase(self):
        thing, verb = self.pick("things"), self.pick("verbs")
        if self.words is ENGLISH:
            return f"{verb} {thing}"
        return verb + thing if self.words is CHINESE else f"{thing}を{verb}"

    def title(self):
        phrase = self.phrase()
        return phrase[0].upper() + phrase[1:]

    def module(self, index):
        return f"src/{self.name}/{MODULES[index % len(MODULES)]}{index // len(MODULES) or ''}.ts"


def requirements(feature):
    """requirements.md: numbered requirements with stories and criteria, then quality sections."""
    out = ["# Requirements Document", "", "## Introduction", "", feature.paragraph(4), ""]
    out += ["## Alignment with Product Vision", "", feature.paragraph(2), "", "## Requirements", ""]
    for number, criteria in enumerate(feature.criteria, 1):
        out += [f"### Requirement {number}: {feature.title()}", ""]
        out += [
            f"**User Story:** As {feature.pick('actors')}, I want to {feature.phrase()},"
            f" so that {feature.pick('reasons')}.", "", "#### Acceptance Criteria", "",
        ]
        for place in range(1, criteria + 1):
            key = "IF" if place % 4 == 0 else "WHEN"
            out.append(
                f"{place}. {key} {feature.pick('conditions')} THEN the system SHALL"
                f" {feature.phrase()} ({feature.pick('things')})"
            )
        out.append("")
    out += ["## Non-Functional Requirements", ""]
    for heading in ("Performance", "Security", "Reliability", "Usability"):
        out += [f"### {heading}", ""]
        out += [f"- {feature.sentence()}" for _ in range(3)] + [""]
    return out


def design(feature):
    """design.md: prose, a diagram, typed interfaces, a table, and properties with references."""
    out = ["# Design Document", "", "## Overview", "", feature.paragraph(5), ""]
    out += ["## Architecture", "", feature.paragraph(3), "", "```mermaid", "graph TD"]
    out += [
        f"    {MODULES[i]}[{feature.title()}] --> {MODULES[i + 1]}[{feature.title()}]"
        for i in range(feature.random.randint(4, 9))
    ]
    out += ["```", "", "## Components and Interfaces", ""]
    for index in range(feature.around(5, 0.4, 3, 14)):
        out += [f"### {MODULES[index % len(MODULES)].capitalize()} {index + 1}", ""]
        out += [f"- **Purpose:** {feature.sentence()}", f"- **File:** `{feature.module(index)}`", ""]
        out += ["```typescript", f"export interface Part{index} {{"]
        for field in range(feature.random.randint(6, 14)):
            out.append(f"  /** {feature.pick('details')} */")
            out.append(f"  field{field}: {feature.random.choice(['string', 'number', 'Date', 'Row[]'])};")
        out += ["}", "```", "", feature.paragraph(2), ""]
    out += ["## Data Models", "", "| field | type | meaning |", "| --- | --- | --- |"]
    out += [f"| `value_{i}` | text | {feature.pick('details')} |" for i in range(feature.random.randint(6, 14))]
    out += ["", "## Correctness Properties", ""]
    for number, criteria in enumerate(feature.criteria, 1):
        out += [f"### Property {number}: {feature.title()}", "", feature.sentence(), ""]
        out += [f"**Validates: Requirements {number}.1, {number}.{criteria}**", ""]
    out += ["## Error Handling", ""]
    out += [f"{i}. **{feature.title()}**: {feature.sentence()}" for i in range(1, 7)]
    return out + ["", "## Testing Strategy", "", feature.paragraph(6), ""]


def tasks(feature):
    """tasks.md: numbered groups with numbered tasks; each requirement is covered by some task."""
    out = ["# Implementation Plan", "", feature.paragraph(2), ""]
    box = "[x]" if feature.is_done else "[ ]"
    group, place, previous = 0, 0, None
    for index in range(feature.tasks):
        if place == 0:
            group += 1
            left = feature.tasks - index
            size = min(left, feature.random.randint(3, 5))
            out += [f"- {box} {group}. {feature.title()}", ""]
        place += 1
        task = f"{group}.{place}"
        out.append(f"  - {box} {task} {feature.title()}")
        # A file of the feature's own; one task in thirty touches a file shared by eight features.
        shared = feature.random.random() < 0.03
        path = f"src/shared/part-{feature.number // 8}.ts" if shared else feature.module(index)
        out.append(f"    - File: {path}")
        out += [f"    - {feature.sentence()}" for _ in range(feature.random.randint(2, 4))]
        out.append(f"    - _Leverage: {feature.module(feature.random.randrange(index + 1))}_")
        if feature.declares:
            out.append(f"    - _Depends: {previous or 'None'}_")
        out += [f"    - _Requirements: {references(feature, index)}_", ""]
        previous = task
        if place == size:
            place = 0
    return out


def references(feature, index):
    """The criteria that the task at this index covers; together the tasks cover every requirement."""
    count = len(feature.criteria)
    # With fewer tasks than requirements, each task takes several, counted off in turn.
    numbers = [n for n in range(count) if n % feature.tasks == index % feature.tasks] or [index % count]
    found = []
    for number in numbers:
        found.append(f"{number + 1}.{index // count % feature.criteria[number] + 1}")
        if feature.random.random() < 0.5:
            found.append(f"{number + 1}.{feature.criteria[number]}")
    return ", ".join(dict.fromkeys(found))


def registry(features):
    out = ["# Every feature, where its documents are, and who works on it.", "features:"]
    for feature in features:
        pick = feature.number % len(BUILDERS)
        out += [
            f"  {feature.name}:",
            f'    description: "{feature.title()}"',
            f"    specs_location: .claude/specs/{feature.name}/",
            f"    primary_agent: {BUILDERS[pick]}",
            "    supporting_agents:",
            f"      - {BUILDERS[(pick + 1) % len(BUILDERS)]}",
            f"      - {BUILDERS[(pick + 2) % len(BUILDERS)]}",
            "    qa_agents: [acceptance-tester, change-reviewer]",
        ]
        if feature.waits_for:
            out.append(f"    depends_on: [feature-{feature.waits_for:05}]")
    return out + ["", "stats:", f"  total_features: {len(features)}", f"  features_with_specs: {len(features)}", ""]


def configuration():
    out = ["orchestrator:", "  enabled: true", "  mode: standard", "", "agents:"]
    out += ["  priority_groups:", "    critical: [requirements-checker]"]
    out += [f"    high: [{', '.join(BUILDERS[:4])}, change-reviewer]"]
    out += ["    medium: [performance-tuner, acceptance-tester]", "    low: []", ""]
    out += ["  development:"]
    for name, description, words in AGENTS:
        if words:
            out += [f"    {name}:", f'      description: "{description}"']
            out += [f"      auto_invoke_on: [{', '.join(words)}]", "      timeout: 300"]
    out += ["  quality:"]
    for name, when, priority in (
        ("requirements-checker", "always", "critical"),
        ("change-reviewer", "after_task_execution", "high"),
        ("acceptance-tester", "after_implementation", "medium"),
    ):
        description = next(text for agent, text, _ in AGENTS if agent == name)
        out += [f"    {name}:", f'      description: "{description}"', f"      priority: {priority}"]
        out += [f"      auto_invoke: {when}", "      timeout: 60"]
    out += ["", "  max_parallel:", "    critical: 1", "    high: 5", "    medium: 10", "    low: 3", ""]
    return out + ["  timeouts:", "    default: 120", "    backend-builder: 600", ""]


def agent(name, description, words):
    out = ["---", f"name: {name}", f'description: "{description}. Use for its own kind of work only."']
    out += ["tools: Read, Grep, Glob, Edit, Bash", "model: sonnet", "---", "", f"# {name}", "", description + ".", ""]
    source = random.Random(name)
    for heading in ("What you are given", "How you work", "What you hand back", "What you leave alone"):
        out += [f"## {heading}", ""]
        out += [f"- {source.choice(ENGLISH['details'])}." for _ in range(6)] + [""]
    return out


def write(path, lines, line_end="\n"):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="") as file:
        file.write(line_end.join(lines))


def generate(options):
    """Writes the workspace, and returns how many features and tasks it has."""
    root = os.path.join(options.out, ".claude")
    features = []
    for number in range(1, options.features + 1):
        feature = Feature(number, options)
        folder = os.path.join(root, "specs", feature.name)
        os.makedirs(folder)
        for name, document in (("requirements", requirements), ("design", design), ("tasks", tasks)):
            write(os.path.join(folder, f"{name}.md"), document(feature), feature.line_end)
        features.append(feature)
    write(os.path.join(root, "feature_registry.yaml"), registry(features))
    write(os.path.join(root, "config.yaml"), configuration())
    for name, description, words in AGENTS:
        write(os.path.join(root, "agents", f"{name}.md"), agent(name, description, words))
    return len(features), sum(feature.tasks for feature in features)


def parse(arguments):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", type=int, default=200)
    parser.add_argument("--tasks-per-feature", type=int, help="exactly so many; drawn around 19 by default")
    parser.add_argument("--done", type=float, default=0.4, help="share of features that are all done")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", required=True, help="a folder that is empty or not there yet")
    options = parser.parse_args(arguments)
    if options.features < 1 or (options.tasks_per_feature or 1) < 1:
        parser.error("a workspace has one feature or more, and a feature one task or more")
    if os.path.exists(os.path.join(options.out, ".claude")):
        parser.error(f"'{options.out}' has a workspace already")
    return options


if __name__ == "__main__":
    features, task_count = generate(parse(sys.argv[1:]))
    print(f"{features} features, {task_count} tasks")
