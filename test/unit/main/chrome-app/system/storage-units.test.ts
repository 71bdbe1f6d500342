import fs from 'node:fs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listStorageUnits, readFreeSpace } from '../../../../../src/main/chrome-app/system/storage-units.ts'

const stats = { bavail: 1, blocks: 2, bsize: 4096 } as fs.StatsFs

beforeEach(() => {
  vi.stubGlobal('process', { ...process, platform: 'linux' })
  vi.spyOn(fs, 'readFileSync').mockReturnValue('/dev/sdb1 /media/stick ext4 rw\noverlay / overlay rw\n')
})

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('a unit that does not answer is asked once at a time, however often the app asks', async () => {
  const answers: ((found: fs.StatsFs) => void)[] = []
  const statfs = vi
    .spyOn(fs.promises, 'statfs')
    .mockImplementation(
      () => new Promise<fs.StatsFs & fs.BigIntStatsFs>((resolve) => answers.push(resolve as () => void)),
    )
  for (let round = 1; round <= 2; round += 1) {
    const lists = Array.from({ length: 100 }, () => listStorageUnits())
    expect(statfs).toHaveBeenCalledTimes(2 * round - 1)
    answers.pop()?.(stats)
    const [[unit] = []] = await Promise.all(lists)
    expect(unit).toMatchObject({ name: 'stick', capacity: 8192 })
    const spaces = Array.from({ length: 100 }, () => readFreeSpace(unit?.id ?? ''))
    expect(statfs).toHaveBeenCalledTimes(2 * round)
    answers.pop()?.(stats)
    expect(await Promise.all(spaces)).toEqual(Array.from({ length: 100 }, () => 4096))
  }
})
