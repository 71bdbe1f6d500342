/** What pages that a policy says nothing of have (Chromium: extensions/common/csp_validator.cc). */
const defaults = [
  { names: ['child-src', 'frame-src', 'default-src'], policy: "child-src 'self';" },
  {
    names: ['script-src', 'worker-src', 'default-src'],
    policy: "script-src 'self' 'unsafe-inline' 'unsafe-eval';",
  },
]

export const defaultSandboxPolicy =
  'sandbox allow-scripts allow-forms allow-popups allow-modals; ' +
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'; child-src 'self';"

interface Directive {
  readonly name: string
  readonly sources: readonly string[]
}

function parsePolicy(policy: string): Directive[] {
  const parts = policy.split(';').map((part) => part.trim())
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', ...sources] = part.split(/\s+/)
      return { name: name.toLowerCase(), sources }
    })
}

/** Whether it keeps a page in a sandbox, as Chrome insists. */
export function isSandboxPolicy(policy: string): boolean {
  const sandbox = parsePolicy(policy).find(({ name }) => name === 'sandbox')
  if (sandbox === undefined) return false
  return !sandbox.sources.some((token) => /^allow-(?:same-origin|top-navigation)$/i.test(token))
}

/** Nothing comes from elsewhere: of sources there are left words, hashes and what a page makes. */
function keepLocal(sources: readonly string[]): string[] {
  const local = sources.filter((source) => /^(?:'|blob:|filesystem:)/i.test(source))
  return local.some((source) => /^'(?:self|none)'$/i.test(source)) ? local : [...local, "'self'"]
}

/** The policy of a manifest as Chrome sends it. */
export function writeSandboxPolicy(policy: string): string {
  const directives = parsePolicy(policy)
  const isLocal = (name: string): boolean => defaults.some(({ names }) => names.includes(name))
  const own = directives.map(({ name, sources }) => {
    const kept = isLocal(name) ? keepLocal(sources) : sources
    return `${[name, ...kept].join(' ')};`
  })
  const missing = defaults.filter(({ names }) => !directives.some(({ name }) => names.includes(name)))
  return [...own, ...missing.map((each) => each.policy)].join(' ')
}
