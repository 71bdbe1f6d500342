import type { Methods } from './answer.ts'
import type { ChildRemote } from './child-remote.ts'

/** Calls the methods of another process. */
export type Caller<Api extends Methods> = <Name extends keyof Api & string>(
  method: Name,
  ...args: Parameters<Api[Name]>
) => Promise<Awaited<ReturnType<Api[Name]>>>

/** Calls what a child answers, each method with its limit of milliseconds. */
export function makeCaller<Api extends Methods>(
  child: ChildRemote,
  limitOf: (method: keyof Api) => number,
): Caller<Api> {
  return ((method, ...args) => child.call(limitOf(method), method, ...args)) as Caller<Api>
}
