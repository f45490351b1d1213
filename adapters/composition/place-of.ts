import type { ServeAsked } from '../interfaces/cli/program'
import type { Place } from '../interfaces/http/listen'

const usualPort = 3000
const usualHost = '127.0.0.1'

/** Where to listen: on this machine alone, unless another is asked for. */
export const placeOf = ({ host, port }: ServeAsked): Place => ({ host: host ?? usualHost, port: port ?? usualPort })
