import { defineConfig } from 'vitest/config'
import { CountingReporter } from './test/support/counting-reporter.ts'

export default defineConfig({
  test: {
    reporters: ['default', new CountingReporter()],
    coverage: { provider: 'v8', include: ['src/**/*.ts'], reporter: ['text', 'html'] },
    projects: [
      {
        test: {
          name: 'conformance',
          globalSetup: 'test/global-setup.ts',
          include: ['test/conformance/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
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
          name: 'electron',
          globalSetup: 'test/global-setup.ts',
          include: ['test/{e2e,compat,projects}/**/*.test.ts', 'test/security/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
