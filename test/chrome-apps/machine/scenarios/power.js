scenario('power: wrong arguments', async (t) => {
  for (const args of [[], [1], ['zzz'], [null], ['display', 1], ['display', () => {}]])
    t.log('requestKeepAwake', args, t.invoke('power.requestKeepAwake', ...args))
  for (const args of [[1], [() => {}], [undefined]])
    t.log('releaseKeepAwake', args, t.invoke('power.releaseKeepAwake', ...args))
})

scenario('power: request, change, release twice', async (t) => {
  t.log('request', t.invoke('power.requestKeepAwake', 'system'))
  t.log('request', t.invoke('power.requestKeepAwake', 'display'))
  t.log('release', t.invoke('power.releaseKeepAwake'))
  t.log('release', t.invoke('power.releaseKeepAwake'))
  await t.sleep(20)
})

scenario('idle: wrong arguments of queryState', (t) =>
  t.tryArguments('idle.queryState', { detectionIntervalInSeconds: 15_000 }),
)

scenario('idle: wrong arguments of setDetectionInterval', async (t) => {
  for (const args of [[], [14], [15], [1.5], ['15'], [60, () => {}], [null], [100_000]])
    t.log('setDetectionInterval', args, t.invoke('idle.setDetectionInterval', ...args))
  chrome.idle.setDetectionInterval(60)
  await t.sleep(20)
})

scenario('idle: states', async (t) => {
  const states = new Set(Object.values(chrome.idle.IdleState))
  for (const seconds of [15, 60, 100_000]) {
    const { args, lastError } = await t.cb('idle.queryState', seconds)
    t.log(String(seconds), args.length, states.has(args[0]), lastError)
  }
  t.log('too little', await t.cb('idle.queryState', 14), await t.cb('idle.queryState', -1))
})
