import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'

export type StorageUnit = AppResult<'systemStorage', 'getInfo'>[number]

/** Where Linux mounts what is plugged in. */
const mountPlaces = ['/media/', '/mnt/', '/run/media/']

/** Of a text like that of `/proc/self/mounts`; white space in names is octal there. */
export function parseMounts(mounts: string): string[] {
  return mounts
    .split('\n')
    .map((line) => line.split(' '))
    .filter(([device = '', place = '']) => device.startsWith('/dev/') && isMountPlace(place))
    .map(([, place = '']) =>
      place.replaceAll(/\\([0-7]{3})/g, (_all, octal: string) =>
        String.fromCharCode(Number.parseInt(octal, 8)),
      ),
    )
}

const isMountPlace = (place: string): boolean => mountPlaces.some((begin) => place.startsWith(begin))

function listPlaces(): string[] {
  if (process.platform === 'win32')
    return Array.from({ length: 26 }, (_, at) => `${String.fromCharCode(65 + at)}:\\`).filter((drive) =>
      fs.existsSync(drive),
    )
  if (process.platform === 'darwin') return fs.readdirSync('/Volumes').map((name) => `/Volumes/${name}`)
  return parseMounts(fs.readFileSync('/proc/self/mounts', 'utf8'))
}

const typeOf = (place: string): StorageUnit['type'] => {
  if (process.platform !== 'win32') return 'removable'
  return place.startsWith('C:') ? 'fixed' : 'unknown'
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

async function describe(place: string): Promise<StorageUnit> {
  const { blocks, bsize } = await look(place)
  return {
    capacity: blocks * bsize,
    id: nameUnit(place),
    name: path.basename(place) || place,
    type: typeOf(place),
  }
}

/** `chrome.system.storage.getInfo`: what can be plugged in, and drives. One that does not answer is none. */
export async function listStorageUnits(): Promise<StorageUnit[]> {
  const found = await Promise.allSettled(listPlaces().map(describe))
  return found.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
}

/** Bytes that are free on a unit; undefined where there is no such unit. */
export async function readFreeSpace(id: string): Promise<number | undefined> {
  const place = listPlaces().find((one) => nameUnit(one) === id)
  if (place === undefined) return undefined
  const { bavail, bsize } = await look(place)
  return bavail * bsize
}
