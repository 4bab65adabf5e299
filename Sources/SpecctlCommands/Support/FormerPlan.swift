import ArgumentParser
import SpecModel
import SpecPlanning
import SpecWorkspace

extension PlanningOptions {
  /// The plan of a workspace as it was at a git revision, with the same options and the configuration
  /// of that time.
  func formerPlan(
    at revision: String, of session: Session, features: [String], console: Console
  ) async throws -> PlanSummary {
    let former: Session
    do throws(GitRepository.Failure) {
      let repository = try GitRepository(around: session.root)
      let source = try GitSource(repository, .commit(try repository.commit(revision)))
      former = await Session.open(session.root, source)
    } catch {
      throw CommandFailure(error.message, help: error.help)
    }
    do {
      let plan = try plan(
        former, features: features, console: console, warns: false, isFormer: true)
      return PlanSummary(plan, Schedule(plan, settings: scheduleSettings(former)))
    } catch let code as ExitCode {
      console.report(CommandFailure("the documents of '\(revision)' cannot be planned"))
      throw code
    }
  }
}
