/** A call over the channel that Node opens between a parent process and its child. */
interface Call {
  readonly id: number
  readonly method: string
  readonly args: readonly unknown[]
}

export interface Answer {
  readonly id: number
  readonly result?: unknown
  readonly error?: string
}

export type Methods = Record<string, (...args: never[]) => unknown>

async function answer({ id, method, args }: Call, methods: Methods): Promise<Answer> {
  const act = methods[method] as ((...given: readonly unknown[]) => unknown) | undefined
  if (act === undefined) return { id, error: `there is no method ${method}` }
  try {
    return { id, result: await act(...args) }
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Answers the calls of the parent process, and ends with it. */
export function answerParent(methods: Methods): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (call: Call) => {
    void answer(call, methods).then((message) => process.connected && process.send?.(message))
  })
}
