// @ts-check
{
  const { app } = /** @type {HostedChrome} */ (/** @type {unknown} */ (window.chrome))
  app.runtime.onLaunched.addListener(() => app.window.create('page.html', {}, () => {}))
}
