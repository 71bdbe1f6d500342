import type { Behaviour } from './model.ts'

export const idle: Readonly<Behaviour> = { computes: 0, costs: 0 }
export const computing: Readonly<Behaviour> = { computes: 1, costs: 0 }
export const flooding: Readonly<Behaviour> = { computes: 1, costs: 20 }
