import type { Reporter, TestModule } from 'vitest/node'

/** Ends the run's output with one plain line: `12 passed, 0 failed`. */
export class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const failedModules = modules.filter((module) => module.errors().length > 0).length
    const failed =
      tests.filter((test) => test.result().state === 'failed').length + failedModules + errors.length
    console.log(`${passed} passed, ${failed} failed`)
  }
}
