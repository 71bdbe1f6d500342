/**
 * @param {number} socketId
 * @param {Uint8Array<ArrayBuffer>} bytes a whole buffer, not a part of one
 * @returns {Promise<number>} resolves when the next bytes may be sent
 */
export function sendBytes(socketId, bytes) {
  return new Promise((resolve, reject) => {
    chrome.sockets.tcp.send(socketId, bytes.buffer, (sendInfo) => {
      const error = chrome.runtime.lastError
      if (error) reject(new Error(error.message))
      else resolve(sendInfo.bytesSent ?? 0)
    })
  })
}
