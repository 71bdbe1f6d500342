import type { DevTools } from './dev-tools.ts'

interface Evaluation {
  readonly result: { readonly value?: unknown }
  readonly exceptionDetails?: {
    readonly text: string
    readonly exception?: { readonly description?: string }
  }
}

/** What an expression gives in a page, or what its promise resolves to. */
export async function evaluate(tools: DevTools, expression: string): Promise<unknown> {
  const params = { expression, awaitPromise: true, returnByValue: true }
  const { result, exceptionDetails } = (await tools.send('Runtime.evaluate', params)) as Evaluation
  if (exceptionDetails === undefined) return result.value
  throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
}
