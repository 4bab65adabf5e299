"""A plain workspace and a hostile one."""

import pytest
from planned import HOSTILE, Workspace


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """Two features whose tasks wait for each other in several ways, and one that stands alone."""
    workspace = Workspace(tmp_path / "work space é")
    wide = "".join(f"- [ ] {n}. Part {n}\n  - _Depends: 1_\n" for n in range(2, 9))
    workspace.feature("shop", f"- [ ] 1. Base\n{wide}- [ ] 9. End\n  - _Depends: 2, 3, 4, 8_\n")
    workspace.feature("till", "- [ ] 1. First\n- [ ]* 2. Second\n- [ ] 3. Third\n- [ ] 4. Fourth\n")
    workspace.feature("alone", "- [ ] 1. Only\n")
    workspace.write(
        ".claude/feature_registry.yaml",
        "features:\n  shop: {}\n  till:\n    qa_agents: [qa-tester]\n  alone:\n    depends_on: [till]\n",
    )
    return workspace


@pytest.fixture
def hostile(tmp_path) -> Workspace:
    """Names and titles that mean something to shells, YAML and the engines themselves."""
    workspace = Workspace(tmp_path / "it's a $HOME")
    tasks = "".join(f"- [ ] {n}. {title}\n" for n, title in enumerate(HOSTILE, 1))
    workspace.feature("plain", tasks)
    for name in [
        "it's $(touch hacked) \"x\"", "${{ github.token }} {{x}}", "größe 🎯", "a:b|c",
        "line\nend\r\n", "all", "..dots", "-k", "A-b", "a-B", "a b", "a.b", "x" * 250,
    ]:
        workspace.feature(name, "- [ ] 1. One\n- [ ]* 2. Two\n  - _Agent: it's \"me\" $x ${{ y }}_\n")
    return workspace
