import path from 'node:path'
import { app } from 'electron'
import { runWindowApp } from '../common/window-app.ts'

// The package opens its sockets in the preload script, which needs Node for it.
runWindowApp({ sandbox: false, preload: path.join(app.getAppPath(), 'preload.cjs') })
