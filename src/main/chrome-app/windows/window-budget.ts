import { CreationBudget } from '../creation-budget.ts'

/** Windows of one app, those that have been asked for and are not there yet among them. Chrome has no limit. */
export const createWindowBudget = (): CreationBudget =>
  new CreationBudget({ most: 256, burst: 64, perSecond: 8 })
