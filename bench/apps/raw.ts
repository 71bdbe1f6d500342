import { app } from 'electron'
import { runNetServer } from './common/net-server.ts'

app.on('window-all-closed', () => {})
runNetServer(app.whenReady())
