// One file by HTTP: its pieces are read when the one before is on its way.
const pieceLength = 1024 * 1024

const getFile = (folder, path) =>
  new Promise((resolve, reject) => folder.getFile(path, {}, (entry) => entry.file(resolve, reject), reject))

const encode = (text) => new TextEncoder().encode(text).buffer

self.respond = async (folder, request, send) => {
  const path = decodeURIComponent(request.split(' ')[1]).slice(1)
  try {
    const file = await getFile(folder, path)
    await send(encode(`HTTP/1.1 200 OK\r\nContent-Length: ${file.size}\r\n\r\n`))
    let next = file.slice(0, pieceLength).arrayBuffer()
    for (let at = 0; at < file.size; at += pieceLength) {
      const piece = await next
      next = file.slice(at + pieceLength, at + 2 * pieceLength).arrayBuffer()
      const { resultCode } = await send(piece)
      if (resultCode < 0) return
    }
  } catch (error) {
    await send(encode(`HTTP/1.1 404 ${error.name}\r\nContent-Length: 0\r\n\r\n`))
  }
}
