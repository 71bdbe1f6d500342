import { runNetServer } from './common/net-server.ts'

runNetServer(Promise.resolve())
