/** The types that are published and those that are inferred come from the same rows: they must agree. Compiled only. */
import type { EventPayload, MethodArguments, MethodResult } from '../../src/renderer-types/infer.ts'
import type { network, tcp, tcpServer, udp } from '../../src/renderer-types/chrome-sockets.d.ts'

type Same<A, B> = [A, B] extends [B, A] ? true : false

export const agreements: true[] = [
  true satisfies Same<tcpServer.SocketInfo, MethodResult<'tcpServer', 'getInfo'>>,
  true satisfies Same<tcpServer.CreateInfo, MethodResult<'tcpServer', 'create'>>,
  true satisfies Same<tcpServer.AcceptInfo, EventPayload<'tcpServer.onAccept'>>,
  true satisfies Same<tcpServer.AcceptErrorInfo, EventPayload<'tcpServer.onAcceptError'>>,
  true satisfies Same<tcp.SocketInfo, MethodResult<'tcp', 'getInfo'>>,
  true satisfies Same<tcp.SendInfo, MethodResult<'tcp', 'send'>>,
  true satisfies Same<tcp.ReceiveInfo, EventPayload<'tcp.onReceive'>>,
  true satisfies Same<tcp.ReceiveErrorInfo, EventPayload<'tcp.onReceiveError'>>,
  true satisfies Same<tcp.DnsQueryType | undefined, MethodArguments<'tcp', 'connect'>[3]>,
  true satisfies Same<udp.SocketInfo, MethodResult<'udp', 'getInfo'>>,
  true satisfies Same<udp.SendInfo, MethodResult<'udp', 'send'>>,
  true satisfies Same<udp.ReceiveInfo, EventPayload<'udp.onReceive'>>,
  true satisfies Same<udp.ReceiveErrorInfo, EventPayload<'udp.onReceiveError'>>,
  true satisfies Same<udp.DnsQueryType | undefined, MethodArguments<'udp', 'send'>[4]>,
  true satisfies Same<network.NetworkInterface[], MethodResult<'network', 'getNetworkInterfaces'>>,
]
