import { wantedAppDifferences } from './wanted-app-differences.ts'
import type { WantedDifference } from './wanted-difference.ts'

const everyCallIsAnswered = 'an app that waits for the answer would wait for ever'

/**
 * All differences there are. The README's table is written from this list. The traces of the scenarios as they are here
 * lie in traces/electron; the suite fails when one of them changes, or comes to be the same as Chrome's.
 */
export const wantedDifferences: readonly WantedDifference[] = [
  {
    what: '`setPaused(false)` on a server socket',
    chrome: 'never accepts again',
    here: 'accepts again, in order, nothing lost',
    why: 'the documentation says so; no app can depend on a server that stays deaf',
    scenarios: {
      'server-pause': [
        'paused before listen, then resumed: the clients that wait come',
        'paused while listening: the clients that wait come after it is resumed',
      ],
    },
  },
  {
    what: 'connections that come while no page listens to `onAccept`',
    chrome: 'the event is lost, the client hangs',
    here: 'they wait, and are announced when somebody listens',
    why: 'a page that is loading must not lose clients',
    scenarios: {
      'server-pause': [
        'nobody listens to onAccept: a client comes, then a listener',
        'the listener of onAccept is removed and added again',
      ],
    },
  },
  {
    what: 'bytes and datagrams that come while no page listens to `onReceive`',
    chrome: 'lost',
    here: 'they wait; a TCP peer is slowed down, of datagrams 256 KiB wait',
    why: 'a page that is loading must not lose data',
    scenarios: {
      'unheard-events': [
        'data that comes while nobody listens to onReceive',
        'datagrams that come while nobody listens to onReceive',
      ],
    },
  },
  {
    what: 'the same, and then an error, while a page listens to `onReceiveError`',
    chrome: 'they are lost, the error is told',
    here: 'they wait, and the error waits behind them',
    why: 'an end must not be told before the data that came with it',
    scenarios: {
      'unheard-events': [
        'data and end that come while somebody listens to onReceiveError only',
        'two datagrams of which one is too long, and somebody listens to onReceiveError only',
      ],
    },
  },
  {
    what: 'connection reset by the peer',
    chrome: '`onReceiveError` -100, like an orderly end',
    here: '`onReceiveError` -101',
    why: 'an app can tell data that was cut off from data that is complete',
    scenarios: {
      'tcp-endings': [
        'a connection reset by the peer raises onReceiveError',
        'a reset is not noticed by a paused client',
      ],
      'secure-data': ['a secured connection that is reset raises onReceiveError'],
    },
  },
  {
    what: 'ports outside 0 to 65535',
    chrome: 'taken modulo 65536',
    here: '-4 `net::ERR_INVALID_ARGUMENT`',
    why: 'another port than the one asked for helps nobody',
    scenarios: {
      'server-ports': ['ports that are not ports'],
      'tcp-connect-names': ['connect to ports outside of the range'],
      'udp-sockets': ['bind to ports outside of the range'],
      'udp-send': ['a datagram to a port outside of the range'],
    },
  },
  {
    what: 'second `listen()` on a listening socket',
    chrome: 'accepting ends, with 0 and `onAcceptError` -2 for another port, with -147 for the same one',
    here: '0, the old address is released, accepting goes on at the new one',
    why: "Chrome's answer is an accident of its release builds; its debug builds abort",
    scenarios: {
      'server-listen-twice': ['listen again on another port', 'listen again on the same port'],
    },
  },
  {
    what: 'a host or an address of more than 255 characters',
    chrome: 'its canonical form counts: leading zeros and percent signs may be many',
    here: 'is none: -105 for a name, -4 or -108 for an address',
    why: 'DNS has no longer names, and reading one may take the square of its length',
    scenarios: {
      hosts: [
        'an address of more than 255 characters',
        'a name of more than 255 characters that is shorter in canonical form',
      ],
    },
  },
  {
    what: '`name` of a socket',
    chrome: 'of any length',
    here: '4096 characters at most, otherwise `net::ERR_INVALID_ARGUMENT`',
    why: 'a page here shares the main process with the rest of the app',
    scenarios: { hosts: ['the name of a socket of more than 4096 characters'] },
  },
  {
    what: 'a wildcard such as `*.0.0.1` in the manifest',
    chrome: 'covers a part of an IP address in spellings that only URLs know, `%31%32%37.0.0.1`',
    here: 'never covers a part of an IP address',
    why: "so Chrome's own code wants it",
    scenarios: { 'restricted/permissions': ['the same, where only a URL knows that it is an address'] },
  },
  {
    what: '`secure` with a server that asks for a certificate of the client',
    chrome: '-110 `net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED`',
    here: 'the same where the server insists; 0 where it does without',
    why: 'a server that does without can be talked to',
    scenarios: {
      'secure-client-certificate': [
        'a server of TLSv1.2 that asks for a certificate, optional',
        'a server of TLSv1.3 that asks for a certificate, optional',
      ],
    },
  },
  {
    what: '`getInfo` of an accepted socket',
    chrome: 'no `localAddress`, no `localPort`',
    here: 'has both',
    why: 'the documentation promises them for every connected socket',
    scenarios: { 'server-accept-info': ['getInfo of an accepted client has its own address too'] },
  },
  {
    what: '`listen`, `connect` or `secure` cut short by `disconnect` or `close`',
    chrome: 'the callback is never called, unless `listen` was faster',
    here: '-3 `net::ERR_ABORTED`, or `Socket not found` when the socket is gone',
    why: everyCallIsAnswered,
    scenarios: {
      'server-listen-cut-short': ['a listen that is cut short is answered'],
      'tcp-connect-hanging': [
        'the answer of a connect that is cut short by disconnect',
        'the answer of a connect that is cut short by close',
      ],
      'secure-handshake': [
        'close in the handshake',
        'disconnect in the handshake',
        'secure in the handshake',
      ],
    },
  },
  {
    what: '`disconnect` or `close` while a `send` is under way',
    chrome: 'bytes are lost, the callback is never called',
    here: 'they are sent first, for 30 seconds at most, and the callback is called',
    why: 'an orderly end loses nothing',
    scenarios: {
      'tcp-send-cut-short': ['disconnect while a send is under way', 'close while a send is under way'],
    },
  },
  {
    what: 'an orderly end by the peer while a `send` is under way',
    chrome: 'bytes are lost, the callback is never called, nor that of a later `send`',
    here: 'they are sent first, for 30 seconds at most, and the callback is called; one that comes later is told -15 `net::ERR_SOCKET_NOT_CONNECTED`',
    why: everyCallIsAnswered,
    scenarios: { 'tcp-send-cut-short': ['the peer ends the connection while sends are under way'] },
  },
  {
    what: 'the same bytes and the write quota',
    chrome: 'they no longer count',
    here: 'they count until they are sent',
    why: 'they still take the memory that the quota limits',
    scenarios: { 'write-quota': ['the quota of a socket that is closed'] },
  },
  {
    what: 'connection reset by the peer, or its network lost, while a `send` is under way',
    chrome: 'the callback is never called, nor that of a later `send`',
    here: '-2 `net::ERR_FAILED`, and -15 later',
    why: everyCallIsAnswered,
    scenarios: { 'tcp-send-cut-short': ['the peer resets the connection while a send is under way'] },
  },
  {
    what: '`send` of nothing while another one is under way',
    chrome: 'the browser crashes',
    here: 'succeeds after the other one',
    why: 'so it does when no other one is under way',
    scenarios: { 'tcp-send-cut-short': ['an empty buffer is sent while a send is under way'] },
  },
  {
    what: '`connect` on an accepted socket after `disconnect`',
    chrome: 'the browser crashes',
    here: '-104 `net::ERR_CONNECTION_FAILED`',
    why: 'so it is with other sockets that cannot connect',
    scenarios: { 'tcp-connect': ['an accepted client cannot connect after disconnect'] },
  },
  {
    what: '`secure` after the server has ended the connection',
    chrome: '-15 `net::ERR_SOCKET_NOT_CONNECTED`',
    here: '-100 `net::ERR_CONNECTION_CLOSED`',
    why: 'Chrome reads a paused socket ahead; here the handshake finds the end',
    scenarios: { 'secure-states': ['secure with a server that has ended the connection before'] },
  },
  {
    what: '`chrome.runtime.lastError` as a property',
    chrome: 'looks like a data property',
    here: 'is an accessor',
    why: 'script has no other way to learn that it was read',
    scenarios: { 'last-error-property': ['the property as it is in a callback'] },
  },
  {
    what: "frames inside of the app's pages",
    chrome: 'have the API',
    here: 'have it with the option `frames`, those of a blob never',
    why: 'it takes `nodeIntegrationInSubFrames`, with which preload scripts run in foreign frames, too',
    scenarios: { frames: ['a frame of a page of the app'] },
  },
  {
    what: 'the text of a method (`toString()`)',
    chrome: '`function create() { [native code] }`',
    here: 'its source',
    why: 'script cannot make native functions',
    scenarios: { 'function-text': ['the text of a method'] },
  },
  {
    what: 'a `Proxy` of an array where an object is expected',
    chrome: 'taken for an object',
    here: 'taken for an array, hence a `TypeError`',
    why: 'script cannot tell a proxy from its target',
    scenarios: { 'arguments-dictionaries': ['a proxy of an array'] },
  },
  ...wantedAppDifferences,
]
