import { beforeEach, describe, expect, it } from 'vitest'
import { SocketTable } from '../../../../src/main/sockets/socket-table.ts'
import type { Identified } from '../../../../src/main/sockets/socket-table.ts'

let table: SocketTable<Identified>
const add = (): Identified => table.add((id) => ({ id }))

beforeEach(() => {
  table = new SocketTable()
})

describe('a socket table', () => {
  it('begins its ids with 1, counts on, and never uses one again', () => {
    const first = add()
    const second = add()
    table.remove(second)
    table.remove(first)
    expect([first.id, second.id, add().id]).toEqual([1, 2, 3])
  })

  it('finds what is there, and nothing else', () => {
    const socket = add()
    expect(table.get(1)).toBe(socket)
    expect(table.has(socket)).toBe(true)
    for (const id of [0, -1, 2, 1.5, Number.NaN]) expect(table.get(id)).toBeUndefined()
  })

  it('does not mistake a socket of another table for its own', () => {
    const own = add()
    const foreign = new SocketTable().add((id) => ({ id }))
    expect(table.has(foreign)).toBe(false)
    table.remove(foreign)
    expect(table.get(1)).toBe(own)
  })

  it('lists in the order of the ids, and lets itself be emptied meanwhile', () => {
    for (let i = 0; i < 3; i += 1) add()
    const seen = table.list().map((socket) => {
      table.remove(socket)
      return socket.id
    })
    expect(seen).toEqual([1, 2, 3])
    expect(table.list()).toEqual([])
  })

  it('gives out those that it removes by a condition, and keeps the others', () => {
    const sockets = [add(), add(), add()]
    expect(table.removeAll(({ id }) => id !== 2)).toEqual([sockets[0], sockets[2]])
    expect(table.list()).toEqual([sockets[1]])
    expect(table.removeAll(() => false)).toEqual([])
    expect(add().id).toBe(4)
  })

  it('uses up no id when a socket cannot be made', () => {
    expect(() =>
      table.add(() => {
        throw new Error('x')
      }),
    ).toThrow('x')
    expect(add().id).toBe(1)
  })
})
