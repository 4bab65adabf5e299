#!/bin/bash
# Starts a cluster of Slurm with three nodes on this machine, runs the tests of exported plans on it
# and takes it down again. Nothing outside of a temporary folder is written, and no running Slurm
# is touched. Needs root, and Debian's packages slurm-wlm and munge.
#
# usage: scripts/try_slurm.sh [BINARY [PYTEST ARGUMENT…]]
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$(realpath "${1:-.build/debug/specctl}")
[ $# -eq 0 ] || shift

for tool in munged mungekey slurmctld slurmd sbatch; do
  command -v "$tool" >/dev/null || {
    echo "try_slurm: there is no $tool: apt-get install --no-install-recommends slurm-wlm munge" >&2
    exit 1
  }
done
[ "$(id -u)" -eq 0 ] || {
  echo "try_slurm: nodes run their jobs as somebody else only for root" >&2
  exit 1
}

state=$(mktemp -d)
chmod 755 "$state"
children=()
# shellcheck disable=SC2317
stop() {
  scancel --state=PENDING --user=root 2>/dev/null || true
  scancel --user=root 2>/dev/null || true
  for child in "${children[@]}"; do kill "$child" 2>/dev/null || true; done
  wait
  rm -rf "$state"
}
trap stop EXIT
start() {
  local name=$1
  shift
  "$@" >"$state/$name.out" 2>&1 &
  children+=("$!")
}

host=$(hostname -s)
port=$((20000 + RANDOM % 20000))
mkdir "$state/save" "$state/munge"
chmod 700 "$state/munge"
{
  cat <<END
ClusterName=trial
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$state/munge.socket
CryptoType=crypto/munge
StateSaveLocation=$state/save
SlurmdSpoolDir=$state/spool-%n
SlurmctldPidFile=$state/controller.pid
SlurmdPidFile=$state/node-%n.pid
SlurmctldPort=$port
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=defer,sched_min_interval=100000,batch_sched_delay=0
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
KillWait=5
MinJobAge=300
Licenses=critical:1,high:2,medium:3,low:3,agent-reviewer:1,total:3
SlurmdParameters=config_overrides
PartitionName=trial Nodes=ALL Default=YES MaxTime=INFINITE State=UP
END
  for node in 1 2 3; do
    echo "NodeName=n$node NodeHostname=$host NodeAddr=127.0.0.1 Port=$((port + node)) CPUs=8 State=UNKNOWN"
  done
} >"$state/slurm.conf"
export SLURM_CONF=$state/slurm.conf

mungekey --create --keyfile "$state/munge/key"
start munged munged --foreground --force --key-file "$state/munge/key" \
  --socket "$state/munge.socket" --pid-file "$state/munge/pid" --seed-file "$state/munge/seed"
for _ in $(seq 100); do
  [ ! -S "$state/munge.socket" ] || break
  sleep 0.1
done
start controller slurmctld -D
for node in 1 2 3; do
  mkdir "$state/spool-n$node"
  start "node-$node" slurmd -D -N "n$node"
done
for _ in $(seq 300); do
  [ "$(sinfo -h -N -t idle -o %N 2>/dev/null | wc -l)" -ne 3 ] || break
  sleep 0.1
done
sinfo || {
  tail -n 20 "$state"/*.out >&2
  exit 1
}
SPECCTL_SLURM=1 scripts/test_clients.sh "$binary" exports/test_slurm.py "$@"
