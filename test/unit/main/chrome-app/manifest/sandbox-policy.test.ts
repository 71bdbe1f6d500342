import { expect, it } from 'vitest'
import {
  isSandboxPolicy,
  writeSandboxPolicy,
} from '../../../../../src/main/chrome-app/manifest/sandbox-policy.ts'

/** As Chromium 156 sends them. */
it.each([
  [
    "sandbox allow-scripts; script-src 'self' 'unsafe-inline' https://x.example",
    "sandbox allow-scripts; script-src 'self' 'unsafe-inline'; child-src 'self';",
  ],
  ['sandbox', "sandbox; child-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"],
  [
    "sandbox allow-scripts; script-src https://a.example 'sha256-abc'; child-src https://b.example; frame-src https://c.example",
    "sandbox allow-scripts; script-src 'sha256-abc' 'self'; child-src 'self'; frame-src 'self';",
  ],
  [
    'sandbox allow-scripts; object-src *; worker-src blob:; connect-src http://*',
    "sandbox allow-scripts; object-src *; worker-src blob: 'self'; connect-src http://*; child-src 'self';",
  ],
  [
    'sandbox allow-scripts; default-src https://x.example blob:',
    "sandbox allow-scripts; default-src blob: 'self';",
  ],
])('the policy %s comes as %s', (policy, sent) => {
  expect(isSandboxPolicy(policy)).toBe(true)
  expect(writeSandboxPolicy(policy)).toBe(sent)
})

it.each([
  '',
  "default-src 'self'",
  'sandbox allow-scripts allow-same-origin',
  'SANDBOX allow-top-navigation',
])('the policy %j keeps nobody in a sandbox', (policy) => {
  expect(isSandboxPolicy(policy)).toBe(false)
})
