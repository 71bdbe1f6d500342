import { runOwnFolder } from '../common/run-chrome-app.ts'

runOwnFolder(process.argv.slice(-1))
