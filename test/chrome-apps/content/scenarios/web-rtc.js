scenario('web rtc: the addresses of the machine are not hidden', async (t) => {
  const connection = new RTCPeerConnection()
  connection.createDataChannel('any')
  const gathered = new Promise((resolve) => {
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') resolve()
    })
  })
  const candidates = []
  connection.addEventListener('icecandidate', ({ candidate }) => {
    if (candidate?.address) candidates.push(candidate.address)
  })
  await connection.setLocalDescription(await connection.createOffer())
  await gathered
  connection.close()
  t.log('hidden', candidates.filter((address) => address.endsWith('.local')).length)
})
