import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SocketTable } from '../../../../src/main/sockets/socket-table.ts'
import type { Identified } from '../../../../src/main/sockets/socket-table.ts'

let table: SocketTable<Identified>
const onRemove = vi.fn<(socket: Identified) => void>()

function add(): Identified {
  const socket = table.add((id) => ({ id }))
  if (socket === undefined) throw new Error('full')
  return socket
}

beforeEach(() => {
  onRemove.mockReset()
  table = new SocketTable({ limit: 10, onRemove })
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
    const foreign = { id: 1 }
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

  it('tells of each socket before it is removed, once', () => {
    const [first, second] = [add(), add()]
    onRemove.mockImplementation((socket) => expect(table.has(socket)).toBe(true))
    table.remove(first)
    table.remove(first)
    table.removeAll(() => true)
    expect(onRemove.mock.calls).toEqual([[first], [second]])
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

describe('a table with a limit', () => {
  const onRoom = vi.fn<() => void>()

  beforeEach(() => {
    onRoom.mockClear()
    table = new SocketTable({ limit: 2, onRemove, onRoom })
  })

  it('takes that many and no more, and uses up no id for what it refuses', () => {
    const sockets = [add(), add()]
    const create = vi.fn<() => Identified>()
    expect([table.isFull, table.add(create)]).toEqual([true, undefined])
    expect(create).not.toHaveBeenCalled()
    expect(table.list()).toEqual(sockets)
    table.remove({ id: 1 })
    expect(table.isFull).toBe(true)
    for (const socket of sockets) table.remove(socket)
    expect([table.isFull, add().id]).toEqual([false, 3])
  })

  it('tells of room when it was full, and only then', () => {
    const [first, second] = [add(), add()]
    table.remove({ id: 2 })
    expect(onRoom).not.toHaveBeenCalled()
    table.remove(first)
    table.remove(first)
    table.remove(second)
    expect(onRoom).toHaveBeenCalledTimes(1)
    add()
    expect(table.isFull).toBe(false)
    add()
    table.removeAll(() => true)
    expect(onRoom).toHaveBeenCalledTimes(2)
  })

  it('has its room taken again by the one that is told of it', () => {
    onRoom.mockImplementationOnce(() => void add())
    const first = add()
    const second = add()
    table.remove(first)
    expect(table.list().map(({ id }) => id)).toEqual([second.id, 3])
  })
})
