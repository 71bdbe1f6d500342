// @ts-check

/** Does what the parent process asks for, and ends with it. */
export const answerParent = (/** @type {Record<string, (...args: any[]) => unknown>} */ methods) => {
  process.on('disconnect', () => process.exit(0))
  process.on('message', async (/** @type {{ id: number, method: string, args: unknown[] }} */ call) => {
    const { id, method, args } = call
    const answer = await Promise.resolve()
      .then(() => methods[method]?.(...args))
      .then(
        (result) => ({ id, result }),
        (error) => ({ id, error: String(error.message) }),
      )
    if (process.connected) process.send?.(answer)
  })
}
