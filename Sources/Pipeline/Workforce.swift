/// Several workers that share what is to be done.
public final class Workforce {
  var workers: [Worker]

  /// As many workers as `jobs`; at least one.
  public init(_ stages: Worker.Stages, jobs: Int) {
    workers = (0..<max(1, jobs)).map { _ in Worker(stages) }
  }

  /// Lets one worker do something on the calling thread.
  func one<Result>(_ work: (inout Worker) -> Result) -> Result {
    work(&workers[0])
  }
}
