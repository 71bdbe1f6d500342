import * as z from 'zod/mini'

/** What one flood in one column came to; milliseconds and MiB. */
export const cellSchema = z.object({
  date: z.string(),
  /** The longest time without a turn of main; at least that where it `answers` no more. */
  stall: z.number(),
  answers: z.boolean(),
  /** From the begin until the last stall was over; undefined where main was not at rest before `limit`. */
  over: z.optional(z.number()),
  limit: z.number(),
  /** More than before, at most. */
  memory: z.number(),
  /** What had ended: for a page that was to be taken away, before. */
  ended: z.optional(z.enum(['page', 'main'])),
  /** The page that was to be taken away has been. */
  left: z.optional(z.boolean()),
})

export type Cell = z.output<typeof cellSchema>

/** Below these nothing is told. */
const toldOver = 4500
const toldMemory = 100

const show = (value: number): string => Math.round(value).toLocaleString('en-US')

function describeStall({ answers, ended, stall }: Cell): string {
  if (ended === 'main') return 'the program ended'
  const length = answers ? show(stall) : `more than ${show(stall)}`
  return ended === 'page' ? `${length} ended` : length
}

function describeEnd({ answers, limit, over }: Cell): string[] {
  if (!answers) return []
  if (over === undefined) return [`not over after ${Math.round(limit / 1000)} s`]
  return over > toldOver ? [`over after ${Math.round(over / 1000)} s`] : []
}

/** For the table. */
export function describeCell(cell: Cell): string {
  if (cell.left === false) return cell.ended === 'page' ? 'ended before' : 'main was not at rest before'
  const memory = cell.memory >= toldMemory ? [`${show(cell.memory)} MiB`] : []
  return [describeStall(cell), ...describeEnd(cell), ...memory].join(', ')
}
