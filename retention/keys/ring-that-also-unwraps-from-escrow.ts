import type { KekRing } from './kek-ring'

/**
 * The same ring, in which the epochs in escrow can be unwrapped as well: for what was wrapped some days ago, such as a
 * backup. Nothing that serves uses it.
 */
export const ringThatAlsoUnwrapsFromEscrow = (ring: KekRing): KekRing => ({
  ...ring,
  epochs: () => {
    const inEscrow = ring.retiredEpochs().filter(({ destroyedOn }) => destroyedOn === undefined)
    return [...inEscrow.map(({ epoch }) => epoch), ...ring.epochs()]
  },
  unwrap: (epoch, ...wrapped) =>
    ring.epochs().includes(epoch) ? ring.unwrap(epoch, ...wrapped) : ring.unwrapFromEscrow(epoch, ...wrapped),
})
