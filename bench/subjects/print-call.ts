/** A call of the page's measured server as an expression. */
export function printCall(method: string, args: readonly unknown[]): string {
  const given = args.map((argument) => JSON.stringify(argument)).join(', ')
  return `Promise.resolve(bench).then((server) => server.${method}(${given}))`
}
