import { CreationBudget } from '../creation-budget.ts'

/** Guests of one app; each is a page, and often a process, of its own. Chrome has no limit. */
export const createGuestBudget = (): CreationBudget =>
  new CreationBudget({ most: 64, burst: 64, perSecond: 4 })
