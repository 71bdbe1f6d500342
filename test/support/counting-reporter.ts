import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run's output with one plain line: `12 passed, 0 failed`. Of a file that ran again, its last run counts. */
export class CountingReporter implements Reporter {
  readonly #modules = new Map<string, TestModule>()

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    for (const module of modules) this.#modules.set(module.id, module)
    const all = [...this.#modules.values()]
    const tests = all.flatMap((module) => [...module.children.allTests()])
    const passed = tests.filter((test) => test.result().state === 'passed').length
    const failedModules = all.filter((module) => module.errors().length > 0).length
    const failed =
      tests.filter((test) => test.result().state === 'failed').length + failedModules + errors.length
    console.log(`${passed} passed, ${failed} failed`)
  }
}
