chrome.app.runtime.onLaunched.addListener((launchData) => {
  globalThis.launchData = launchData
})
