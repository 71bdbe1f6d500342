import os from 'node:os'
import { screen } from 'electron'
import { fail, succeed } from '../../outcome.ts'
import { readCpuInfo } from '../system/cpu-info.ts'
import { describeDisplay } from '../system/display-info.ts'
import { listStorageUnits, readFreeSpace } from '../system/storage-units.ts'
import type { Service } from './service.ts'

export const systemCpu: Service<'systemCpu'> = { getInfo: () => succeed(readCpuInfo()) }

export const systemMemory: Service<'systemMemory'> = {
  getInfo: () => succeed({ availableCapacity: os.freemem(), capacity: os.totalmem() }),
}

export const systemStorage: Service<'systemStorage'> = {
  async getInfo() {
    return succeed(await listStorageUnits())
  },
  /** Nothing in Electron ejects anything. */
  async ejectDevice(_call, id) {
    const units = await listStorageUnits()
    return succeed(units.some((unit) => unit.id === id) ? 'failure' : 'no_such_device')
  },
  async getAvailableCapacity(_call, id) {
    const availableCapacity = await readFreeSpace(id)
    if (availableCapacity === undefined) return fail('Error occurred when querying available capacity.')
    return succeed({ availableCapacity, id })
  },
}

export const systemDisplay: Service<'systemDisplay'> = {
  getInfo() {
    const primary = screen.getPrimaryDisplay()
    return succeed(screen.getAllDisplays().map((display) => describeDisplay(display, primary)))
  },
}
