"""Holds schedules against an independent scheduler, and their numbers against simple counting."""

import pytest
import workspaces


@pytest.mark.parametrize("seed", range(40))
def test_the_schedule_is_that_of_a_simple_scheduler(tmp_path, seed):
    workspaces.make(tmp_path, seed)
    plan = workspaces.plan(tmp_path)
    network = workspaces.Network(plan)
    expected = network.starts()
    found = [step["startSeconds"] for step in plan["assignments"]]
    assert found == expected[: len(found)]
    assert plan["schedule"]["makespanSeconds"] == max(
        (step["finishSeconds"] for step in plan["assignments"]), default=0
    )
    assert plan == workspaces.plan(tmp_path)


@pytest.mark.parametrize("seed", range(40, 60))
def test_the_numbers_of_the_schedule_are_those_of_counting(tmp_path, seed):
    workspaces.make(tmp_path, seed)
    plan = workspaces.plan(tmp_path)
    schedule, steps = plan["schedule"], plan["assignments"]
    network = workspaces.Network(plan)
    longest = max(network.tails(), default=0)
    assert schedule["criticalPathSeconds"] == longest
    assert longest <= schedule["lowerBoundSeconds"] <= schedule["makespanSeconds"]
    seconds = dict(zip(network.names, network.seconds))
    assert sum(seconds[name] for name in schedule["criticalPath"]) == longest
    for limit in schedule["limits"]:
        work = sum(
            seconds[step["id"]]
            for place, step in enumerate(steps)
            if limit["name"] in network.needs[place]
        )
        assert limit["workSeconds"] == work
        wider = limit["makespanSecondsWithOneMore"]
        assert limit["binding"] == (wider is not None)
        if limit["binding"]:
            network.slots[limit["name"]] += 1
            ends = [s + d for s, d in zip(network.starts(), network.seconds)]
            assert wider == max(ends)
            network.slots[limit["name"]] -= 1
    for load in schedule["agents"]:
        own = [step for step in steps if step["agent"] == load["agent"]]
        moments = {m for step in own for m in range(step["startSeconds"], step["finishSeconds"])}
        most = max(
            sum(s["startSeconds"] <= step["startSeconds"] < s["finishSeconds"] for s in own)
            for step in own
        )
        assert load["steps"] == len(own)
        assert load["busySeconds"] == sum(seconds[step["id"]] for step in own)
        assert load["presentSeconds"] == len(moments)
        assert load["mostAtOnce"] == most
