/** A scenario in which Chrome's behaviour is not copied, and for what reason. */
export interface WantedDifference {
  /** The scenario file, without its suffix. */
  readonly file: string
  readonly scenario: string
  readonly chrome: string
  readonly here: string
  readonly why: string
}

const resume = {
  file: 'server-pause',
  chrome: 'a server that has stopped accepting never accepts again, not even after setPaused(false)',
  here: 'it accepts again: the clients that waited come in their order, none is lost',
  why: 'the documentation says so; no app can depend on a server that stays deaf',
}

const unheardAccept = {
  file: 'server-pause',
  chrome: 'a client that comes while no page listens to onAccept is never reported and hangs',
  here: 'it is held as a paused server holds it, and reported when somebody listens',
  why: 'a page that is loading must not lose clients',
}

const unheardData = {
  file: 'unheard-events',
  chrome: 'the event is lost, and the bytes with it',
  here: 'the bytes wait until somebody listens',
  why: 'a page that is loading must not lose data',
}

const unheardEnd = {
  file: 'unheard-events',
  chrome: 'the bytes are lost and the error is told',
  here: 'the bytes wait until somebody listens to onReceive, and the error waits behind them',
  why: 'an end must not be told before the data that came with it',
}

const reset = {
  file: 'tcp-endings',
  chrome: 'onReceiveError -100, the same as for an orderly end',
  here: 'onReceiveError -101, net::ERR_CONNECTION_RESET',
  why: 'an app can tell data that was cut off from data that is complete',
}

const listenTwice = {
  file: 'server-listen-twice',
  chrome:
    'listening is broken: an error event and a paused server, or a listener that is gone, and a port that stays',
  here: '0; the old address is released, and accepting goes on at the new one',
  why: "Chrome's answer is an accident of its release builds; its debug builds abort",
}

const handshakeCutShort = {
  file: 'secure-handshake',
  chrome: 'secure is never answered',
  here: 'an answer: -3, net::ERR_ABORTED, after disconnect; Socket not found when the socket is gone',
  why: 'every call is answered: an app that waits would wait for ever',
}

const connectCutShort = {
  file: 'tcp-connect-hanging',
  chrome: 'connect is never answered',
  here: 'an answer: -3, net::ERR_ABORTED, after disconnect; Socket not found when the socket is gone',
  why: 'every call is answered: an app that waits would wait for ever',
}

const sendCutShort = {
  file: 'tcp-send-cut-short',
  chrome: 'send is never answered; what the peer has not taken by then is lost',
  here: 'everything is sent first, for 30 seconds at most, and send is answered',
  why: 'close and disconnect promise an orderly end, and every call is answered',
}

/**
 * All differences there are. The traces of these scenarios as they are here lie in traces/electron; the suite fails
 * when one of them changes, or comes to be the same as Chrome's.
 */
