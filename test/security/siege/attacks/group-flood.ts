import type { Attack } from '../attack.ts'

export const groupFlood: Attack = {
  name: 'group-flood',
  what: 'joins and leaves groups 100,000 times',
  run: async ({ open, reduce }) => {
    const page = await open()
    return page.run(async (times) => {
      const { call, create, readTally } = window.siege
      const id = await create('udp')
      await call('udp.bind', id, '0.0.0.0', 0)
      const group = (at: number): string => `239.${at >> 16}.${(at >> 8) & 255}.${at & 255}`
      await Promise.all(
        Array.from({ length: times }, (_, at) =>
          call(at % 3 === 0 ? 'udp.leaveGroup' : 'udp.joinGroup', id, group(at)),
        ),
      )
      await Promise.all(Array.from({ length: times }, () => call('udp.getJoinedGroups', id)))
      return readTally()
    }, reduce(50_000))
  },
  answered: ['net::ERR_ADDRESS_INVALID', 'net::ERR_NO_BUFFER_SPACE'],
}
