import fs from 'node:fs'
import path from 'node:path'
import { app } from 'electron'
import { runOwnFolder } from '../../apps/common/run-chrome-app.ts'
import { servedLength } from './served-length.ts'

const served = path.join(app.getPath('userData'), 'served.bin')
fs.writeFileSync(served, Buffer.alloc(servedLength, 'served '))
runOwnFolder([served])
