import fs from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { CountingReporter } from './test/support/counting-reporter.ts'
import { workers } from './test/global-setup.ts'
import { root } from './test/support/root.ts'

/** What is about speed, or wants all of the machine: a neighbour would be part of what it measures. */
const alone = ['test/e2e/{faults-page,growth,soak,tasks}.test.ts', 'test/security/apps.test.ts']

/** What takes longest. Vitest begins with the first project by name, and so none of it is left over at the end. */
const big = ['test/e2e/bench.test.ts', 'test/security/siege.test.ts']

/** For the slowest of machines: nothing but what hangs is to end by them. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000, env: { UNTIL_LIMIT: '50000' } }

const inElectron = {
  ...limits,
  globalSetup: 'test/global-setup.ts',
  setupFiles: 'test/support/electron/own-display.ts',
  maxWorkers: workers,
  sequence: { groupOrder: 2 },
}

/** With modules that the test replaces. */
const replacing = fs
  .readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `test/${file}`)
  .filter((file) => /\bvi\.(?:doMock|hoisted|mock)\(/.test(fs.readFileSync(path.join(root, file), 'utf8')))

/** Each in a process of its own, which loads its modules otherwise: the page's take their built-ins when they are loaded. */
const apart = ['test/unit/preload/**/*.test.ts', ...replacing]

const inNode = {
  ...limits,
  maxWorkers: Math.max(2, availableParallelism() - 1),
  sequence: { groupOrder: 1 },
}

export default defineConfig({
  test: {
    reporters: ['default', new CountingReporter()],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'html'] },
    projects: [
      {
        test: {
          ...inNode,
          name: 'unit',
          include: [
            'test/unit/**/*.test.ts',
            'test/security/unit/**/*.test.ts',
            'test/{scripts,types}/**/*.test.ts',
          ],
          exclude: apart,
          isolate: false,
          setupFiles: ['test/support/undo-replacements.ts', 'test/support/pages/browser-globals.ts'],
        },
      },
      {
        test: {
          ...inNode,
          name: 'unit-apart',
          include: apart,
          setupFiles: 'test/support/pages/browser-globals.ts',
        },
      },
      { test: { ...inElectron, name: 'big', include: big } },
      { test: { ...inElectron, name: 'conformance', include: ['test/conformance/**/*.test.ts'] } },
      {
        test: {
          ...inElectron,
          name: 'electron',
          include: ['test/{e2e,compat,projects}/**/*.test.ts', 'test/security/*.test.ts'],
          exclude: [...alone, ...big],
        },
      },
      {
        test: {
          ...inElectron,
          name: 'alone',
          include: alone,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
