import { describe, expect, it } from 'vitest'
import { adaptNames, findMissingLibraries, listPackages } from '../../scripts/setup/debian-packages.mjs'

const ldd = `
	linux-vdso.so.1 (0x00007ffd4a5f2000)
	libffmpeg.so => /runtime/libffmpeg.so (0x00007f4f1c400000)
	libgtk-3.so.0 => not found
	libnss3.so => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f4f1c000000)
	libnss3.so => not found
`

describe('findMissingLibraries', () => {
  it('lists what the dynamic linker does not find, once', () => {
    expect(findMissingLibraries(ldd)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  })

  it('finds nothing in the output of a complete system', () => {
    expect(findMissingLibraries(ldd.replaceAll('not found', '/lib/here.so (0x01)'))).toEqual([])
    expect(findMissingLibraries('	not a dynamic executable')).toEqual([])
  })
})

describe('listPackages', () => {
  it.each([
    { libraries: [], wantsXvfb: false, packages: [] },
    { libraries: [], wantsXvfb: true, packages: ['xvfb'] },
    {
      libraries: ['libgbm.so.1'],
      wantsXvfb: false,
      packages: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1'],
    },
    {
      libraries: ['libgbm.so.1'],
      wantsXvfb: true,
      packages: ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'xvfb'],
    },
  ])('asks for $packages', ({ packages, ...missing }) => {
    expect(listPackages(missing)).toEqual(packages)
  })
})

describe('adaptNames', () => {
  const packages = ['libgtk-3-0', 'libnss3', 'libasound2', 'xvfb']

  it('keeps the names of Debian 12', () => {
    expect(adaptNames(packages, () => false)).toEqual(packages)
  })

  it('takes the t64 names where they exist', () => {
    const newer = ['libgtk-3-0t64', 'libnss3', 'libasound2t64', 'xvfb']
    expect(adaptNames(packages, (name) => name.endsWith('t64'))).toEqual(newer)
  })
})
