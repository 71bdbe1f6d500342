import 'electron-chrome-sockets/preload'