export const wantedDifferences: readonly WantedDifference[] = [
  { ...resume, scenario: 'paused before listen, then resumed: the clients that wait come' },
  { ...resume, scenario: 'paused while listening: the clients that wait come after it is resumed' },
  { ...unheardAccept, scenario: 'nobody listens to onAccept: a client comes, then a listener' },
  { ...unheardAccept, scenario: 'the listener of onAccept is removed and added again' },
  { ...reset, scenario: 'a connection reset by the peer raises onReceiveError' },
  { ...reset, scenario: 'a reset is not noticed by a paused client' },
  { ...reset, file: 'secure-data', scenario: 'a secured connection that is reset raises onReceiveError' },
  { ...connectCutShort, scenario: 'the answer of a connect that is cut short by disconnect' },
  { ...connectCutShort, scenario: 'the answer of a connect that is cut short by close' },
  { ...sendCutShort, scenario: 'disconnect while a send is under way' },
  { ...sendCutShort, scenario: 'close while a send is under way' },
  {
    ...sendCutShort,
    scenario: 'the peer resets the connection while a send is under way',
    chrome: 'send is never answered, nor is a later one',
    here: 'an answer: -2, net::ERR_FAILED, and -15 for a later one',
    why: 'every call is answered: an app that waits would wait for ever',
  },
  {
    ...sendCutShort,
    scenario: 'an empty buffer is sent while a send is under way',
    chrome: 'the whole browser crashes; so it is not asked',
    here: 'it succeeds, after the one before it',
    why: 'there is no Chrome answer to copy; it is the one when nothing else is under way',
  },
  {
    file: 'write-quota',
    scenario: 'the quota of a socket that is closed',
    chrome: 'what waited to be sent is lost, and no longer counts',
    here: 'it counts until it is sent',
    why: 'it still takes the memory that the quota is there to limit',
  },
  { ...handshakeCutShort, scenario: 'close in the handshake' },
  { ...handshakeCutShort, scenario: 'disconnect in the handshake' },
  { ...handshakeCutShort, scenario: 'secure in the handshake' },
  { ...listenTwice, scenario: 'listen again on another port' },
  { ...listenTwice, scenario: 'listen again on the same port' },
  {
    file: 'server-ports',
    scenario: 'ports that are not ports',
    chrome: 'they are taken modulo 65536',
    here: '-4, net::ERR_INVALID_ARGUMENT',
    why: 'a server at another port than the one asked for helps nobody',
  },
  {
    file: 'udp-sockets',
    scenario: 'bind to ports outside of the range',
    chrome: 'they are taken modulo 65536',
    here: '-4, net::ERR_INVALID_ARGUMENT',
    why: 'a socket at another port than the one asked for helps nobody',
  },
  {
    file: 'server-accept-info',
    scenario: 'getInfo of an accepted client has its own address too',
    chrome: 'no localAddress and no localPort',
    here: 'both',
    why: 'the documentation promises them for every connected socket',
  },
  {
    file: 'server-listen-cut-short',
    scenario: 'a listen that is cut short is answered',
    chrome: 'no answer at all, or 0 when the listen was faster; so it is not asked',
    here: 'an answer: -3, net::ERR_ABORTED, after disconnect; Socket not found after close',
    why: 'every call is answered: an app that waits would wait for ever',
  },
  {
    file: 'tcp-connect',
    scenario: 'an accepted client cannot connect after disconnect',
    chrome: 'the whole browser crashes; so it is not asked',
    here: '-104, net::ERR_CONNECTION_FAILED',
    why: 'there is no Chrome answer to copy; it is the one of other sockets that cannot connect',
  },
  { ...unheardData, scenario: 'data that comes while nobody listens to onReceive' },
  { ...unheardData, scenario: 'datagrams that come while nobody listens to onReceive' },
  { ...unheardEnd, scenario: 'data and end that come while somebody listens to onReceiveError only' },
  {
    ...unheardEnd,
    scenario: 'two datagrams of which one is too long, and somebody listens to onReceiveError only',
  },
  {
    file: 'last-error-property',
    scenario: 'the property as it is in a callback',
    chrome: 'looks like a data property, although reading it runs native code',
    here: 'an accessor',
    why: 'script has no other way to learn that it was read',
  },
  {
    file: 'function-text',
    scenario: 'the text of a method',
    chrome: 'function create() { [native code] }',
    here: 'the source of the method',
    why: 'script cannot make native functions',
  },
  {
    file: 'secure-states',
    scenario: 'secure with a server that has ended the connection before',
    chrome: '-15, net::ERR_SOCKET_NOT_CONNECTED: Chrome reads a paused socket ahead and knows of the end',
    here: '-100, net::ERR_CONNECTION_CLOSED: a paused socket is not read, the handshake finds the end',
    why: 'reading ahead would take the first bytes of the handshake away from it',
  },
  {
    file: 'arguments-dictionaries',
    scenario: 'a proxy of an array',
    chrome: 'taken for an object',
    here: 'taken for an array',
    why: 'script cannot tell a proxy from its target',
  },
]
