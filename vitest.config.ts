import { defineConfig } from 'vitest/config'
import { CountingReporter } from './test/support/counting-reporter.ts'

/** For the slowest of machines: nothing but what hangs is to end by them. */
const limits = { testTimeout: 60_000, hookTimeout: 60_000, env: { UNTIL_LIMIT: '50000' } }

export default defineConfig({
  test: {
    reporters: ['default', new CountingReporter()],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'html'] },
    projects: [
      {
        test: {
          ...limits,
          name: 'conformance',
          globalSetup: 'test/global-setup.ts',
          include: ['test/conformance/**/*.test.ts'],
        },
      },
      {
        test: {
          ...limits,
          name: 'unit',
          include: [
            'test/unit/**/*.test.ts',
            'test/security/unit/**/*.test.ts',
            'test/{scripts,types}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...limits,
          name: 'electron',
          globalSetup: 'test/global-setup.ts',
          include: ['test/{e2e,compat,projects}/**/*.test.ts', 'test/security/*.test.ts'],
          fileParallelism: false,
        },
      },
    ],
  },
})
