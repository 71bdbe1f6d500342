import { expect, it } from 'vitest'
import { writeUserAgent } from '../../../../../src/main/chrome-app/pages/user-agent.ts'

const start = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)'

it('names neither Electron nor the program', () => {
  const electron = `${start} MyProgram/1.2 Chrome/130.0.6723.137 Electron/33.2.1 Safari/537.36`
  expect(writeUserAgent(electron, '130.0.6723.137')).toBe(`${start} Chrome/130.0.0.0 Safari/537.36`)
})

it('leaves one alone that is of the program’s own making', () => {
  expect(writeUserAgent('Robot/1.0', '130.0.6723.137')).toBe('Robot/1.0')
})
