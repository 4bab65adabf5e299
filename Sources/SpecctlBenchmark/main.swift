import SpecPlanning

// The parts of specctl that are measured in process; see `make bench`.

let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "waves" {
  let numbers = arguments.dropFirst().compactMap { Int($0) }
  WaveBenchmark(tasks: numbers.first ?? 1_000_000, edges: numbers.dropFirst().first ?? 3_000_000)
    .run()
} else {
  print("usage: specctl-benchmark waves [tasks] [edges]")
}
