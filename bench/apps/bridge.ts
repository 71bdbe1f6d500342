import './common/install.ts'
import { runWindowApp } from './common/window-app.ts'

runWindowApp({ sandbox: true })
