import fs from 'node:fs'
import os from 'node:os'
import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'

type CpuInfo = AppResult<'systemCpu', 'getInfo'>

/** What Chrome knows of (Chromium: extensions/browser/api/system_cpu/cpu_info_provider.cc), in its order. */
const known = ['mmx', 'sse', 'sse2', 'sse3', 'ssse3', 'sse4_1', 'sse4_2', 'avx']
/** What Chromium itself needs. */
const needed = ['mmx', 'sse', 'sse2', 'sse3']

/** Linux calls SSE3 by the name that it had before. */
export function parseFeatures(cpuInfo: string): string[] {
  const [, flags = ''] = /^flags\s*:(.*)$/m.exec(cpuInfo) ?? []
  const names = new Set(flags.trim().split(' '))
  if (names.has('pni')) names.add('sse3')
  return known.filter((name) => names.has(name))
}

function readFeatures(): string[] {
  if (os.arch() !== 'x64') return []
  try {
    return parseFeatures(fs.readFileSync('/proc/cpuinfo', 'utf8'))
  } catch {
    return needed
  }
}

let features: string[] | undefined

/** `chrome.system.cpu.getInfo` */
export function readCpuInfo(): CpuInfo {
  const processors = os.cpus()
  features ??= readFeatures()
  return {
    archName: os.machine(),
    features,
    modelName: processors[0]?.model ?? '',
    numOfProcessors: processors.length,
    processors: processors.map(({ times: { idle, irq, nice, sys, user } }) => ({
      usage: { idle, kernel: sys, total: idle + irq + nice + sys + user, user: user + nice },
    })),
    temperatures: [],
  }
}
