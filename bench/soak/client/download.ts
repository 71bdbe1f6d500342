import net from 'node:net'

/** The bytes that a server says before it closes a connection. */
function downloadOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let bytes = 0
    const socket = net.connect(port, '127.0.0.1')
    socket.on('data', ({ length }) => (bytes += length))
    socket.once('error', reject)
    socket.once('end', () => resolve(bytes))
  })
}

/** Connects so many times, one after the other; returns how often so many bytes came. */
export async function download(port: number, times: number, bytes: number): Promise<number> {
  let whole = 0
  for (let i = 0; i < times; i += 1) if ((await downloadOnce(port)) === bytes) whole += 1
  return whole
}
