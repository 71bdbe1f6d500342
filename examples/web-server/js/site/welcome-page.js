import { escapeHtml } from './html.js'
import { pageResponse } from './page.js'

/** @param {import('../http/request-parser.js').Request} request */
export function welcomePage({ headers }) {
  const origin = `http://${headers.get('host') ?? '127.0.0.1'}`
  const content = `<h1>It works.</h1>
<p class="soft">This page comes from a web server that is itself a web page: its script listens with
<code>chrome.sockets.tcpServer</code>, as a Chrome App did. Choose a folder in its window to share files here.</p>
<dl>
<dt><a href="/time">/time</a></dt><dd>The time on this computer.</dd>
<dt><a href="/headers">/headers</a></dt><dd>The headers your browser sent, as they arrived.</dd>
<dt>/echo</dt><dd>Gives back what is posted to it.
<pre>curl --data hello ${escapeHtml(origin)}/echo</pre></dd>
</dl>`
  return pageResponse(200, 'Web Server', content)
}
