import type { EpochStep, EpochStepName } from '../../../retention/epochs/epoch-step'

const texts: Readonly<Record<EpochStepName, (epoch: string) => string>> = {
  begun: (epoch) => `the reading of epoch ${epoch} of the ring`,
  moved: (epoch) => `the move of the read models to epoch ${epoch}`,
  retired: (epoch) => `the end of the epochs before ${epoch}`,
  destroyed: (epoch) => `the destruction of epoch ${epoch}`,
}

const subject = (processes: number): string =>
  processes === 1 ? '1 process of the library has' : `${String(processes)} processes of the library have`

/** What a roll, or a destruction, waits for: a text for people, which names no process. */
export const epochStepWaitText = ({ step, epoch }: EpochStep, processes: number): string =>
  `${subject(processes)} not confirmed ${texts[step](String(epoch))}: GET /health of each process says why`
