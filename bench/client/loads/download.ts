import net from 'node:net'

/** What a server says before it closes a connection. */
export function download(port: number): Promise<{ bytes: number; seconds: number }> {
  return new Promise((resolve, reject) => {
    let bytes = 0
    const begun = performance.now()
    const socket = net.connect(port, '127.0.0.1')
    socket.on('data', ({ length }) => (bytes += length))
    socket.once('error', reject)
    socket.once('end', () => resolve({ bytes, seconds: (performance.now() - begun) / 1000 }))
  })
}
