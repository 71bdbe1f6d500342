/** Serves a board of electronics that connects by itself: it says what it is, then both sides say two bytes at a time. */
const greetingLength = 12
const setLight = 4
const inputChanged = 5
const unreadOf = new Map()
const welcomed = new Set()

const board = new Server({
  accepted: (client) => unreadOf.set(client, []),
  received(client, data) {
    let bytes = [...unreadOf.get(client), ...new Uint8Array(data)]
    if (!welcomed.has(client) && bytes.length >= greetingLength) {
      welcomed.add(client)
      show(`board ${decode(new Uint8Array(bytes.slice(0, greetingLength)))}`)
      bytes = bytes.slice(greetingLength)
    }
    for (; welcomed.has(client) && bytes.length >= 2; bytes = bytes.slice(2))
      show(bytes[0] === inputChanged ? `input ${bytes[1] >> 1} is ${bytes[1] & 1}` : `unknown ${bytes[0]}`)
    unreadOf.set(client, bytes)
  },
  left: (_client, resultCode) => show(`left, ${resultCode}`),
})

query('#light').onchange = async ({ target }) => {
  for (const client of board.clients) {
    const { bytesSent } = await send(client, new Uint8Array([setLight, target.checked ? 1 : 0]).buffer)
    show(`light ${target.checked}, ${bytesSent}`)
  }
}

useButtons(board)
