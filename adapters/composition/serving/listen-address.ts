import { defaultHost, defaultPort, type ServeOptions } from '../../interfaces/cli/parse-command-line'
import type { ListenAddress } from '../../interfaces/http/start-http-server'

/** The address to listen on. By default only programs on this computer can connect. */
export const listenAddress = ({ host, port }: ServeOptions): ListenAddress => ({
  host: host ?? defaultHost,
  port: port ?? defaultPort,
})

/** The address for operators; undefined when no port is set. By default only programs on this computer can connect. */
export const operatorListenAddress = ({ metricsHost, metricsPort }: ServeOptions): ListenAddress | undefined =>
  metricsPort === undefined ? undefined : { host: metricsHost ?? defaultHost, port: metricsPort }
