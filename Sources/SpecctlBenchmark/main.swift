// The parts of specctl that are measured in process; see `make bench`.

let arguments = CommandLine.arguments.dropFirst()
let numbers = arguments.dropFirst().map { Int($0) ?? 0 }
switch arguments.first {
case "waves":
  WaveBenchmark(tasks: numbers.first ?? 1_000_000, edges: numbers.dropFirst().first ?? 3_000_000)
    .run()
case "schedule":
  ScheduleBenchmark(
    tasks: numbers.first ?? 1_000_000, edges: numbers.dropFirst().first ?? 3_000_000
  ).run()
case "inference": InferenceBenchmark(paths: Array(arguments.dropFirst())).run()
case "diagrams": DiagramBenchmark(paths: Array(arguments.dropFirst())).run()
case "plan":
  PlanBenchmark(features: numbers.first ?? 5000, tasks: numbers.dropFirst().first ?? 20).run()
default:
  print(
    "usage: specctl-benchmark waves [tasks] [edges] | schedule [tasks] [edges] "
      + "| plan [features] [tasks of each] | inference FILE… "
      + "| diagrams [GALLERY.html] FILE…")
}
