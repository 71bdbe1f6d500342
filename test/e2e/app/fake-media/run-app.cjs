// Runs a Chrome App with a camera and a microphone that are none; the script has the name of the one that it is in place of.
const path = require('node:path')
const { app, clipboard } = require('electron')

app.commandLine.appendSwitch('use-fake-device-for-media-stream')
void app.whenReady().then(() => clipboard.writeText('text'))
require(path.join(__dirname, '../../../../dist/run-app.cjs'))
