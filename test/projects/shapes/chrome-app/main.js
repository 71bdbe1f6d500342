import { runChromeApp } from 'electron-chrome-sockets/app'

runChromeApp({ directory: 'web-server', files: [] })
