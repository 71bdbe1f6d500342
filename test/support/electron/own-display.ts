// Runs in a worker before the tests of each file: the global set-up has opened a display for each worker.
const displays = process.env['TEST_DISPLAYS']?.split(' ') ?? []
const own = displays[Number(process.env['VITEST_POOL_ID']) - 1]
if (own) process.env['DISPLAY'] = own
