import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'

export type StorageUnit = AppResult<'systemStorage', 'getInfo'>[number]

/** Where Linux mounts what is plugged in. */
const mountPlaces = ['/media/', '/mnt/', '/run/media/']
/** Of what is on a disk (Chromium: components/storage_monitor/storage_monitor_linux.cc). */
const diskSystems = new Set('btrfs ext2 ext3 ext4 fat hfsplus iso9660 msdos ntfs udf vfat'.split(' '))

/** Something that is mounted, or a drive. */
export interface Mount {
  readonly place: string
  readonly type: StorageUnit['type']
}

const isMountPlace = (place: string): boolean => mountPlaces.some((begin) => place.startsWith(begin))

const readName = (text: string): string =>
  text.replaceAll(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/** Of a text like that of `/proc/self/mounts`; white space in names is octal there. A device is told of once. */
export function parseMounts(mounts: string): Mount[] {
  const found = new Map<string, Mount>()
  for (const line of mounts.split('\n')) {
    const [device = '', place = '', system = ''] = line.split(' ')
    const isRemovable = isMountPlace(place)
    if (!device.startsWith('/dev/') || found.has(device) || !(isRemovable || diskSystems.has(system)))
      continue
    found.set(device, { place: readName(place), type: isRemovable ? 'removable' : 'fixed' })
  }
  return [...found.values()]
}

function listMounts(): Mount[] {
  if (process.platform === 'win32')
    return Array.from({ length: 26 }, (_, at) => `${String.fromCharCode(65 + at)}:\\`)
      .filter((drive) => fs.existsSync(drive))
      .map((place) => ({ place, type: place.startsWith('C:') ? 'fixed' : 'unknown' }))
  if (process.platform === 'darwin')
    return fs.readdirSync('/Volumes').map((name) => ({ place: `/Volumes/${name}`, type: 'removable' }))
  return parseMounts(fs.readFileSync('/proc/self/mounts', 'utf8'))
}

/** The place itself is none of the app's business. */
const nameUnit = (place: string): string =>
  crypto.createHash('sha256').update(place).digest('hex').slice(0, 32)

/** What is asked of the system at the moment, by the place: one that does not answer keeps one of Node's few threads, and no more. */
const underWay = new Map<string, Promise<fs.StatsFs>>()

function look(place: string): Promise<fs.StatsFs> {
  const known = underWay.get(place)
  if (known !== undefined) return known
  const looking = fs.promises.statfs(place).finally(() => underWay.delete(place))
  underWay.set(place, looking)
  return looking
}

async function describe({ place, type }: Mount): Promise<StorageUnit> {
  const { blocks, bsize } = await look(place)
  return {
    capacity: blocks * bsize,
    id: nameUnit(place),
    name: path.basename(place) || place,
    type,
  }
}

/** `chrome.system.storage.getInfo`: disks, what is plugged in, and drives. One that does not answer is none. */
export async function listStorageUnits(): Promise<StorageUnit[]> {
  const found = await Promise.allSettled(listMounts().map(describe))
  return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

/** Bytes that are free on a unit; undefined where there is no such unit. */
export async function readFreeSpace(id: string): Promise<number | undefined> {
  const mount = listMounts().find(({ place }) => nameUnit(place) === id)
  if (mount === undefined) return undefined
  const { bavail, bsize } = await look(mount.place)
  return bavail * bsize
}
