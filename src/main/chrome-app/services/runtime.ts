import os from 'node:os'
import { succeed } from '../../outcome.ts'
import type { Service } from './service.ts'

const systems: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'mac',
  win32: 'win',
  openbsd: 'openbsd',
  android: 'android',
}

/** Chrome's names of processors; what runs under an emulator is what the program was built for. */
const processors: Readonly<Record<string, string>> = {
  x64: 'x86-64',
  ia32: 'x86-32',
  arm64: 'arm64',
  arm: 'arm',
}

export const runtime: Service<'runtime'> = {
  getPlatformInfo() {
    const arch = processors[os.arch()] ?? os.arch()
    return succeed({ arch, nacl_arch: arch, os: systems[process.platform] ?? 'linux' })
  },
}
